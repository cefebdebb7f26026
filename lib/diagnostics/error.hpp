// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include "lib/diagnostics/diagnostic.hpp"

namespace crosswalk {

// Could not do it. "No" is never an error: not equivalent, no path, requirement unmet are result values.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The call is wrong: unknown verb, option or identifier (exit 2).
class UsageError : public Error {
 public:
  using Error::Error;
};

// A document cannot be used (exit 3); what() is the diagnostic's one line.
class InputError : public Error {
 public:
  explicit InputError(Diagnostic diagnostic) : Error(to_string(diagnostic)), diagnostic_(std::move(diagnostic)) {}
  InputError(std::string code, Location location, std::string text)
      : InputError(Diagnostic{Severity::error, std::move(code), std::move(location), std::move(text)}) {}
  [[nodiscard]] const Diagnostic& diagnostic() const { return diagnostic_; }

 private:
  Diagnostic diagnostic_;
};

// The shipped facts are missing or contradict themselves (exit 3).
class FactError : public Error {
 public:
  using Error::Error;
};

// The workspace cannot be opened, read or written (exit 3).
class StoreError : public Error {
 public:
  using Error::Error;
};

}  // namespace crosswalk
