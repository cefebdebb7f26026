// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace crosswalk::text {

using TermId = std::uint32_t;

// Numbers for terms, from 0 in the order they are first added.
class Vocabulary {
 public:
  TermId add(std::string_view term);
  [[nodiscard]] std::optional<TermId> find(std::string_view term) const;
  [[nodiscard]] std::vector<std::string> words() const;  // by number
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  std::unordered_map<std::string, TermId, Hash, std::equal_to<>> ids_;
};

}  // namespace crosswalk::text
