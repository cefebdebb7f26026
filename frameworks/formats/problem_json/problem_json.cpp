// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/problem_json/problem_json.hpp"

#include <algorithm>
#include <unordered_map>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json_view.hpp"

namespace crosswalk::formats {
namespace {

using syntax::JsonView;
using Kind = syntax::Node::Kind;
using Index = std::unordered_map<std::string, int>;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

class ProblemReader {
 public:
  ProblemReader(const std::string& file, StackingProblem& problem) : file_(file), problem_(problem) {}

  void read(const JsonView& root) {
    problem_.system = "ECTS";
    problem_.currency = "EUR";
    member(root, "providers", Kind::mapping).each_member([&](std::string_view id, JsonView value) {
      provider(id, value);
    });
    const JsonView target = member(root, "target", Kind::mapping);
    member(root, "offerings", Kind::sequence).each_item([&](JsonView value) { offering(value); });
    member(root, "bundles", Kind::sequence).each_item([&](JsonView value) { bundle(value); });
    member(root, "rules", Kind::sequence).each_item([&](JsonView value) { rule(value); });
    totals(target);
    const JsonView nodes = member(target, "nodes", Kind::sequence);
    nodes.each_item(
        [&](JsonView value) { declare(nodes_, text(value, "id"), static_cast<int>(nodes_.size()), value); });
    nodes.each_item([&](JsonView value) { node(value); });
    problem_.root = known(nodes_, member(target, "root", Kind::string));
    if (const auto held = root.find("held"))
      held->each_item([&](JsonView id) {
        if (const auto found = offerings_.find(std::string(id.text())); found != offerings_.end())
          problem_.offerings[at(found->second)].held = true;
      });
  }

