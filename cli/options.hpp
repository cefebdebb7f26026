// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace crosswalk::cli {

// What a verb may declare; the option parser stands behind it in options.cpp alone. Every target outlives the call.
class Options {
 public:
  explicit Options(CLI::App& app) : app_(app) {}

  void positional(const std::string& name, std::string& into, const std::string& help, bool required = true);
  void positionals(const std::string& name, std::vector<std::string>& into, const std::string& help,
                   bool required = true);
  void value(const std::string& flag, std::string& into, const std::string& help, bool required = false);
  void values(const std::string& flag, std::vector<std::string>& into, const std::string& help, bool required = false);
  void number(const std::string& flag, std::int64_t& into, const std::string& help);
  void seconds(const std::string& flag, double& into, const std::string& help);
  void choice(const std::string& flag, std::string& into, const std::vector<std::string>& allowed,
              const std::string& help);
  void flag(const std::string& flag, bool& into, const std::string& help);
  void examples(const std::string& text);  // shown first in --help

 private:
  CLI::App& app_;
};

}  // namespace crosswalk::cli
