// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_pathways.hpp"
#include "cli/writers.hpp"

#include <charconv>
#include <fstream>
#include <ostream>

#include "cli/market_question.hpp"
#include "frameworks/formats/problem_json/problem_json.hpp"
#include "lib/diagnostics/error.hpp"
#include "reports/pathways.hpp"

namespace crosswalk::cli {
namespace {

class PathwaysVerb : public Verb {
 public:
  void declare(Options& options) override {
    market_.declare(options);
    options.value("--problem", problem_,
                  "a stacking problem in JSON (docs/formats/problem-json.md), instead of a market");
    options.value("--held", held_, "FILE:LINE, what is held instead: a JSON list on that line, counted from 0");
    options.value("--objective", objective_,
                  "what is to be least (cost): cost, duration, credits, providers; cost,duration one after the other; "
                  "cost=1+duration=200 weighted; of a problem cost, weeks or credits");
    options.number("--k", plans_, "the best so many pathways that differ (1)");
    options.number("--differ", differ_, "in at least so many purchases (2)");
    options.value("--pareto", pareto_, "A,B: the front of two objectives; A is minimised for each worthwhile B");
    options.number("--points", points_, "of the front at most (20)");
    options.flag("--explain", explain_, "what the best pathway without each step would be");
    options.number("--term-credits", term_credits_, "credits a term at most in the timetable (the market's, else 30)");
    options.value("--calendar", calendar_, "YYYYMMDD: print the timetable as iCalendar, term 1 beginning that day");
    options.number("--term-weeks", term_weeks_, "length of a term in the calendar (26)");
    options.number("--work", work_, "linear programs solved before an unproven answer; 0: no limit");
    options.seconds("--limit", limit_, "processor seconds before an unproven answer, which is then not reproducible");
    options.value("--gap", gap_, "stop when proven within this share of the best, as 0.005");
    options.examples(
        "  crosswalk pathways --to bsc-data --market data/samples/pathways/market.yaml --rules "
        "data/samples/pathways/rules.yaml --record data/samples/pathways/record.yaml\n"
        "  crosswalk pathways --problem data/samples/pathways/certificate.json --k 3 --explain\n"
        "  crosswalk --json pathways --problem FILE --pareto cost,weeks --limit 60");
  }

  [[nodiscard]] bool writes_document() const override { return !calendar_.empty(); }

  int run(const Context& context) override {
    if (market_.asked() != problem_.empty())
      throw UsageError("pathways wants --to ID with --market FILE, or --problem FILE");
    if (market_.asked()) return market_.run(context, market_options(), calendar_, static_cast<int>(term_weeks_));
    formats::Input input = formats::Input::open(problem_, {}, context.in);
    StackingProblem problem = formats::read_problem(input);
    if (!held_.empty()) hold(problem);
    reports::PathwayAnswer answer{problem, options(), {}, {}, {}};
    answer.result = pathways::solve_stacking(problem, answer.options);
    pathways::TimetableOptions load;
    const Rational a_term = Rational(term_credits_ > 0 ? term_credits_ : 30) / problem.quantum;
    load.credits_a_term = a_term.numerator() / a_term.denominator();
    for (const auto& plan : answer.result.plans) answer.timetables.push_back(timetable(problem, plan.plan, load));
    if (explain_ && !answer.result.plans.empty())
      answer.reasons = pathways::reasons(problem, answer.result.plans.front().plan, answer.options);
    print(context, answer);
    switch (answer.result.status) {
      case pathways::Result::Status::optimal:
        return done;
      case pathways::Result::Status::infeasible:
        return answer_is_no;
      case pathways::Result::Status::feasible:
      case pathways::Result::Status::unknown:
        break;
    }
    return not_proven;
  }

