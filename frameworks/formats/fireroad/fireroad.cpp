// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/fireroad/fireroad.hpp"

#include <string>

#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

// A threshold as a range of whole numbers: {type: GTE|GT|LTE|LT, cutoff, criterion: subjects|units}.
struct Threshold {
  std::optional<std::int32_t> low, high;
  bool units = false;
};

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  Programme read(const Node& list) {
    Programme out;
    out.id.text = text(list, "list-id");
    if (out.id.text.ends_with(".reql")) out.id.text.resize(out.id.text.size() - 5);
    out.title = text(list, "title").empty() ? text(list, "medium-title") : text(list, "title");
    out.institution.text = "mit.edu";
    out.award = text(list, "medium-title");
    out.system = "MIT units";
    out.default_credits = 12;  // FireRoad counts a subject of unknown size as twelve units
    out.share_by_default = true;
    out.source.document = "FireRoad requirement list " + out.id.text;
    out.source.locator = text(list, "url");
    out.root = requirement(list, "0");
    out.root.everything_counts = true;
    return out;
  }

  Diagnostics diagnostics;
  LossReport loss;

 private:
  static std::string text(const Node& node, std::string_view key) {
    const Node* found = node.find(key);
    return found == nullptr || !found->is_scalar() ? std::string() : found->text();
  }

  void warn(const Node& node, const std::string& code, const std::string& words) {
    diagnostics.push_back({Severity::warning, code, at(node, file_), words});
  }

  std::optional<Threshold> threshold(const Node& node, std::string_view key) {
    const Node* found = node.find(key);
    if (found == nullptr) return {};
    Threshold out;
    const std::string type = text(*found, "type");
    const auto cutoff = Rational::parse(text(*found, "cutoff"));
    if (!cutoff || (type != "GTE" && type != "GT" && type != "LTE" && type != "LT")) {
      warn(*found, "fireroad.threshold",
           "a threshold needs a cutoff and a type of GTE, GT, LTE, LT, found '" + type + "'");
      return {};
    }
    const auto whole = static_cast<std::int32_t>(cutoff->numerator() / cutoff->denominator());
    if (type == "GTE") out.low = whole;
    if (type == "GT") out.low = whole + 1;
    if (type == "LTE") out.high = whole;
    if (type == "LT") out.high = whole - 1;
    out.units = text(*found, "criterion") == "units";
    return out;
  }

  Requirement requirement(const Node& node, const std::string& path) {
    Requirement out;
    out.id.text = path;
    out.title = text(node, "title");
    if (const std::string advice = text(node, "threshold-desc"); !advice.empty() && node.find("reqs") == nullptr)
      loss.add("reqs[].threshold-desc", "repeats the threshold in words");
    if (const std::string words = text(node, "desc"); !words.empty()) loss.add("reqs[].desc", "prose of the catalogue");
    if (const Node* parts = node.find("reqs"); parts != nullptr && parts->is_sequence())
      group(node, *parts, path, out);
    else
      leaf(node, out);
    return out;
  }

  void group(const Node& node, const Node& parts, const std::string& path, Requirement& out) {
    for (std::size_t i = 0; i < parts.items().size(); ++i)
      out.parts.push_back(requirement(parts.items()[i], path + "." + std::to_string(i)));
    const bool any = text(node, "connection-type") == "any";
    if (const auto distinct = threshold(node, "distinct-threshold")) out.min_areas = distinct->low;
    const auto bound = threshold(node, "threshold");
    if (!bound) {
      if (!any) return;
      out.at_least = out.min_areas ? 0 : 1;
      out.counting = Counting::used_parts;
      return;
    }
    if (bound->units) {
      for (const auto& [amount, side] :
           {std::pair(bound->low, Limit::Bound::at_least), std::pair(bound->high, Limit::Bound::at_most)})
        if (amount) out.limits.push_back(units(*amount, side));
      if (any) out.at_least = 0;
      return;
    }
    out.counting = Counting::all_courses;
    out.at_least = bound->low.value_or(0);
    out.at_most = bound->high;
    out.every_part = !any;
  }

  static Limit units(std::int32_t amount, Limit::Bound side) {
    Limit out;
    out.bound = side;
    out.measure = Limit::Measure::credits;
    out.amount = amount;
    return out;
  }

  void leaf(const Node& node, Requirement& out) {
    const std::string what = text(node, "req");
    const auto bound = threshold(node, "threshold");
    if (node.find("plain-string") != nullptr && node.find("plain-string")->truth()) {
      words(what, bound, out);
      return;
    }
    if (what.empty()) {
      warn(node, "fireroad.empty", "a requirement without 'req' and without 'reqs'");
      out.advice.push_back("empty requirement");
      return;
    }
    Take take;
    take.from = subject(what);
    if (bound && bound->units) {
      if (bound->low) take.min_credits = *bound->low;
      if (bound->high) take.max_credits = *bound->high;
    } else if (bound) {
      take.min_courses = bound->low.value_or(0);
      take.max_courses = bound->high;
    }
    out.need = Condition::taking(std::move(take));
  }

  // A requirement in plain words: with a minimum a person must decide it, else it is advice.
  void words(const std::string& what, const std::optional<Threshold>& bound, Requirement& out) {
    if (out.title.empty()) out.title = what;
    if (!bound || !bound->low || *bound->low <= 0) {
      out.advice.push_back(what);
      return;
    }
    out.need = Condition::words(what);
    out.need->amount = *bound->low;
  }

  // A subject number, or an attribute of subjects: GIR:CAL1, HASS, HASS-A, CI-H, CI-HW.
  static Selector subject(const std::string& what) {
    const bool attribute = what.starts_with("GIR:") || what.starts_with("HASS") || what.starts_with("CI-");
    if (!attribute) return Selector::of_course(what);
    std::vector<std::string> values{what};
    if (what == "HASS") values = {"HASS", "HASS-A", "HASS-H", "HASS-S", "HASS-E"};
    if (what == "CI-H") values = {"CI-H", "CI-HW"};
    return Selector::any_of({Selector::of_course(what), Selector::where(Attribute::tag, Comparison::is, values)});
  }

  std::string_view file_;
};

Identity identify_fireroad(const Probe& probe) {
  if (probe.has_key("list-id") && (probe.has_key("reqs") || probe.has_key("medium-title"))) return Identity::yes;
  return probe.has_key("reqs") && probe.has_key("medium-title") ? Identity::yes : Identity::no;
}

ReadResult<Document> read_fireroad(Input& input) {
  const Node root = syntax::parse_json(input.text(), input.name(), input.limits());
  if (!root.is_mapping() || root.find("reqs") == nullptr)
    throw InputError("fireroad.no-requirements", at(root, input.name()), "a requirement list needs 'reqs'");
  Reader reader(input.name());
  ReadResult<Document> out;
  out.value.format = "fireroad";
  out.value.parts.emplace_back(reader.read(root));
  out.diagnostics = std::move(reader.diagnostics);
  out.loss = std::move(reader.loss);
  return out;
}

}  // namespace

Format fireroad_format() {
  Format format;
  format.id = "fireroad";
  format.title = "FireRoad requirement lists (MIT)";
  format.media_types = {"application/json"};
  format.extensions = {"json"};
  format.identify = identify_fireroad;
  format.read = read_fireroad;
  return format;
}

}  // namespace crosswalk::formats
