// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/syntax/limits.hpp"

namespace crosswalk::formats {

// A file (or folder, for formats that are several files) as readers get it: its bytes with the transport undone (gzip,
// base64 and both: what gateways post), in its own character encoding. Read once: `stream` or `text`, not both.
class Input {
 public:
  // `-` is `standard_input`. `raw` is told the file's own bytes as they are read (for a digest). InputError file.open
  // where it cannot be opened.
  [[nodiscard]] static Input open(const std::string& path, const syntax::Limits& limits = {},
                                  std::istream* standard_input = nullptr,
                                  std::function<void(std::string_view)> raw = {});
  // A text that is already here (a request body, a test); `name` only names it in messages.
  [[nodiscard]] static Input from_text(std::string text, const std::string& name, const syntax::Limits& limits = {});

  Input(Input&&) noexcept;
  Input& operator=(Input&&) noexcept;
  ~Input();

  [[nodiscard]] const std::string& name() const { return name_; }  // as the user wrote it
  [[nodiscard]] const syntax::Limits& limits() const { return limits_; }
  // The first bytes, up to 256 KiB, and whether that is all.
  [[nodiscard]] std::string_view prefix() const { return prefix_; }
  [[nodiscard]] bool prefix_is_all() const { return whole_; }
  // File names of a folder, sorted; empty for a file. A folder has no bytes.
  [[nodiscard]] const std::vector<std::string>& members() const { return members_; }
  [[nodiscard]] bool is_folder() const { return folder_; }

  // From the first byte on, in constant memory.
  [[nodiscard]] std::istream& stream();
  // All of it; over `limits().tree_bytes` is an InputError limit.tree-bytes.
  [[nodiscard]] const std::string& text();
  // Reads what the reader left unread, so that `raw` has seen the whole file.
  void drain();
  // "", "base64", "gzip", "base64+gzip": how it came, outermost first.
  [[nodiscard]] std::string transport() const;
  // What was odd about the transport; complete once the bytes are read.
  [[nodiscard]] Diagnostics diagnostics() const;

 private:
  struct Source;
  Input();
  void probe();

  std::string name_, prefix_;
  std::optional<std::string> text_;
  syntax::Limits limits_;
  std::vector<std::string> members_;
  bool whole_ = false, folder_ = false;
  std::unique_ptr<Source> source_;
};

}  // namespace crosswalk::formats
