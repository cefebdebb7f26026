// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/kentucky/kentucky.hpp"

#include <algorithm>

#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

std::string text(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr || !found->is_scalar() || found->is_null() ? std::string() : found->text();
}

std::optional<Rational> amount(const Node& node, std::string_view key) { return Rational::parse(text(node, key)); }

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  Programme read(const Node& root) {
    Programme out;
    out.system = "semester hours";
    out.grade_scale = "";
    out.root.id.text = "0";
    if (root.is_sequence()) {
      out.id.text = std::string(file_.substr(file_.find_last_of('/') + 1));
      out.id.text = out.id.text.substr(0, out.id.text.find('.'));
      std::ranges::replace(out.id.text, '_', '-');
      out.title = out.id.text;
      add_all(root, out.root);
    } else {
      programme(root, out);
    }
    out.root.title = out.title;
    out.source.document = "Kentucky transfer demonstration, " + out.title;
    return out;
  }

  Diagnostics diagnostics;
  LossReport loss;

 private:
  // A whole programme: its requirements are the items of its plan, term by term.
  void programme(const Node& root, Programme& out) {
    const Node* program = root.find("program");
    if (program != nullptr && program->is_mapping()) {
      out.id.text = text(*program, "code");
      out.title = text(*program, "name");
    }
    const Node* degrees = root.find("period_degree_joins");
    if (degrees == nullptr || degrees->items().empty()) return;
    const Node& degree = degrees->items().front();
    out.total = amount(degree, "total_credit_hours");
    const Node* plans = degree.find("plan_period_joins");
    if (plans == nullptr || plans->items().empty()) return;
    if (plans->items().size() > 1) loss.add("period_degree_joins[].plan_period_joins", "a plan after the first");
    const Node* terms = plans->items().front().find("plan_terms");
    if (terms == nullptr) return;
    for (const Node& term : terms->items())
      if (const Node* items = term.find("plan_items"))
        for (const Node& item : items->items())
          if (const Node* requirement = item.find("requirement"); requirement != nullptr && requirement->is_mapping())
            out.root.parts.push_back(read_requirement(*requirement, next_id("0", out.root)));
    loss.add("plan_terms[]", "the term a requirement is planned in");
  }

  static std::string next_id(const std::string& id, const Requirement& into) {
    return id + "." + std::to_string(into.parts.size());
  }

  void add_all(const Node& list, Requirement& into) {
    for (const Node& one : list.items()) into.parts.push_back(read_requirement(one, next_id(into.id.text, into)));
  }

  Requirement read_requirement(const Node& node, const std::string& id) {
    Requirement out;
    out.id.text = id;
    out.title = text(node, "name");
    const std::string type = text(node, "type");
    if (type == "CourseRequirement")
      course(node, out);
    else if (type == "WildCardRequirement")
      wildcard(node, out);
    else if (const Node* core = node.find("core"); core != nullptr && core->is_mapping()) {
      out = read_requirement(*core, id);
      if (const std::string name = text(node, "name"); !name.empty()) out.title = name;
    } else if (const Node* parts = node.find("subrequirements"); parts != nullptr && parts->is_sequence()) {
      group(node, *parts, out);
    } else {
      diagnostics.push_back(
          {Severity::warning, "kentucky.type", at(node, file_),
           "a requirement of type '" + type + "' is not known; it is kept in its name, to be decided by a person"});
      loss.add("type", "an unknown type of requirement");
      out.need = Condition::words(out.title.empty() ? type : out.title);
    }
    return out;
  }

  void course(const Node& node, Requirement& out) {
    Take take;
    const Node* course = node.find("course");
    const std::string code = course == nullptr ? std::string() : text(*course, "code");
    if (code.empty()) {
      out.need = Condition::words(out.title);
      return;
    }
    take.from = Selector::of_course(code);
    take.grade.at_least = text(node, "minimum_grade");
    if (course->find("prereq") != nullptr && !course->find("prereq")->is_null())
      loss.add("course.prereq", "prerequisites, not part of an audit");
    if (const auto attempts = amount(node, "attempts"); attempts && *attempts > Rational(1)) {
      out.unchecked.push_back("at most " + to_string(*attempts) + " attempts");
    }
    out.need = Condition::taking(std::move(take));
  }

  // Credits of what the rules match; a rule without a code matches anything, and then only the name says what is meant.
  void wildcard(const Node& node, Requirement& out) {
    Take take;
    take.min_credits = amount(node, "minimum_credits");
    take.grade.at_least = text(node, "minimum_grade");
    std::vector<Selector> any, except;
    if (const Node* rules = node.find("rules"))
      for (const Node& rule : rules->items()) {
        const std::string prefix = text(rule, "code_string"), match = text(rule, "match_string");
        const std::string low = text(rule, "minimum_match_number"), high = text(rule, "maximum_match_number");
        std::vector<Selector> tests;
        if (!prefix.empty()) tests.push_back(Selector::where(Attribute::subject, Comparison::is, {prefix}));
        if (!match.empty()) tests.push_back(Selector::of_pattern("*" + match + "*"));
        if (!low.empty()) tests.push_back(Selector::where(Attribute::number, Comparison::at_least, {low}));
        if (!high.empty()) tests.push_back(Selector::where(Attribute::number, Comparison::at_most, {high}));
        if (const std::string hours = text(rule, "min_hours"); !hours.empty())
          tests.push_back(Selector::where(Attribute::credits, Comparison::at_least, {hours}));
        if (const std::string hours = text(rule, "max_hours"); !hours.empty())
          tests.push_back(Selector::where(Attribute::credits, Comparison::at_most, {hours}));
        if (tests.empty()) continue;
        const bool exclude = rule.find("exclude") != nullptr && rule.find("exclude")->truth();
        (exclude ? except : any).push_back(tests.size() == 1 ? tests.front() : Selector::all_of(tests));
      }
    if (any.empty() && out.title.find("Free Elective") != 0)
      out.unchecked.push_back("which courses count is said by the name alone");
    if (!any.empty()) take.from = any.size() == 1 ? any.front() : Selector::any_of(any);
    if (!except.empty()) take.from = Selector::except(take.from, except);
    out.need = Condition::taking(std::move(take));
  }

  void group(const Node& node, const Node& parts, Requirement& out) {
    add_all(parts, out);
    const auto required = amount(node, "required");
    if (required && required->is_whole()) out.at_least = static_cast<std::int32_t>(required->numerator());
    const auto credits = amount(node, "minimum_credits");
    std::vector<Rational> sizes;
    for (const Node& part : parts.items())
      if (const auto size = amount(part, text(part, "type") == "CourseRequirement" ? "credits" : "minimum_credits"))
        sizes.push_back(*size);
    std::ranges::sort(sizes);
    Rational least;
    const std::size_t wanted = out.at_least ? static_cast<std::size_t>(*out.at_least) : sizes.size();
    for (std::size_t i = 0; i < std::min(wanted, sizes.size()); ++i) least += sizes[i];
    if (!credits || least >= *credits) return;  // the parts alone bring the credits
    Limit limit;
    limit.bound = Limit::Bound::at_least;
    limit.amount = *credits;
    out.limits.push_back(limit);
  }

  std::string_view file_;
};

Identity identify_kentucky(const Probe& probe) {
  if (probe.xml_root) return Identity::no;
  const bool types = probe.text.find("\"CourseRequirement\"") != std::string::npos ||
                     probe.text.find("\"DegreeRequirement\"") != std::string::npos ||
                     probe.text.find("\"WildCardRequirement\"") != std::string::npos;
  return types ? Identity::yes : Identity::no;
}

ReadResult<Document> read_kentucky(Input& input) {
  const Node root = syntax::parse_json(input.text(), input.name(), input.limits());
  Reader reader(input.name());
  ReadResult<Document> out;
  out.value.format = "kentucky";
  out.value.parts.emplace_back(reader.read(root));
  out.diagnostics = std::move(reader.diagnostics);
  out.loss = std::move(reader.loss);
  return out;
}

}  // namespace

Format kentucky_format() {
  Format format;
  format.id = "kentucky";
  format.title = "Degree requirements of Kentucky's transfer demonstration";
  format.media_types = {"application/json"};
  format.extensions = {"json"};
  format.identify = identify_kentucky;
  format.read = read_kentucky;
  return format;
}

}  // namespace crosswalk::formats