 private:
  [[noreturn]] void refuse(const char* code, const JsonView& where, const std::string& words) const {
    throw InputError(code, Location{file_, where.line(), where.column(), {}, {}}, words);
  }
  JsonView member(const JsonView& of, std::string_view key, Kind kind) const {
    const auto found = of.find(key);
    if (!found) refuse("problem.field", of, "'" + std::string(key) + "' is missing");
    if (found->kind() != kind)
      refuse("problem.field", *found,
             "'" + std::string(key) + "' is a " + std::string(name(found->kind())) + ", a " + std::string(name(kind)) +
                 " is needed");
    return *found;
  }
  std::string text(const JsonView& of, std::string_view key) const {
    return std::string(member(of, key, Kind::string).text());
  }
  Rational number(const JsonView& of, std::string_view key) const {
    const JsonView value = member(of, key, Kind::number);
    const auto parsed = Rational::parse(value.text());
    if (!parsed) refuse("problem.field", value, "'" + std::string(key) + "' is no plain number");
    return *parsed;
  }
  std::int64_t whole(const JsonView& of, std::string_view key) const {
    const Rational value = number(of, key);
    if (!value.is_whole() || value < Rational(0) || value > Rational(1'000'000'000))
      refuse("problem.field", member(of, key, Kind::number),
             "'" + std::string(key) + "' must be a whole number from 0 to 1000000000");
    return value.numerator();
  }
  int small(const JsonView& of, std::string_view key) const { return static_cast<int>(whole(of, key)); }
  int known(const Index& index, const JsonView& id) const {
    const auto found = index.find(std::string(id.text()));
    if (found == index.end()) refuse("problem.reference", id, "'" + std::string(id.text()) + "' names nothing here");
    return found->second;
  }
  void declare(Index& index, const std::string& id, int number, const JsonView& where) const {
    if (!index.emplace(id, number).second) refuse("problem.duplicate", where, "'" + id + "' is used twice");
  }
  static int intern(Index& index, std::vector<std::string>& names, std::string_view id) {
    const auto [found, fresh] = index.emplace(std::string(id), static_cast<int>(names.size()));
    if (fresh) names.emplace_back(id);
    return found->second;
  }
  // Whole credits of a weighted amount, rounded down exactly.
  static std::int64_t scaled(std::int64_t credits, const Rational& weight) {
    const Rational value = Rational(credits) * weight;
    return value.numerator() / value.denominator();
  }

  void provider(std::string_view id, const JsonView& value) {
    declare(providers_, std::string(id), static_cast<int>(problem_.providers.size()), value);
    problem_.providers.push_back({std::string(id), number(value, "weight"), id == "home"});
  }

  void offering(const JsonView& value) {
    StackingProblem::Offering offering;
    offering.id = text(value, "id");
    declare(offerings_, offering.id, static_cast<int>(problem_.offerings.size()), value);
    offering.provider = known(providers_, member(value, "provider", Kind::string));
    offering.topic = intern(topics_, problem_.topics, text(value, "topic"));
    offering.subject = intern(subjects_, problem_.subjects, text(value, "subject"));
    offering.level = small(value, "level");
    offering.credits = whole(value, "credits");
    offering.cost = whole(value, "cost");
    if (value.find("weeks")) offering.weeks = whole(value, "weeks");
    offering.micro = text(value, "kind") == "micro";
    const auto& from = problem_.providers[at(offering.provider)];
    offering.recognised = from.home ? offering.credits : scaled(offering.credits, from.weight);
    member(value, "prereq", Kind::sequence).each_item([&](JsonView clause) {
      std::vector<int> topics;
      clause.each_item([&](JsonView topic) { topics.push_back(intern(topics_, problem_.topics, topic.text())); });
      std::ranges::sort(topics);
      offering.prerequisites.push_back(std::move(topics));
    });
    problem_.offerings.push_back(std::move(offering));
  }

  void bundle(const JsonView& value) {
    StackingProblem::Bundle bundle;
    bundle.id = text(value, "id");
    declare(bundles_, bundle.id, static_cast<int>(problem_.bundles.size()), value);
    bundle.cost = whole(value, "cost");
    member(value, "contains", Kind::sequence).each_item([&](JsonView id) {
      bundle.parts.push_back(known(offerings_, id));
    });
    problem_.bundles.push_back(std::move(bundle));
  }

  void rule(const JsonView& value) {
    StackingProblem::Rule rule;
    rule.id = text(value, "id");
    declare(rules_, rule.id, static_cast<int>(problem_.rules.size()), value);
    rule.weight = number(value, "weight");
    rule.micro = true;
    member(value, "src", Kind::sequence).each_item([&](JsonView id) {
      const auto found = offerings_.find(std::string(id.text()));
      if (found == offerings_.end()) return rule.bundles.push_back(known(bundles_, id));
      rule.offerings.push_back(found->second);
      rule.micro = rule.micro && problem_.offerings[at(found->second)].micro;
    });
    member(value, "grants", Kind::sequence).each_item([&](JsonView id) {
      rule.grants.push_back(known(offerings_, id));
      rule.credits.push_back(scaled(problem_.offerings[at(rule.grants.back())].credits, rule.weight));
    });
    problem_.rules.push_back(std::move(rule));
  }

  void totals(const JsonView& target) {
    problem_.total = whole(target, "total");
    problem_.residency = whole(target, "residency");
    problem_.transfer_cap = whole(target, "transfer_cap");
    problem_.micro_cap = whole(target, "micro_cap");
    problem_.share_cap = whole(target, "share_cap");
    const JsonView upper = member(target, "upper", Kind::mapping);
    problem_.upper_level = small(upper, "level");
    problem_.upper_minimum = whole(upper, "min");
  }

  void node(const JsonView& value) {
    using NodeKind = StackingProblem::Node::Kind;
    StackingProblem::Node node;
    node.id = text(value, "id");
    if (value.find("name")) node.title = text(value, "name");
    const std::string type = text(value, "type");
    if (type == "course" || type == "credits") node.group = intern(groups_, problem_.groups, text(value, "group"));
    if (type == "course") {
      node.kind = NodeKind::course;
      node.unit = known(offerings_, member(value, "unit", Kind::string));
    } else if (type == "credits") {
      node.kind = NodeKind::credits;
      node.minimum = whole(value, "min");
      node.level = small(value, "level");
      member(value, "subjects", Kind::sequence).each_item([&](JsonView id) {
        node.subjects.push_back(intern(subjects_, problem_.subjects, id.text()));
      });
      if (const auto upper = value.find("upper")) {
        node.upper_level = small(*upper, "level");
        node.upper_minimum = whole(*upper, "min");
      }
    } else if (type == "all" || type == "choose") {
      node.kind = type == "all" ? NodeKind::all : NodeKind::choose;
      member(value, "children", Kind::sequence).each_item([&](JsonView id) {
        node.children.push_back(known(nodes_, id));
      });
      if (type == "choose") node.count = whole(value, "k");
    } else {
      refuse("problem.field", value, "type '" + type + "' is unknown; known are all, choose, course, credits");
    }
    problem_.nodes.push_back(std::move(node));
  }

  const std::string& file_;
  StackingProblem& problem_;
  Index providers_, offerings_, bundles_, rules_, nodes_, topics_, subjects_, groups_;
};

}  // namespace

StackingProblem read_problem(Input& input) {
  StackingProblem problem;
  problem.title = input.name();
  syntax::JsonTape tape;
  tape.parse(input.text(), input.name(), 1, input.limits());
  if (tape.root().kind() != Kind::mapping)
    throw InputError("problem.field", Location{input.name(), 1, 1, {}, {}}, "a problem is a JSON object");
  ProblemReader(input.name(), problem).read(tape.root());
  return problem;
}

void set_held(StackingProblem& problem, std::string_view list, const std::string& file, std::uint32_t line) {
  std::unordered_map<std::string_view, std::size_t> index;
  for (std::size_t offering = 0; offering < problem.offerings.size(); ++offering) {
    problem.offerings[offering].held = false;
    index.emplace(problem.offerings[offering].id, offering);
  }
  syntax::JsonTape tape;
  tape.parse(list, file, line);
  if (tape.root().kind() != Kind::sequence)
    throw InputError("problem.field", Location{file, line, 1, {}, {}}, "what is held is a JSON list of offerings");
  tape.root().each_item([&](JsonView id) {
    if (const auto found = index.find(id.text()); found != index.end()) problem.offerings[found->second].held = true;
  });
}

}  // namespace crosswalk::formats
