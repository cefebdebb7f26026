// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_compare.hpp"
#include "cli/writers.hpp"

#include <algorithm>
#include <ostream>

#include "cli/framework_names.hpp"
#include "cli/third_country.hpp"
#include "lib/diagnostics/error.hpp"
#include "mappers/levels/anomalies.hpp"
#include "mappers/levels/compare.hpp"
#include "mappers/levels/descriptors.hpp"
#include "reports/comparison.hpp"

namespace crosswalk::cli {
namespace {

class Compare : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("from", from_, "a framework or one of its levels: IE-NFQ, GB-RQF/6, IE, 'NFQ 8'");
    options.positional("to", to_, "the framework to compare with: IE-NFQ, EQF, IE");
    options.value("--via", via_, "lead with the answer composed through this hub: EQF, QF-EHEA, AQRF, any framework");
    options.number("--awarded", awarded_, "year of the award: picks the edition of a framework that was renumbered");
    options.value("--type", type_, "qualification type in words; narrows several levels: 'honours bachelor'");
    options.flag("--nominal", nominal_, "guess by equal labels where nothing is known; the answer says so");
    options.flag("--include-unverified", unverified_,
                 "let shaky, draft and superseded rows answer; the answer says so");
    options.flag("--third-country", third_country_, "add the eleven topics of the EQF comparison with third countries");
    options.values("--with", with_, "your own frameworks or referencing, YAML or CSV, held to the same checks");
    options.examples(
        "  crosswalk compare GB-RQF/6 IE --via EQF\n  crosswalk compare GB-RQF IE-NFQ --format html -o rqf-nfq.html\n"
        "  crosswalk compare FR EQF --awarded 2018");
  }

  int run(const Context& context) override {
    const facts::Registry registry = registry_of(context, with_);
    const Date as_of = date_of(context, registry);
    const std::optional<int> awarded = awarded_ == 0 ? std::nullopt : std::optional(static_cast<int>(awarded_));
    const NamedLevel from = named_level(registry, from_, awarded, as_of);
    const NamedLevel to = named_level(registry, to_, std::nullopt, as_of);
    if (!to.level.empty())
      throw UsageError("compare answers with levels of the second framework: name it without a level");
    if (from.framework == to.framework) throw UsageError("both sides are " + to.framework->id.text);
    return answer(context, registry, as_of, from, to, awarded);
  }

 private:
  levels::Admission admission(const Context& context, const Date& as_of, const NamedLevel& from,
                              std::optional<int> awarded) const {
    levels::Admission out;
    out.as_of = as_of;
    out.past = !context.as_of.empty();
    out.include_unverified = unverified_;
    out.awarded = awarded;
    if (awarded) out.edition = from.framework->id.text;
    return out;
  }

  int answer(const Context& context, const facts::Registry& registry, const Date& as_of, const NamedLevel& from,
             const NamedLevel& to, std::optional<int> awarded) const {
    const facts::Facts& facts = registry.facts();
    const levels::ReferencingIndex index(facts.frameworks, facts.referencing, admission(context, as_of, from, awarded));
    levels::CompareOptions options;
    if (!via_.empty()) options.via = named_level(registry, via_, std::nullopt, as_of).framework->id.text;
    options.nominal = nominal_;
    options.type = type_;
    const int a = index.position(from.framework->id.text), b = index.position(to.framework->id.text);
    const levels::Comparison comparison = levels::compare(index, a, b, from.level, facts.qualification_types, options);
    reports::ComparisonReport report{&comparison,      from.framework,
                                     to.framework,     levels::anomalies(index, comparison),
                                     to_string(as_of), registry.release().version,
                                     from.remarks,     {}};
    report.remarks.insert(report.remarks.end(), to.remarks.begin(), to.remarks.end());
    report.remarks.insert(report.remarks.end(), comparison.remarks.begin(), comparison.remarks.end());
    const auto verdicts = levels::descriptor_verdicts(comparison, *from.framework, *to.framework);
    report.remarks.insert(report.remarks.end(), verdicts.begin(), verdicts.end());
    if (third_country_) report.topics = third_country_topics(registry, *from.framework, *to.framework);
    print(context, report,
          {reports::comparison_text, reports::comparison_json, reports::comparison_csv, reports::comparison_html});
    const bool any = std::ranges::any_of(comparison.levels,
                                         [](const auto& each) { return each.leading.known != levels::Known::unknown; });
    return any ? done : answer_is_no;
  }

  std::string from_, to_, via_, type_;
  std::vector<std::string> with_;
  std::int64_t awarded_ = 0;
  bool nominal_ = false, unverified_ = false, third_country_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_compare() { return std::make_unique<Compare>(); }

}  // namespace crosswalk::cli
