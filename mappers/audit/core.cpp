// SPDX-License-Identifier: Apache-2.0
#include "mappers/audit/core.hpp"

#include <algorithm>

#include "lib/solve/selection_tree.hpp"

namespace crosswalk::audit {
namespace {

// A part of the reason: a node that must be satisfied, or a constraint or outside truth of one.
struct Element {
  enum class Kind { node, constraint, truth };
  Kind kind = Kind::node;
  int index = 0;
  int at = 0;  // the node a constraint or truth belongs to
};

class Reason {
 public:
  Reason(const Compiled& compiled, const solve::Problem& problem, std::uint64_t work)
      : compiled_(compiled), problem_(problem), work_(work) {}

  Proof find() {
    std::vector<Element> elements{{Element::Kind::node, 0, 0}};
    for (int depth = 0; depth < 64; ++depth) {
      std::vector<Element> finer = opened(elements);
      if (finer.empty() || feasible(finer)) break;
      elements = reduced(std::move(finer));
    }
    return described(elements);
  }

 private:
  // The elements with every group that needs all its parts replaced by them; empty where there is none.
  std::vector<Element> opened(const std::vector<Element>& elements) const {
    std::vector<Element> out;
    bool any = false;
    for (const Element& element : elements) {
      const solve::Node& node = problem_.nodes[static_cast<std::size_t>(element.index)];
      const bool group = element.kind == Element::Kind::node && (!node.parts.empty() || !node.constraints.empty());
      if (!group || (node.parts.empty() && node.constraints.empty()) || !needs_all(node)) {
        out.push_back(element);
        continue;
      }
      if (node.parts.empty() && node.leaf >= 0 && node.constraints.empty()) {
        out.push_back(element);
        continue;
      }
      if (node.leaf >= 0) {  // a leaf with limits of its own stays whole
        out.push_back(element);
        continue;
      }
      any = true;
      for (const int part : node.parts)
        if (!problem_.nodes[static_cast<std::size_t>(part)].optional) out.push_back({Element::Kind::node, part, part});
      for (const int constraint : node.constraints)
        if (problem_.constraints[static_cast<std::size_t>(constraint)].demand())
          out.push_back({Element::Kind::constraint, constraint, element.index});
      if (node.truth == false) out.push_back({Element::Kind::truth, element.index, element.index});
    }
    return any ? out : std::vector<Element>{};
  }

  bool needs_all(const solve::Node& node) const {
    if (node.min_areas > 0) return false;
    if (node.at_least < 0) return true;
    if (node.counting == solve::Counting::parts || node.counting == solve::Counting::used_parts)
      return node.at_least >= static_cast<int>(node.parts.size());
    if (node.counting != solve::Counting::courses) return false;
    int most = 0;
    for (const int part : node.parts) {
      const int passes = problem_.nodes[static_cast<std::size_t>(part)].passes_at_most;
      if (passes < 0) return false;
      most += passes;
    }
    return most <= node.at_least;
  }

  bool feasible(const std::vector<Element>& elements) const {
    solve::Problem trial = problem_;
    for (solve::Node& node : trial.nodes) {
      node.is_top = node.is_leaf = false;
      node.priority = 0;
    }
    solve::Node& root = trial.nodes.front();
    root = {};
    for (const Element& element : elements) {
      if (element.kind == Element::Kind::truth) return false;
      if (element.kind == Element::Kind::constraint)
        root.constraints.push_back(element.index);
      else if (element.index == 0)
        root = problem_.nodes.front();
      else
        root.parts.push_back(element.index);
    }
    const solve::Solution solution = solve::select(trial, {.work = work_, .tail_work = 0});
    return solution.value.root == 1 || !solution.optimal;
  }

  std::vector<Element> reduced(std::vector<Element> elements) const {
    for (std::size_t i = elements.size(); i-- > 0 && elements.size() > 1;) {
      std::vector<Element> without = elements;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
      if (!feasible(without)) elements = std::move(without);
    }
    return elements;
  }

  const Requirement* owner(int index) const {
    for (int at = index; at >= 0; --at) {
      const Requirement* requirement = compiled_.nodes[static_cast<std::size_t>(at)].requirement;
      if (requirement != nullptr) return requirement;
    }
    return &compiled_.programme.root;
  }

