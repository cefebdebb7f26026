// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_graph.hpp"

#include <algorithm>
#include <ostream>

#include "cli/competency_inputs.hpp"
#include "cli/verb.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/graph/ancestors.hpp"
#include "lib/graph/reach.hpp"
#include "mappers/competencies/entry_names.hpp"
#include "reports/framework_graph.hpp"

namespace crosswalk::cli {
namespace {

class GraphVerb : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("ACTION", action_, "structure, ancestor, closure, duplicates or doors");
    options.positional("INPUT", input_, "a competency framework; for duplicates and doors what items stand for");
    options.positionals("ENTRY", entries_, "ancestor, closure: entries by identifier, code or label", false);
    options.values("--with", with_, "doors: what targets ask for; duplicates, doors: the competency framework");
    options.value("--least", least_, "duplicates: least share of common competencies, 80% or 4/5 (80%)");
    options.value("--as", as_, "the format of INPUT, where content alone does not tell it");
    options.number("--list", list_, "lines a list of the text answer shows (40)");
    options.examples(
        "  crosswalk graph structure data/samples/competencies/hydrology.case.json\n"
        "  crosswalk graph ancestor framework.json WS-01-01 WS-02-01\n"
        "  crosswalk graph duplicates courses.csv --least 90%\n"
        "  crosswalk graph doors courses.csv --with occupations.csv framework.json");
  }

  int run(const Context& context) override {
    if (context.format == Format::csv || context.format == Format::html)
      throw UsageError("graph answers in text or json");
    if (list_ < 0) throw UsageError("--list wants 0 or more");
    if (action_ == "structure") return structure(context);
    if (action_ == "ancestor") return ancestor(context);
    if (action_ == "closure") return closure(context);
    if (action_ == "duplicates") return duplicates(context);
    if (action_ == "doors") return doors(context);
    throw UsageError("graph " + action_ + ": unknown; known are structure, ancestor, closure, duplicates, doors");
  }

 private:
  [[nodiscard]] std::size_t listed() const { return static_cast<std::size_t>(list_); }

  int structure(const Context& context) const {
    const CompetencyFramework framework = framework_named(input_, as_, context);
    const competencies::Hierarchy hierarchy(framework);
    const competencies::Structure found = competencies::structure(hierarchy);
    const reports::StructureReport report{&framework, &hierarchy, &found, listed()};
    *context.out << (context.format == Format::json ? reports::framework_structure_json(report)
                                                    : reports::framework_structure_text(report));
    return done;
  }

  // The named entries of the framework; UsageError for one it does not have.
  reports::KinReport kin(const CompetencyFramework& framework, const competencies::Hierarchy& hierarchy) const {
    if (entries_.empty()) throw UsageError("graph " + action_ + " needs entries of the framework");
    reports::KinReport report{&framework, &hierarchy, {}, {}, {}, {}, listed()};
    const competencies::EntryNames names(framework);
    for (const std::string& written : entries_) {
      const auto found = names.find_or_labelled(written);
      if (!found) throw UsageError("the framework has no single entry '" + written + "'");
      report.entries.push_back(*found);
    }
    return report;
  }

  int ancestor(const Context& context) const {
    const CompetencyFramework framework = framework_named(input_, as_, context);
    const competencies::Hierarchy hierarchy(framework);
    reports::KinReport report = kin(framework, hierarchy);
    report.ancestors = graph::common_ancestors(hierarchy.up(), report.entries);
    *context.out << (context.format == Format::json ? reports::ancestors_json(report)
                                                    : reports::ancestors_text(report));
    return report.ancestors.empty() ? answer_is_no : done;
  }

  int closure(const Context& context) const {
    const CompetencyFramework framework = framework_named(input_, as_, context);
    const competencies::Hierarchy hierarchy(framework);
    reports::KinReport report = kin(framework, hierarchy);
    for (const graph::Node& entry : report.entries) {
      report.broader.push_back(graph::reachable(hierarchy.up(), std::span(&entry, 1)));
      report.narrower.push_back(graph::reachable(hierarchy.down(), std::span(&entry, 1)));
    }
    *context.out << (context.format == Format::json ? reports::closure_json(report) : reports::closure_text(report));
    return done;
  }

  // What --with holds: demands and competencies.
  struct Beside {
    std::vector<MappingSet> sets;
    CompetencyFramework framework;
  };
  Beside beside(const Context& context) const {
    Beside out;
    for (const std::string& file : with_)
      for (NamedDocument& each : named_documents(file, {}, context))
        for (formats::Part& part : each.document.parts) {
          if (auto* set = std::get_if<MappingSet>(&part)) out.sets.push_back(std::move(*set));
          if (const auto* framework = std::get_if<CompetencyFramework>(&part))
            competencies::merge(out.framework, *framework);
        }
    return out;
  }

  coverage::ClaimSet claims(const Context& context) const {
    coverage::ClaimSet out;
    add_claims_of(out, named_documents(input_, as_, context), {});
    return out;
  }

  [[nodiscard]] Rational least() const {
    std::string text = least_.empty() ? "80%" : least_;
    const bool hundredth = text.ends_with('%');
    if (hundredth) text.pop_back();
    auto value = Rational::parse(text);
    if (value && hundredth) *value /= Rational(100);
    if (!value || *value <= Rational(0) || *value > Rational(1))
      throw UsageError("--least wants a share such as 80% or 4/5, not '" + least_ + "'");
    return *value;
  }

  int duplicates(const Context& context) const {
    const Beside with = beside(context);
    const coverage::ClaimSet set = claims(context);
    coverage::OverlapOptions options;
    options.least = least();
    const coverage::Overlaps found =
        coverage::overlaps(set, with.framework.entries.empty() ? nullptr : &with.framework, options);
    const reports::OverlapReport report{&set, &found, options.least, listed()};
    *context.out << (context.format == Format::json ? reports::overlaps_json(report) : reports::overlaps_text(report));
    return found.complete ? done : not_proven;
  }

  int doors(const Context& context) const {
    const Beside with = beside(context);
    if (gaps::demanding(with.sets).empty())
      throw UsageError("graph doors needs --with files that say what occupations or programmes ask for");
    const coverage::ClaimSet set = claims(context);
    const gaps::Doors found = gaps::doors(set, with.sets, with.framework.entries.empty() ? nullptr : &with.framework);
    const reports::DoorReport report{&set, &found, listed()};
    *context.out << (context.format == Format::json ? reports::doors_json(report) : reports::doors_text(report));
    return done;
  }

  std::string action_, input_, as_, least_;
  std::vector<std::string> entries_, with_;
  std::int64_t list_ = 40;
};

}  // namespace

std::unique_ptr<Verb> make_graph() { return std::make_unique<GraphVerb>(); }

}  // namespace crosswalk::cli