 private:
  void hold(StackingProblem& problem) const {
    const auto colon = held_.rfind(':');
    std::uint32_t number = 0;
    const char* end = held_.data() + held_.size();
    if (colon == std::string::npos || std::from_chars(held_.data() + colon + 1, end, number).ptr != end ||
        colon + 1 == held_.size())
      throw UsageError("--held wants FILE:LINE, not '" + held_ + "'");
    const std::string path = held_.substr(0, colon);
    std::ifstream file(path);
    if (!file) throw InputError("file.open", {path, {}, {}, {}, {}}, "cannot be opened");
    std::string line;
    for (std::uint32_t at = 0; at <= number; ++at)
      if (!std::getline(file, line))
        throw UsageError("--held: " + path + " has no line " + std::to_string(number) + " (counted from 0)");
    formats::set_held(problem, line, path, number + 1);
  }

  pathways::Options options() const {
    pathways::Options options;
    if (plans_ < 1 || differ_ < 1 || points_ < 2 || term_credits_ < 0 || work_ < 0 || term_weeks_ < 1)
      throw UsageError(
          "--k, --differ, --term-credits and --term-weeks must be at least 1, --points at least 2, --work not "
          "negative");
    const auto objective = stacking_objective(objective_);
    if (!objective) throw UsageError("--objective of a problem is cost, weeks or credits, not '" + objective_ + "'");
    options.objective = *objective;
    options.plans = static_cast<int>(plans_);
    options.differ = static_cast<int>(differ_);
    options.points = static_cast<int>(points_);
    options.work = work_;
    options.seconds = limit_;
    options.gap = gap();
    if (!pareto_.empty()) {
      const auto comma = pareto_.find(',');
      const auto first = stacking_objective(pareto_.substr(0, comma));
      const auto second = comma == std::string::npos ? std::nullopt : stacking_objective(pareto_.substr(comma + 1));
      if (!first || !second || first == second)
        throw UsageError("--pareto wants two of cost, weeks, credits, not '" + pareto_ + "'");
      options.objective = *first;
      options.against = second;
    }
    return options;
  }

  [[nodiscard]] double gap() const {
    if (gap_.empty()) return 0;
    const auto gap = Rational::parse(gap_);
    if (!gap || *gap < Rational(0) || *gap > Rational(1))
      throw UsageError("--gap wants a share from 0 to 1, not '" + gap_ + "'");
    return static_cast<double>(gap->numerator()) / static_cast<double>(gap->denominator());
  }

  [[nodiscard]] market::Options market_options() const {
    if (!held_.empty()) throw UsageError("--held belongs to --problem; a market takes --record");
    market::Options out;
    if (plans_ < 1 || differ_ < 1 || points_ < 2 || term_credits_ < 0 || work_ < 0 || term_weeks_ < 1)
      throw UsageError(
          "--k, --differ and --term-weeks must be at least 1, --points at least 2, --term-credits and --work not "
          "negative");
    out.objectives = read_objectives(objective_);
    out.plans = static_cast<int>(plans_);
    out.differ = static_cast<int>(differ_);
    out.points = static_cast<int>(points_);
    out.work = work_;
    out.seconds = limit_;
    out.gap = gap();
    out.explain = explain_;
    if (term_credits_ > 0) out.term_credits = Rational(term_credits_);
    if (pareto_.empty()) return out;
    const auto comma = pareto_.find(',');
    const auto first = market::objective(pareto_.substr(0, comma));
    const auto second = comma == std::string::npos ? std::nullopt : market::objective(pareto_.substr(comma + 1));
    if (!first || !second || first == second)
      throw UsageError("--pareto wants two of cost, duration, credits, providers, not '" + pareto_ + "'");
    out.front = std::pair(*first, *second);
    return out;
  }

  void print(const Context& context, const reports::PathwayAnswer& answer) const {
    if (!calendar_.empty()) {
      *context.out << reports::pathways_calendar(answer, calendar_, static_cast<int>(term_weeks_));
      return;
    }
    cli::print(context, answer,
               {reports::pathways_text, reports::pathways_json, reports::pathways_csv, reports::pathways_html});
  }

  MarketQuestion market_;
  std::string problem_, held_, objective_ = "cost", pareto_, calendar_, gap_;
  std::int64_t plans_ = 1, differ_ = 2, points_ = 20, term_credits_ = 0, work_ = 0, term_weeks_ = 26;
  double limit_ = 0;
  bool explain_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_pathways() { return std::make_unique<PathwaysVerb>(); }

}  // namespace crosswalk::cli
