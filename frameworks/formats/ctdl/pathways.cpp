// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/ctdl/pathways.hpp"

#include <algorithm>
#include <charconv>

#include "frameworks/formats/ctdl/constraints.hpp"
#include "frameworks/formats/ctdl/vocabulary.hpp"

namespace crosswalk::formats::ctdl {
namespace {

constexpr std::size_t deepest = 200;  // components and conditions in each other; real pathways have a dozen

std::optional<std::int32_t> whole_number(const std::string& text) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

std::vector<Programme> PathwayBuilder::build() {
  check_inverses();
  std::vector<Programme> out;
  for (const Resource& resource : statements_.all())
    if (resource.is("Pathway")) out.push_back(programme(resource));
  if (!out.empty()) add_exits(out.front());
  for (const Resource& resource : statements_.all()) {
    if (resource.is("PathwaySet")) statements_.references(resource, {"hasPathway", "hasPrimaryPathway"});
    if (!resource.is("ComponentCondition") || done_.contains(resource.id)) continue;
    statements_.warn(resource, "condition", "the condition belongs to no component that the document describes",
                     Severity::note);
  }
  return out;
}

std::string PathwayBuilder::name(const Resource& resource) {
  return std::string(statements_.texts(resource, {"name"}).text());
}

Programme PathwayBuilder::programme(const Resource& pathway) {
  Programme out;
  open_.clear();
  out.id = RequirementId{pathway.id};
  out.title = name(pathway);
  out.institution = offerings_.owner(pathway);
  out.source.document = statements_.first(pathway, {"subjectWebpage", "source"});
  statements_.first(pathway, {"ctid"});
  statements_.texts(pathway, {"description"});
  statements_.references(pathway, {"hasPart"});
  out.root.id = RequirementId{pathway.id + "#root"};
  out.root.title = out.title;
  for (const std::string& id : statements_.references(pathway, {"hasDestinationComponent", "hasRoot"})) {
    const Resource* destination = statements_.find(id);
    if (destination == nullptr || destination->properties.empty()) {
      statements_.warn(pathway, "dangling", "names the destination " + id + ", which the document does not describe");
      out.root.parts.push_back(reference(id));
      continue;
    }
    out.award = out.award.empty() ? name(*destination) : out.award;
    out.root.parts.push_back(component(*destination));
  }
  if (out.root.parts.empty()) statements_.warn(pathway, "no-destination", "the pathway leads nowhere");
  return out;
}

bool PathwayBuilder::has_conditions(const Resource& component) const {
  return !component.all("hasCondition").empty() || !component.all("requiredCondition").empty();
}

// Another requirement of the programme, or a credential that is earned elsewhere.
Requirement PathwayBuilder::reference(const std::string& id) const {
  Requirement out;
  const Resource* found = statements_.find(id);
  out.title = found == nullptr ? id : found->first("name");
  Condition need;
  need.kind = done_.contains(id) || open_.contains(id) ? Condition::Kind::block : Condition::Kind::holds;
  need.key = id;
  need.values = {id};
  need.text = out.title;
  out.need = std::move(need);
  return out;
}

Requirement PathwayBuilder::component(const Resource& resource, Children children_are) {
  if (const bool again = open_.contains(resource.id); again || open_.size() >= deepest) {
    statements_.warn(resource, again ? "cycle" : "too-deep",
                     again ? "comes before itself; the second time is left as a reference"
                           : "components are nested too deep to be read further");
    return reference(resource.id);
  }
  if (done_.contains(resource.id)) return reference(resource.id);
  open_.insert(resource.id);
  Requirement out;
  out.id = RequirementId{resource.id};
  out.title = name(resource);
  if (is_credential(resource)) out.award = out.title;
  for (const Resource* each : statements_.described(resource, {"hasCondition", "requiredCondition"}))
    out.parts.push_back(condition(*each));
  for (const Resource* before : statements_.described(resource, {"precededBy"}))
    if (before->id != resource.id) add_stage(*before, out);
  const auto children = statements_.references(resource, {"hasChild", "isParentOf"});
  if (out.parts.empty() && !children.empty() && children_are == Children::required) {
    statements_.warn(resource, "no-condition", "states no condition; all its children are taken as required",
                     Severity::note);
    for (const std::string& child : children) {
      const Resource* found = statements_.find(child);
      if (found != nullptr && (has_conditions(*found) || is_credential(*found)) && !open_.contains(child))
        out.parts.push_back(component(*found));
      else
        out.parts.push_back(leaf(child, selector_of(child, resource)));
    }
  }
  if (out.parts.empty()) out.need = reference(resource.id).need;
  if (out.parts.empty() && out.need->kind == Condition::Kind::block) out.need->kind = Condition::Kind::holds;
  open_.erase(resource.id);
  done_.insert(resource.id);
  return out;
}

// A component that comes before asks for what its conditions ask; one without any is only an order.
void PathwayBuilder::add_stage(const Resource& before, Requirement& into) {
  Requirement stage = component(before, Children::offered);
  if (!stage.parts.empty() || has_conditions(before)) into.parts.push_back(std::move(stage));
}

Requirement PathwayBuilder::leaf(const std::string& id, const Selector& selector) const {
  Requirement out;
  const Resource* found = statements_.find(id);
  out.title = found == nullptr ? id : found->first("name");
  Take take;
  take.from = selector;
  out.need = Condition::taking(std::move(take));
  return out;
}

// By its code; by its title where it has none; by its identifier where nothing else is known of it.
Selector PathwayBuilder::selector_of(const std::string& id, const Resource& by) {
  const Resource* found = statements_.find(id);
  if (found != nullptr && !found->properties.empty()) {
    const std::string notation = offerings_.code(*found);
    if (!notation.empty()) return Selector::of_course(notation);
    if (const std::string title = name(*found); !title.empty())
      return Selector::where(Attribute::title, Comparison::is, {title});
  } else {
    statements_.warn(by, "dangling", "names the component " + id + ", which the document does not describe");
  }
  Selector out = Selector::where(Attribute::named, Comparison::is, {id});
  out.text = "component";
  return out;
}

// The rule set of older documents holds what a condition holds today.
void PathwayBuilder::gather(const Resource& condition, std::vector<std::string>& targets, std::string& number,
                            std::vector<const Resource*>& nested) {
  number = statements_.first(condition, {"requiredNumber"});
  targets = statements_.references(condition, {"targetComponent"});
  nested = statements_.described(condition, {"hasCondition", "requiredCondition"});
  for (const Resource* rules : statements_.described(condition, {"ruleSet", "hasRuleSet"})) {
    if (number.empty()) number = statements_.first(*rules, {"requiredNumber"});
    for (std::string& each : statements_.references(*rules, {"targetComponent"})) targets.push_back(std::move(each));
    statements_.read_all(*rules);
  }
}

Requirement PathwayBuilder::condition(const Resource& resource) {
  if (const bool again = open_.contains(resource.id); again || open_.size() >= deepest) {
    statements_.warn(resource, again ? "cycle" : "too-deep",
                     again ? "the condition holds itself; the second time is left as a reference"
                           : "conditions are nested too deep to be read further");
    return reference(resource.id);
  }
  if (!done_.insert(resource.id).second) return reference(resource.id);
  open_.insert(resource.id);
  Requirement out;
  out.id = RequirementId{resource.id.starts_with("_:") ? "condition-" + std::to_string(++unnamed_) : resource.id};
  const std::string said(statements_.texts(resource, {"description"}).text());
  out.title = name(resource).empty() ? said : name(resource);
  add_targets(resource, out);
  if (!out.need && out.parts.empty()) out.need = Condition::words(said.empty() ? "a condition without content" : said);
  open_.erase(resource.id);
  return out;
}

// Is a target a requirement of its own, with conditions or children, rather than something to be taken?
bool PathwayBuilder::is_whole(const std::string& id) const {
  const Resource* found = statements_.find(id);
  if (found == nullptr || found->is("CourseComponent") || found->is("Course")) return false;
  return has_conditions(*found) || is_credential(*found) ||
         (found->is("BasicComponent") && !found->all("hasChild").empty());
}

void PathwayBuilder::add_targets(const Resource& resource, Requirement& into) {
  std::vector<std::string> targets;
  std::vector<const Resource*> nested;
  std::string number;
  gather(resource, targets, number, nested);
  for (const Resource* each : nested) into.parts.push_back(condition(*each));
  std::vector<std::pair<std::string, Selector>> courses;
  for (const std::string& id : targets) {
    if (is_whole(id))
      into.parts.push_back(component(*statements_.find(id)));
    else
      courses.emplace_back(id, selector_of(id, resource));
  }
  const std::size_t all = targets.size() + nested.size();
  const auto asked = whole_number(number);
  if (asked && static_cast<std::size_t>(*asked) > all && all > 0)
    statements_.warn(resource, "required-number",
                     "asks for " + number + " of " + std::to_string(all) + " components or conditions");
  std::vector<Selector> selectors;
  const bool only_courses = into.parts.empty();
  for (auto& [id, selector] : courses) {
    if (only_courses)
      selectors.push_back(std::move(selector));
    else
      into.parts.push_back(leaf(id, selector));
  }
  if (!only_courses && asked && static_cast<std::size_t>(*asked) < into.parts.size()) into.at_least = *asked;
  if (!only_courses && statements_.first(resource, {"logicalOperator"}).ends_with("Or")) into.at_least = 1;
  set_need(into, std::move(selectors), only_courses ? number : std::string(), resource);
}

void PathwayBuilder::set_need(Requirement& into, std::vector<Selector> selectors, const std::string& number,
                              const Resource& condition) {
  Demands demands = read_constraints(condition, statements_);
  std::vector<Condition> all;
  if (!selectors.empty() || demands.min_credits || demands.max_credits || !demands.of_each.empty()) {
    Take take;
    const auto courses = static_cast<std::int32_t>(selectors.size());
    if (courses > 0) {
      const auto asked = whole_number(number);
      take.min_courses = asked ? std::min(*asked, courses) : courses;
      demands.of_each.insert(demands.of_each.begin(),
                             courses == 1 ? selectors.front() : Selector::any_of(std::move(selectors)));
    } else if (!demands.min_credits && !demands.max_credits) {
      take.min_courses = 1;
    }
    if (demands.of_each.size() == 1) take.from = demands.of_each.front();
    if (demands.of_each.size() > 1) take.from = Selector::all_of(std::move(demands.of_each));
    take.min_credits = demands.min_credits;
    take.max_credits = demands.max_credits;
    take.system = demands.system;
    all.push_back(Condition::taking(std::move(take)));
  }
  for (Condition& each : demands.others) all.push_back(std::move(each));
  if (all.empty()) return;
  into.need = all.size() == 1 ? std::move(all.front()) : Condition::all_of(std::move(all));
}

void PathwayBuilder::add_exits(Programme& programme) {
  for (const Resource& resource : statements_.all()) {
    if (!is_component(resource) || !is_credential(resource)) continue;
    if (done_.contains(resource.id) || !has_conditions(resource)) continue;
    Requirement exit = component(resource);
    exit.optional = true;
    programme.root.parts.push_back(std::move(exit));
  }
}

void PathwayBuilder::check_inverses() {
  for (const Resource& resource : statements_.all()) {
    for (const Value& value : resource.all("precedes")) {
      const Resource* later = statements_.find(value.text);
      if (later == nullptr || later->properties.empty()) {
        statements_.warn(resource, "dangling", "precedes " + value.text + ", which the document does not describe");
        continue;
      }
      const auto back = later->all("precededBy");
      if (std::ranges::none_of(back, [&](const Value& each) { return each.text == resource.id; }))
        statements_.warn(resource, "inverse", "precedes " + value.text + ", which does not say so");
    }
    for (const auto& [property, value] : resource.properties)
      if (value.text == resource.id && property != "isPartOf")
        statements_.warn(resource, "self-loop", "names itself as its " + property);
  }
}

}  // namespace crosswalk::formats::ctdl
