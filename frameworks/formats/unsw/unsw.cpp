// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/unsw/unsw.hpp"

#include <algorithm>

#include "frameworks/formats/unsw/conditions.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

std::string text(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr || !found->is_scalar() || found->is_null() ? std::string() : found->text();
}

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  Programme programme(const std::string& code, const Node& node) {
    Programme out = blank(code, text(node, "title").empty() ? text(node, "name") : text(node, "title"));
    out.total = Rational::parse(text(node, "UOC"));
    out.root.id.text = code;
    out.root.title = out.title;
    if (const Node* groups = node.find("curriculum")) {
      out.total.reset();
      out.award = text(node, "type");
      for (const Node& group : groups->items()) add(group, out);
      return out;
    }
    const Node* components = node.find("components");
    if (components == nullptr || !components->is_mapping()) return out;
    if (const Node* parts = components->find("non_spec_data"))
      for (const Node& part : parts->items()) add(part, out);
    if (const Node* kinds = components->find("spec_data"); kinds != nullptr && kinds->is_mapping())
      for (const auto& [kind, choices] : kinds->members()) specialisations(kind, choices, out);
    return out;
  }

  // Every enrolment condition as a requirement of its course: satisfied means the learner may enrol.
  Programme conditions(const Node& root) {
    Programme out = blank("unsw-conditions", "UNSW enrolment conditions");
    out.share_by_default = true;
    out.root.id.text = "conditions";
    out.root.title = out.title;
    out.root.at_least = 0;
    for (const auto& [code, value] : root.members()) {
      Requirement part;
      part.id.text = code;
      if (value.is_sequence()) {
        std::vector<std::string> tokens;
        for (const Node& token : value.items()) tokens.push_back(token.text());
        part.need = unsw::condition(tokens);
      } else {
        part.need = unsw::condition(unsw::tokens(text(value, "processed")));
        if (const std::string words = text(value, "original"); !words.empty()) part.source.document = words;
      }
      out.root.parts.push_back(std::move(part));
    }
    return out;
  }

  Diagnostics diagnostics;
  LossReport loss;

 private:
  static Programme blank(const std::string& id, const std::string& title) {
    Programme out;
    out.id.text = id;
    out.title = title;
    out.institution.text = "unsw.edu.au";
    out.system = "UOC";
    out.default_credits = 6;  // what a course has where the record does not say (handbook: most courses are 6 UOC)
    out.source.document = "UNSW handbook, " + id;
    return out;
  }

  void add(const Node& node, Programme& programme) {
    Requirement out;
    out.id.text = programme.id.text + "." + std::to_string(programme.root.parts.size() + 1);
    out.title = text(node, "title");
    const std::string type = text(node, "type"), notes = text(node, "notes");
    if (type == "info_rule") {
      programme.root.unchecked.push_back(out.title + (notes.empty() ? "" : ": " + notes));
      return;
    }
    const auto credits = Rational::parse(text(node, "credits_to_complete"));
    if (type == "limit_rule") {
      maximum(node, credits, programme);
      return;
    }
    if (!notes.empty()) out.advice.push_back(notes);
    Take take;
    take.min_credits = credits;
    take.system = "UOC";
    if (type == "gened") {
      out.title = "General Education";
      take.from = Selector::named_set("general education courses");  // which count depends on the faculty: unknown
    } else {
      take.from = listed(node);
    }
    out.need = Condition::taking(std::move(take));
    programme.root.parts.push_back(std::move(out));
  }

  void maximum(const Node& node, const std::optional<Rational>& credits, Programme& programme) {
    Limit limit;
    limit.bound = Limit::Bound::at_most;
    limit.measure = Limit::Measure::credits;
    limit.scope = Limit::Scope::programme;
    limit.of = listed(node);
    limit.text = text(node, "title");
    if (!credits) {
      programme.root.unchecked.push_back(limit.text + ": " + text(node, "notes"));
      return;
    }
    limit.amount = *credits;
    programme.limits.push_back(limit);
  }

  // Codes, "A or B", prefixes (COMP3, ANAT), levels (....1); other words are an undefined set: unknown.
  Selector listed(const Node& node) {
    std::vector<Selector> any;
    const Node* courses = node.find("courses");
    if (courses != nullptr && courses->is_mapping())
      for (const auto& [key, title] : courses->members()) {
        if (key.empty()) continue;
        std::string rest = key;
        for (std::size_t at = 0; at != std::string::npos;) {
          at = rest.find(" or ");
          any.push_back(one(rest.substr(0, at)));
          if (at != std::string::npos) rest = rest.substr(at + 4);
        }
      }
    if (any.empty())
      return Selector::named_set(text(node, "title").empty() ? "courses not listed" : text(node, "title"));
    return any.size() == 1 ? any.front() : Selector::any_of(std::move(any));
  }

  Selector one(const std::string& key) {
    if (unsw::course_code(key)) return Selector::of_course(key);
    const bool prefix = key.size() >= 4 && key.size() < 8 && std::ranges::all_of(key, [](char c) {
                          return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
                        });
    if (!prefix) {
      loss.add("courses", "a group of courses in words: unknown until a person decides");
      return Selector::named_set(key);
    }
    std::string pattern = key;
    std::ranges::replace(pattern, '.', '?');
    return Selector::of_pattern(pattern + "*");
  }

  // One of the majors, minors, honours a programme offers: which one the learner declares, and whether it is complete,
  // is another programme's audit.
  void specialisations(const std::string& kind, const Node& choices, Programme& programme) {
    if (!choices.is_mapping()) return;
    for (const auto& [name, choice] : choices.members()) {
      Requirement out;
      out.id.text = programme.id.text + "." + kind + "." + std::to_string(programme.root.parts.size() + 1);
      out.title = name + " (" + kind + ")";
      const Node* optional = choice.find("is_optional");
      out.optional = optional != nullptr && optional->truth();
      if (const std::string notes = text(choice, "notes"); !notes.empty()) out.advice.push_back(notes);
      std::vector<Condition> any;
      if (const Node* specs = choice.find("specs"); specs != nullptr && specs->is_mapping())
        for (const auto& [code, title] : specs->members()) {
          Condition block;
          block.kind = Condition::Kind::block;
          block.key = code;
          any.push_back(block);
        }
      out.need = any.empty() ? Condition::words("a specialisation: " + name) : Condition::any_of(std::move(any));
      programme.root.parts.push_back(std::move(out));
    }
  }

  std::string_view file_;
};

