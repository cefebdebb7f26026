// SPDX-License-Identifier: Apache-2.0
#include "cli/options.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace crosswalk::cli {

void Options::positional(const std::string& name, std::string& into, const std::string& help, bool required) {
  app_.add_option(name, into, help)->required(required);
}

void Options::positionals(const std::string& name, std::vector<std::string>& into, const std::string& help,
                          bool required) {
  app_.add_option(name, into, help)->required(required);
}

void Options::value(const std::string& flag, std::string& into, const std::string& help, bool required) {
  app_.add_option(flag, into, help)->required(required);
}

void Options::values(const std::string& flag, std::vector<std::string>& into, const std::string& help, bool required) {
  app_.add_option(flag, into, help)->required(required)->expected(1, 1 << 20);
}

void Options::number(const std::string& flag, std::int64_t& into, const std::string& help) {
  app_.add_option(flag, into, help);
}

void Options::seconds(const std::string& flag, double& into, const std::string& help) {
  app_.add_option(flag, into, help)->check(CLI::PositiveNumber);
}

void Options::choice(const std::string& flag, std::string& into, const std::vector<std::string>& allowed,
                     const std::string& help) {
  app_.add_option(flag, into, help)->check(CLI::IsMember(allowed));
}

void Options::flag(const std::string& flag, bool& into, const std::string& help) { app_.add_flag(flag, into, help); }

void Options::examples(const std::string& text) { app_.footer("Examples:\n" + text); }

}  // namespace crosswalk::cli
