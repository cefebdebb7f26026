// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_convert.hpp"
#include "cli/writers.hpp"

#include <ostream>

#include "cli/distribution_file.hpp"
#include "frameworks/facts/registry.hpp"
#include "lib/diagnostics/error.hpp"
#include "reports/credit_conversion.hpp"
#include "reports/grade_conversion.hpp"

namespace crosswalk::cli {
namespace {

template <class Records>
std::string did_you_mean(const std::string& word, const Records& records) {
  std::vector<std::string> ids;
  for (const auto& each : records) ids.push_back(each.fact.id);
  const std::string guess = nearest(word, ids);
  return guess.empty() ? "" : " (did you mean " + guess + "?)";
}

std::optional<Rational> number(const std::string& text, const std::string& flag) {
  if (text.empty()) return std::nullopt;
  const auto value = Rational::parse(text);
  if (!value) throw UsageError(flag + " needs a number, found '" + text + "'");
  return value;
}

// "half-up:1/2", "down:1", "half-up".
std::optional<Rounding> rounding(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const std::size_t colon = text.find(':');
  const auto mode = rounding_mode(text.substr(0, colon));
  const auto step = colon == std::string::npos ? std::optional(Rational(1)) : Rational::parse(text.substr(colon + 1));
  if (!mode || !step || step->sign() <= 0)
    throw UsageError(
        "--rounding needs MODE or MODE:STEP such as half-up:1/2 (modes none, down, up, half-up, half-even, half-down), "
        "found '" +
        text + "'");
  return Rounding{*mode, *step};
}

class Convert : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("what", what_, "credit or grade");
    options.positional("value", value_, "the amount (7.5, 16/3) or the grade (14, A-, 30/100, 'A-:3 B:4')");
    options.positional("from", from_,
                       "credit system or grading scale: ECTS, US-SH, FR-20; - where the method needs none");
    options.positional("to", to_, "credit system or grading scale");
    options.choice("--basis", basis_, {"published", "year", "hours"},
                   "credit: what a source states, or the definitions by year or hours");
    options.value("--via", via_, "credit: compose through this system");
    options.value("--method", method_, "grade: modified-bavarian, linear, dk13-to-dk7-a, ects-grading-table, ...");
    options.value("--rounding", rounding_,
                  "grade: a rule of the method (kmk, half-up, german-step); credit: MODE:STEP");
    options.value("--best", best_, "grade: best mark of the given scale, where it is not a known one");
    options.value("--pass", pass_, "grade: lowest passing mark of the given scale");
    options.values("--distributions", distributions_,
                   "grade: host and home distribution files (CSV grade,count or ELMO/EWP XML)");
    options.choice("--overlap", overlap_, {"largest", "midpoint", "minimum", "maximum", "average"},
                   "grade: how distributions choose");
    options.flag("--include-unverified", unverified_, "let shaky records answer; the answer says so");
    options.examples(
        "  crosswalk convert credit 45 US-QH US-SH\n  crosswalk convert credit 120 CATS ECTS --basis hours\n"
        "  crosswalk convert grade 14 FR-20 DE-15 --method modified-bavarian\n"
        "  crosswalk convert grade 82 - DE-15 --method modified-bavarian --best 100 --pass 50 --rounding half-up");
  }

  int run(const Context& context) override {
    const auto registry = facts::Registry::open(context.facts);
    if (what_ == "credit") return credit(context, registry);
    if (what_ == "grade") return grade(context, registry);
    throw UsageError("convert needs 'credit' or 'grade', found '" + what_ + "'");
  }

 private:
  std::string system(const facts::Registry& registry, const std::string& word) const {
    const auto named = registry.credit_systems_named(word);
    if (named.size() == 1) return named.front()->fact.id;
    if (named.empty())
      throw UsageError("credit system '" + word + "' is not known" +
                       did_you_mean(word, registry.facts().credit_systems));
    std::string all;
    for (const CreditSystem* each : named) all += (all.empty() ? "" : ", ") + each->fact.id + " (" + each->title + ")";
    throw UsageError("'" + word + "' is ambiguous: " + all);
  }

  const GradingScale* scale(const facts::Registry& registry, const std::string& word) const {
    if (word == "-") return nullptr;
    const GradingScale* found = registry.grading_scale(word);
    if (found == nullptr)
      throw UsageError("grading scale '" + word + "' is not known" +
                       did_you_mean(word, registry.facts().grading_scales) + "; - stands for none");
    return found;
  }

  const GradeMethod& method(const facts::Registry& registry) const {
    const GradeMethod* found = registry.grade_method(method_);
    std::string all;
    for (const GradeMethod& each : registry.facts().grade_methods) all += (all.empty() ? "" : ", ") + each.fact.id;
    if (found == nullptr)
      throw UsageError(method_.empty() ? "convert grade needs --method, one of: " + all
                                       : "method '" + method_ + "' is not known; known: " + all);
    if (found->fact.evidence == Evidence::shaky && !unverified_)
      throw UsageError("method '" + method_ + "' is known only from shaky memory (needs --include-unverified)");
    return *found;
  }

  int credit(const Context& context, const facts::Registry& registry) const {
    const auto amount = number(value_, "the amount");
    credits::ConvertOptions options;
    options.basis = basis_ == "year"    ? credits::Basis::year
                    : basis_ == "hours" ? credits::Basis::hours
                                        : credits::Basis::published;
    if (!via_.empty()) options.via = system(registry, via_);
    options.rounding = rounding(rounding_);
    options.include_unverified = unverified_;
    const std::string to = system(registry, to_);
    const auto answer = credits::convert({*amount, system(registry, from_)}, to, registry.facts().credit_systems,
                                         registry.facts().conversions, options);
    const reports::CreditConversionReport report{&answer, to, registry.release().version};
    print(context, report,
          {reports::credit_conversion_text, reports::credit_conversion_json, reports::credit_conversion_csv,
           reports::credit_conversion_html});
    return answer.value ? done : answer_is_no;
  }

  grades::GradeQuestion question(const facts::Registry& registry) const {
    grades::GradeQuestion out;
    out.value = value_;
    out.from = scale(registry, from_);
    out.to = scale(registry, to_);
    out.best = number(best_, "--best");
    out.pass = number(pass_, "--pass");
    out.rounding = rounding_;
    if (!overlap_.empty()) out.overlap = *grades::overlap(overlap_);
    if (!distributions_.empty() && distributions_.size() != 2)
      throw UsageError("--distributions needs two files: host and home");
    if (distributions_.size() == 2) {
      out.host = read_distribution(distributions_[0]);
      out.home = read_distribution(distributions_[1]);
    }
    return out;
  }

  int grade(const Context& context, const facts::Registry& registry) const {
    const GradeMethod& by = method(registry);
    const grades::GradeQuestion asked = question(registry);
    const grades::GradeAnswer answer = grades::convert(asked, by);
    const auto shown = [](const std::string& word) { return word == "-" ? std::string("given marks") : word; };
    const reports::GradeConversionReport report{&asked,       &answer,    &by,
                                                shown(from_), shown(to_), registry.release().version};
    print(context, report,
          {reports::grade_conversion_text, reports::grade_conversion_json, reports::grade_conversion_csv,
           reports::grade_conversion_html});
    return answer.outcome == grades::Outcome::value || answer.outcome == grades::Outcome::fail ? done : answer_is_no;
  }

  std::string what_, value_, from_, to_, basis_, via_, method_, rounding_, best_, pass_, overlap_;
  std::vector<std::string> distributions_;
  bool unverified_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_convert() { return std::make_unique<Convert>(); }

}  // namespace crosswalk::cli
