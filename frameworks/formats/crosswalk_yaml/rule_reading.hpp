// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/rule.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// Reads the rules of one set one by one, in YAML or in bulk. A rule that cannot be read, or that has the id of an
// earlier one, is left out, told and counted as loss. Of more than `most_told` findings the further ones are counted
// only: a broken bulk file does not print a million lines.
class RuleReading {
 public:
  static constexpr std::size_t most_told = 1'000;

  RuleReading(std::string_view file, Diagnostics& diagnostics, LossReport& loss)
      : file_(file), diagnostics_(diagnostics), loss_(loss) {}

  [[nodiscard]] std::optional<Rule> read(const syntax::Node& node);
  // A rule that is not even a value of the syntax.
  void leave_out(Diagnostic diagnostic);
  // After the last rule: names that lead nowhere, and how much was not told.
  void finish(const std::vector<Limit>& caps);

 private:
  // A name that a rule uses: a rule it overrides, a cap it counts against.
  struct Reference {
    std::string id;
    bool is_cap = false;
    Location at;
  };
  void remember(const Rule& rule, const syntax::Node& node);
  void tell(Diagnostic diagnostic);
  void unknown(const Reference& reference, const std::vector<std::string>& names);

  std::string_view file_;
  Diagnostics& diagnostics_;
  LossReport& loss_;
  std::unordered_set<std::string> ids_;  // never iterated in this order
  std::vector<Reference> references_;
  std::size_t told_ = 0;
};

}  // namespace crosswalk::formats