bool conditions_file(const Node& root) {
  return std::ranges::all_of(root.members(), [](const Node::Member& member) {
    return unsw::course_code(member.first) &&
           (member.second.is_sequence() || member.second.find("processed") != nullptr);
  });
}

Identity identify_unsw(const Probe& probe) {
  if (probe.json_keys.empty() || probe.json_array) return Identity::no;
  const bool programme = probe.text.find("\"structure_summary\"") != std::string::npos &&
                         probe.text.find("\"components\"") != std::string::npos;
  const bool specialisation = probe.text.find("\"course_constraints\"") != std::string::npos &&
                              probe.text.find("\"curriculum\"") != std::string::npos;
  if (programme || specialisation) return Identity::yes;
  return std::ranges::all_of(probe.json_keys, [](const std::string& key) { return unsw::course_code(key); })
             ? Identity::yes
             : Identity::no;
}

ReadResult<Document> read_unsw(Input& input) {
  const Node root = syntax::parse_json(input.text(), input.name(), input.limits());
  if (!root.is_mapping() || root.members().empty())
    throw InputError("unsw.empty", at(root, input.name()),
                     "an object of programmes, specialisations or conditions by code was expected");
  Reader reader(input.name());
  ReadResult<Document> out;
  out.value.format = "unsw";
  if (conditions_file(root))
    out.value.parts.emplace_back(reader.conditions(root));
  else
    for (const auto& [code, node] : root.members()) out.value.parts.emplace_back(reader.programme(code, node));
  out.diagnostics = std::move(reader.diagnostics);
  out.loss = std::move(reader.loss);
  return out;
}

}  // namespace

Format unsw_format() {
  Format format;
  format.id = "unsw";
  format.title = "UNSW programmes, specialisations and enrolment conditions (circles)";
  format.media_types = {"application/json"};
  format.extensions = {"json"};
  format.identify = identify_unsw;
  format.read = read_unsw;
  return format;
}

}  // namespace crosswalk::formats