  solve::ItemSet eligible_below(int index) const {
    const solve::Node& node = problem_.nodes[static_cast<std::size_t>(index)];
    solve::ItemSet out;
    if (node.leaf >= 0) out |= problem_.leaves[static_cast<std::size_t>(node.leaf)].eligible;
    for (const int part : node.parts) out |= eligible_below(part);
    return out;
  }

  std::string name_of(const Requirement& requirement) const {
    return requirement.title.empty() ? requirement.id.text : requirement.title;
  }

  std::string condition_of(int index) const {
    const NodeMeaning& meaning = compiled_.nodes[static_cast<std::size_t>(index)];
    return meaning.condition == nullptr ? std::string() : crosswalk::to_string(*meaning.condition);
  }

  void describe(const Element& element, Proof& proof, solve::ItemSet& items) const {
    const Requirement* requirement = owner(element.at);
    const std::string id = requirement->id.text;
    if (std::ranges::find(proof.requirements, id) == proof.requirements.end()) proof.requirements.push_back(id);
    const std::string title = name_of(*requirement);
    if (element.kind == Element::Kind::truth) {
      const bool total = element.at == 0 && compiled_.total && !compiled_.total->yes();
      proof.repair.push_back(total
                                 ? to_string(*compiled_.programme.total - compiled_.total_got) + " more credits in all"
                                 : title + ": what the programme asks beside courses");
      return;
    }
    if (element.kind == Element::Kind::constraint) {
      proof.repair.push_back(title + ": " + compiled_.constraint_texts[static_cast<std::size_t>(element.index)]);
      return;
    }
    const solve::ItemSet eligible = eligible_below(element.index);
    items |= eligible;
    const solve::Node& node = problem_.nodes[static_cast<std::size_t>(element.index)];
    const std::string rule = condition_of(element.index);
    if (node.leaf >= 0) {
      const solve::Leaf& leaf = problem_.leaves[static_cast<std::size_t>(node.leaf)];
      const std::int64_t credits = solve::credits_of(problem_, leaf.eligible);
      const int count = eligible.size() * leaf.weight;
      std::string more = "one more course";
      if (leaf.min_credits > credits)
        more = to_string(Rational(leaf.min_credits - credits, compiled_.unit)) + " more credits";
      else if (leaf.min_count > count + 1)
        more = std::to_string(leaf.min_count - count) + " more courses";
      proof.repair.push_back(more + " for " + title + (rule.empty() ? "" : ": " + rule));
    } else if (node.truth == false) {
      proof.repair.push_back(title + (rule.empty() ? "" : ": " + rule));
    } else {
      proof.repair.push_back("courses for " + title + (rule.empty() ? "" : ": " + rule));
    }
  }

  // The credits in all fall short as well: no part of this reason, but to be mended too.
  void add_total(const std::vector<Element>& elements, Proof& proof) const {
    const bool named = std::ranges::any_of(elements, [](const Element& e) { return e.kind == Element::Kind::truth; });
    if (named || !compiled_.total || !compiled_.total->no()) return;
    proof.repair.push_back("and " + to_string(*compiled_.programme.total - compiled_.total_got) +
                           " more credits in all");
  }

  Proof described(const std::vector<Element>& elements) const {
    Proof out;
    out.kind = Proof::Kind::core;
    solve::ItemSet items;
    for (const Element& element : elements) describe(element, out, items);
    add_total(elements, out);
    items.for_each([&](std::size_t item) { out.courses.push_back(crosswalk::to_string(compiled_.items[item]->code)); });
    const std::string count = std::to_string(out.requirements.size());
    if (elements.size() > 1 && !out.courses.empty())
      out.explanation = (out.requirements.size() == 1 ? "parts of one requirement" : count + " requirements") +
                        std::string(" compete for ") + std::to_string(out.courses.size()) +
                        (out.courses.size() == 1 ? " course" : " courses") +
                        "; without any one of them the rest could be met";
    else if (elements.front().kind == Element::Kind::truth)
      out.explanation = "what it asks beside single courses is not met";
    else if (elements.front().kind == Element::Kind::constraint)
      out.explanation = "a limit on its courses is not met";
    else if (out.courses.empty())
      out.explanation = "nothing on the record counts for it";
    else
      out.explanation = "what counts for it does not suffice";
    return out;
  }

  const Compiled& compiled_;
  const solve::Problem& problem_;
  std::uint64_t work_;
};

}  // namespace

Proof smallest_reason(const Compiled& compiled, const solve::Problem& problem, std::uint64_t work) {
  return Reason(compiled, problem, work).find();
}

}  // namespace crosswalk::audit
