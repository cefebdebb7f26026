// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/verb.hpp"
#include "mappers/market/market.hpp"
#include "reports/market_pathways.hpp"

namespace crosswalk::cli {

// The options of `pathways` that speak of markets, rules, records and programmes, and how they are read. docs/verbs/
// pathways.md tells what each does.
class MarketQuestion {
 public:
  void declare(Options& options);
  [[nodiscard]] bool asked() const { return !to_.empty() || !market_.empty(); }
  // `options` come with what the verb's other options say. UsageError, InputError as reading goes.
  int run(const Context& context, market::Options options, const std::string& calendar, int term_weeks);

 private:
  struct Read {
    Catalogue market;
    std::vector<Programme> programmes;
  };
  [[nodiscard]] Read read_markets(const Context& context) const;
  void complete(market::Options& options, const Read& read, const Context& context) const;
  void lay_type(Programme& target, const Context& context, std::vector<std::string>& notes) const;

  std::vector<std::string> to_, market_, rules_, at_, without_;
  std::string record_, part_, first_term_, policy_, type_;
  std::int64_t most_terms_ = 0;
  bool either_ = false;
};

// "cost", "cost,duration" (lexicographic), "cost=1+duration=200" (weighted); UsageError for anything else.
[[nodiscard]] std::vector<std::vector<market::Goal>> read_objectives(const std::string& text);

}  // namespace crosswalk::cli
