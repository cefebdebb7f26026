// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_curriculum.hpp"
#include "cli/writers.hpp"

#include <ostream>

#include "cli/verb.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/graph/reach.hpp"
#include "reports/catalogue_structure.hpp"
#include "reports/curriculum.hpp"
#include "reports/curriculum_comparison.hpp"

namespace crosswalk::cli {
namespace {

using reports::MeasuredCurriculum;
namespace lib_graph = crosswalk::graph;

Rational credits_option(const std::string& text, std::string_view option) {
  const auto value = Rational::parse(text);
  if (!value) throw UsageError(std::string(option) + " wants an amount of credits, not '" + text + "'");
  return *value;
}

class CurriculumVerb : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("ACTION", action_, "metrics, plan, compare, graph or delay");
    options.positionals("FILE", arguments_, "curricula; for graph also a catalogue; for delay a file and courses");
    options.value("--as", as_, "the format, where content alone does not tell it");
    options.number("--terms", terms_, "plan: number of terms (8, or those of the file's own plan)");
    options.value("--min", min_, "plan: least credits of a term (0)");
    options.value("--max", max_, "plan: most credits of a term (18)");
    options.choice("--objective", objective_, {"balance", "distance", "balance,distance", "distance,balance"},
                   "plan: what it is good for (balance,distance)");
    options.number("--work", work_, "plan: search steps before an unproven answer (20000000)");
    options.examples(
        "  crosswalk curriculum metrics data/samples/curricula/mechatronics-2025.csv\n"
        "  crosswalk --format html -o plan.html curriculum plan --min 12 --max 18 FILE\n"
        "  crosswalk curriculum compare OLD.csv NEW.csv");
  }

  int run(const Context& context) override {
    if (action_ == "metrics") return metrics(context);
    if (action_ == "plan") return plan(context);
    if (action_ == "compare") return compare(context);
    if (action_ == "graph") return graph(context);
    if (action_ == "delay") return delay(context);
    throw UsageError("curriculum " + action_ + ": unknown; known are metrics, plan, compare, graph, delay");
  }

 private:
  Curriculum read(const Context& context, const std::string& path) {
    formats::Input input = formats::Input::open(path, {}, context.in);
    ReadResult<formats::Document> document = formats::read(input, as_);
    context.report(document.diagnostics);
    const auto* found = document.value.get<Curriculum>();
    if (found == nullptr)
      throw InputError("curriculum.kind", {path, {}, {}, {}, {}},
                       "this is a " + std::string(formats::kind(document.value)) + ", a curriculum is needed");
    return *found;
  }

  MeasuredCurriculum measure(const Context& context, const std::string& path) {
    MeasuredCurriculum measured{path, read(context, path), {}};
    measured.metrics = curriculum::metrics(measured.curriculum);
    return measured;
  }

  // One unusable file does not keep the others from being measured; the exit code still says so.
  int metrics(const Context& context) {
    std::vector<MeasuredCurriculum> all;
    int code = done;
    for (const std::string& path : arguments_) try {
        all.push_back(measure(context, path));
      } catch (const InputError& error) {
        if (arguments_.size() == 1) throw;
        context.report({error.diagnostic()});
        code = bad_input;
      }
    if (all.empty()) return code;
    print(context, all,
          {reports::curriculum_metrics_text, reports::curriculum_metrics_json, reports::curriculum_metrics_csv,
           reports::curriculum_metrics_html});
    return code;
  }

  const std::string& only_file() const {
    if (arguments_.size() != 1) throw UsageError("curriculum " + action_ + " wants one file");
    return arguments_.front();
  }

  curriculum::PlanOptions plan_options(const std::optional<curriculum::Plan>& stated) const {
    curriculum::PlanOptions options;
    if (stated) options.terms = static_cast<std::int64_t>(stated->terms.size());
    if (terms_ != 0) options.terms = terms_;
    if (!min_.empty()) options.min_credits = credits_option(min_, "--min");
    if (!max_.empty()) options.max_credits = credits_option(max_, "--max");
    if (!objective_.empty()) options.objective = *curriculum::plan_objective(objective_);
    if (work_ < 1) throw UsageError("--work must be at least 1");
    options.work = work_;
    return options;
  }

