// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/selector.hpp"

#include "frameworks/formats/crosswalk_yaml/fields.hpp"

namespace crosswalk::formats {
namespace {

using Kind = Selector::Kind;
using syntax::Node;

constexpr std::string_view attribute_names =
    "subject, number, code, level, institution, title, term, taken, grade, status, credits, kind, origin, field, "
    "language, "
    "tag, outcome, area, attribute:NAME";
constexpr Comparison comparisons[] = {Comparison::is,      Comparison::is_not,  Comparison::at_least,
                                      Comparison::at_most, Comparison::matches, Comparison::exists};

bool has_wildcard(std::string_view text) { return text.find_first_of("#?*@") != std::string_view::npos; }

std::optional<Selector> as_range(const std::string& text) {
  const auto dots = text.find("..");
  if (dots == std::string::npos) return {};
  const CourseCode low = CourseCode::parse(text.substr(0, dots));
  const CourseCode high = CourseCode::parse(text.substr(dots + 2));
  if (!low.value() || !high.value() || low.subject.empty()) return {};
  if (!high.subject.empty() && CourseCode{high.subject, {}} != CourseCode{low.subject, {}}) return {};
  return Selector::of_range(low.subject, *low.value(), *high.value());
}

Selector range_of(const Node& node, const std::string& text, std::string_view file) {
  const auto range = as_range(text);
  if (!range || range->low > range->high)
    refuse(node, file, "yaml.value", "a range of courses is written like 'MATH 100..199', found '" + text + "'");
  return *range;
}

Selector from_text(const Node& node, std::string_view file) {
  const std::string& text = node.text();
  if (text.empty() || node.is_null())
    refuse(node, file, "yaml.missing", "a course, pattern, range or 'anything' is missing");
  if (text == "anything") return {};
  if (text.find("..") != std::string::npos) return range_of(node, text, file);
  return has_wildcard(text) ? Selector::of_pattern(text) : Selector::of_course(text);
}

std::vector<Selector> list(Fields& fields, std::string_view key) {
  std::vector<Selector> out;
  fields.each(key, [&](const Node& one) { out.push_back(read_selector(one, fields.file())); });
  return out;
}

Selector read_where(Fields& fields) {
  const std::string asked = fields.need_text("where");
  Selector out;
  out.kind = Kind::where;
  if (asked.starts_with("attribute:")) {
    out.attribute = Attribute::named;
    out.text = asked.substr(10);
  } else if (const auto known = attribute(asked); known && *known != Attribute::named) {
    out.attribute = *known;
  } else {
    fields.refuse(*fields.find("where"), "yaml.value",
                  "no attribute is called '" + asked + "', allowed: " + std::string(attribute_names));
  }
  int given = 0;
  for (const Comparison comparison : comparisons) {
    if (!fields.has(name(comparison))) continue;
    out.comparison = comparison;
    ++given;
    if (comparison == Comparison::exists)
      fields.truth("exists", true);
    else
      out.values = fields.texts(name(comparison));
  }
  if (given != 1 || (out.comparison != Comparison::exists && out.values.empty()))
    fields.refuse(fields.node(), "yaml.value",
                  "'where' goes with exactly one of is, is-not, at-least, at-most, matches, exists");
  return out;
}

Selector from_mapping(Fields& fields) {
  if (fields.has("where")) return read_where(fields);
  if (fields.has("any")) return Selector::any_of(list(fields, "any"));
  if (fields.has("all")) return Selector::all_of(list(fields, "all"));
  if (fields.has("of"))
    return Selector::except(read_selector(fields.need("of"), fields.file()), list(fields, "except"));
  if (fields.has("set")) return Selector::named_set(fields.need_text("set"));
  const std::string at = fields.text("at");
  if (fields.has("course")) return Selector::of_course(fields.need_text("course"), at);
  if (fields.has("pattern")) return Selector::of_pattern(fields.need_text("pattern"), at);
  if (fields.has("range")) {
    Selector out = range_of(fields.need("range"), fields.need_text("range"), fields.file());
    out.institution = at;
    return out;
  }
  fields.refuse(fields.node(), "yaml.missing",
                "a selector has one of course, pattern, range, any, all, of, set, where");
}

Node listed(const std::vector<Selector>& parts, std::size_t first) {
  Node out = Node::sequence();
  for (std::size_t i = first; i < parts.size(); ++i) out.push(write_selector(parts[i]));
  return out;
}

Node write_where(const Selector& selector) {
  Node out = Node::mapping();
  out.set("where", Node(selector.attribute == Attribute::named ? "attribute:" + selector.text
                                                               : std::string(name(selector.attribute))));
  if (selector.comparison == Comparison::exists) {
    out.set("exists", Node("true", Node::Kind::boolean));
  } else if (selector.values.size() == 1) {
    out.set(std::string(name(selector.comparison)), Node(selector.values[0]));
  } else {
    put(out, std::string(name(selector.comparison)), selector.values);
  }
  return out;
}

std::string range_text(const Selector& selector) {
  return selector.subject + " " + std::to_string(selector.low) + ".." + std::to_string(selector.high);
}

Node placed(std::string key, const std::string& text, const Selector& selector) {
  Node out = Node::mapping();
  out.set(std::move(key), Node(text));
  put(out, "at", selector.institution);
  return out;
}

// Short where the text alone reads back to the same selector.
Node short_or(Node longer, const std::string& text, const Selector& selector) {
  if (selector.institution.empty() && !text.empty()) {
    Node shorter(text);
    try {
      if (from_text(shorter, {}) == selector) return shorter;
    } catch (const InputError&) {  // not readable as a short form: use the long one
    }
  }
  return longer;
}

}  // namespace

Selector read_selector(const Node& node, std::string_view file) {
  if (node.is_scalar()) return from_text(node, file);
  if (node.is_sequence()) {
    std::vector<Selector> parts;
    for (const Node& one : node.items()) parts.push_back(read_selector(one, file));
    return Selector::any_of(std::move(parts));
  }
  Fields fields(node, file, "selector");
  Selector out = from_mapping(fields);
  fields.finish();
  return out;
}

Node write_selector(const Selector& selector) {
  switch (selector.kind) {
    case Kind::everything:
      return Node("anything");
    case Kind::course: {
      const std::string code = to_string(selector.course);
      return short_or(placed("course", code, selector), code, selector);
    }
    case Kind::pattern:
      return short_or(placed("pattern", selector.text, selector), selector.text, selector);
    case Kind::range:
      return short_or(placed("range", range_text(selector), selector), range_text(selector), selector);
    case Kind::where:
      return write_where(selector);
    case Kind::any:
      return listed(selector.parts, 0);
    case Kind::all: {
      Node out = Node::mapping();
      out.set("all", listed(selector.parts, 0));
      return out;
    }
    case Kind::except: {
      Node out = Node::mapping();
      out.set("of", write_selector(selector.parts.at(0)));
      out.set("except", listed(selector.parts, 1));
      return out;
    }
    case Kind::set: {
      Node out = Node::mapping();
      out.set("set", Node(selector.text));
      return out;
    }
  }
  return {};
}

}  // namespace crosswalk::formats
