// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lib/diagnostics/location.hpp"

namespace crosswalk {

enum class Severity { note, warning, error };

// One finding about a document: never thrown, always part of a result. `code` is stable (`elmo.credit-without-scheme`,
// listed in docs/errors.md); `text` is lower case, without full stop: what is wrong, what was found, what is allowed.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  Location location;
  std::string text;

  bool operator==(const Diagnostic&) const = default;
};

// FILE:LINE:COLUMN: severity: message [code], one line, printable.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);
[[nodiscard]] std::string_view name(Severity severity);

using Diagnostics = std::vector<Diagnostic>;

// What a reader saw and did not carry into the model, by field path of the source format, with how often and why.
struct Loss {
  std::string path;
  std::uint64_t count = 0;
  std::string why;

  auto operator<=>(const Loss&) const = default;
};

// Losses in order of path and why; `add` merges equal ones.
class LossReport {
 public:
  void add(std::string_view path, std::string_view why, std::uint64_t count = 1);
  [[nodiscard]] const std::vector<Loss>& losses() const { return losses_; }
  [[nodiscard]] std::uint64_t total() const;

 private:
  std::vector<Loss> losses_;
};

// What every reader returns: the value and all that must be said about how it was read.
template <class Value>
struct ReadResult {
  Value value;
  Diagnostics diagnostics;
  LossReport loss;
};

// The nearest of `allowed` to `found` by edit distance (at most 2 and a third of its length), or empty: "did you mean".
[[nodiscard]] std::string nearest(std::string_view found, const std::vector<std::string>& allowed);

}  // namespace crosswalk