  int plan(const Context& context) {
    reports::PlannedCurriculum planned;
    planned.measured = measure(context, only_file());
    planned.stated = curriculum::stated_plan(planned.measured.curriculum);
    planned.options = plan_options(planned.stated);
    planned.plan = curriculum::plan(planned.measured.curriculum, planned.options);
    print(context, planned,
          {reports::curriculum_plan_text, reports::curriculum_plan_json, reports::curriculum_plan_csv,
           reports::curriculum_plan_html});
    switch (planned.plan.status) {
      case curriculum::Plan::Status::optimal:
        return done;
      case curriculum::Plan::Status::infeasible:
        return answer_is_no;
      case curriculum::Plan::Status::feasible:
      case curriculum::Plan::Status::unknown:
        break;
    }
    return not_proven;
  }

  // The needs of a curriculum or catalogue, with its title.
  struct Requisites {
    std::string title;
    catalogue::Needs needs;
    lib_graph::Graph graph;
  };

  Requisites requisites(const Context& context, const std::string& path) {
    formats::Input input = formats::Input::open(path, {}, context.in);
    const ReadResult<formats::Document> document = formats::read(input, as_);
    context.report(document.diagnostics);
    if (const auto* found = document.value.get<Curriculum>()) {
      auto needs = catalogue::needs_of(*found);
      auto graph = catalogue::needs_graph(needs);
      return {reports::curriculum_title(*found), std::move(needs), std::move(graph)};
    }
    if (const auto* found = document.value.get<Programme>())
      if (auto needs = catalogue::needs_of(*found)) {
        auto graph = catalogue::needs_graph(*needs);
        return {found->title, *std::move(needs), std::move(graph)};
      }
    const auto* found = document.value.get<Catalogue>();
    if (found == nullptr)
      throw InputError("curriculum.kind", {path, {}, {}, {}, {}},
                       "this is a " + std::string(formats::kind(document.value)) +
                           ", a curriculum, catalogue or list of enrolment conditions is needed");
    auto needs = catalogue::needs_of(*found);
    auto graph = catalogue::catalogue_graph(*found, needs);
    return {found->title.empty() ? path : found->title, std::move(needs), std::move(graph)};
  }

  void need_text_or_json(const Context& context) const {
    if (context.format != Format::text && context.format != Format::json)
      throw UsageError("curriculum " + action_ + " answers in text or json");
  }

  int graph(const Context& context) {
    need_text_or_json(context);
    Requisites given = requisites(context, only_file());
    auto structure = catalogue::structure(given.needs, given.graph);
    const reports::StructureAnswer answer{only_file(), given.title, std::move(given.needs), std::move(structure)};
    *context.out << (context.format == Format::json ? catalogue_structure_json(answer)
                                                    : catalogue_structure_text(answer));
    return done;
  }

  int delay(const Context& context) {
    need_text_or_json(context);
    if (arguments_.size() < 2) throw UsageError("curriculum delay wants a file and the failed courses");
    Requisites given = requisites(context, arguments_.front());
    reports::DelayAnswer answer{arguments_.front(), given.title, std::move(given.needs), {}, {}, {}, {}};
    for (std::size_t i = 1; i < arguments_.size(); ++i) {
      const auto course = answer.needs.find(arguments_[i]);
      if (!course) throw UsageError("course '" + arguments_[i] + "' is not in " + arguments_.front());
      answer.failed.push_back(*course);
    }
    answer.delays = catalogue::delayed_by(answer.needs, answer.failed);
    const lib_graph::View needs(given.graph, lib_graph::EdgeKinds::needs());
    answer.unlocks = lib_graph::reachable(needs, answer.failed);
    answer.needed_first = lib_graph::reachable(needs.reversed(), answer.failed);
    *context.out << (context.format == Format::json ? course_delay_json(answer) : course_delay_text(answer));
    return done;
  }

  int compare(const Context& context) {
    if (arguments_.size() != 2)
      throw UsageError("curriculum compare wants two files: the one before and the one after");
    reports::ComparedCurricula compared{measure(context, arguments_[0]), measure(context, arguments_[1]), {}};
    compared.comparison = curriculum::compare(compared.before.curriculum, compared.after.curriculum);
    print(context, compared,
          {reports::curriculum_comparison_text, reports::curriculum_comparison_json, reports::curriculum_comparison_csv,
           reports::curriculum_comparison_html});
    return done;
  }

  std::string action_, as_, min_, max_, objective_;
  std::vector<std::string> arguments_;
  std::int64_t terms_ = 0, work_ = 20'000'000;
};

}  // namespace

std::unique_ptr<Verb> make_curriculum() { return std::make_unique<CurriculumVerb>(); }

}  // namespace crosswalk::cli
