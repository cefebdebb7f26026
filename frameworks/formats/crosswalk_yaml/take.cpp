// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/condition.hpp"
#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/limit.hpp"
#include "frameworks/formats/crosswalk_yaml/selector.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

struct Span {
  std::optional<Rational> low, high;
  std::string unit;
};

// "3" at least three; "3..5" between; "..5" at most five; a unit may follow.
Span read_span(Fields& fields, std::string_view key) {
  Span out;
  const Node* found = fields.find(key);
  if (found == nullptr) return out;
  std::string text = fields.text(key);
  if (const auto blank = text.find(' '); blank != std::string::npos) {
    out.unit = text.substr(text.find_first_not_of(' ', blank));
    text.resize(blank);
  }
  const auto dots = text.find("..");
  const std::string low = text.substr(0, dots), high = dots == std::string::npos ? "" : text.substr(dots + 2);
  out.low = Rational::parse(low);
  out.high = Rational::parse(high);
  const bool bad = (!low.empty() && !out.low) || (!high.empty() && !out.high) || (!out.low && !out.high);
  if (bad || (out.low && out.high && *out.high < *out.low))
    fields.refuse(*found, "yaml.value",
                  std::string(key) + " is written like 3, 3..5 or ..5, found '" + found->text() + "'");
  return out;
}

std::optional<std::int32_t> whole(const std::optional<Rational>& value, Fields& fields, std::string_view key) {
  if (!value) return {};
  if (!value->is_whole() || value->numerator() > 100'000)
    fields.refuse(*fields.find(key), "yaml.value",
                  std::string(key) + " is a whole number, found '" + fields.text(key) + "'");
  return static_cast<std::int32_t>(value->numerator());
}

void read_amounts(Take& take, Fields& fields) {
  const Span courses = read_span(fields, "courses");
  take.min_courses = whole(courses.low, fields, "courses");
  take.max_courses = whole(courses.high, fields, "courses");
  const Span credits = read_span(fields, "credits");
  take.min_credits = credits.low;
  take.max_credits = credits.high;
  take.system = credits.unit;
  const Span units = read_span(fields, "units");
  take.min_units = units.low;
  take.max_units = units.high;
  const std::string join = fields.text("join");
  if (!join.empty() && join != "both" && join != "either")
    fields.refuse(*fields.find("join"), "yaml.value", "join is 'both' or 'either', found '" + join + "'");
  take.join = join == "either" ? Take::Join::either : Take::Join::both;
}

template <class Number>
std::string span_text(const std::optional<Number>& low, const std::optional<Number>& high) {
  const std::string first = low ? to_string(Rational(*low)) : "";
  return high ? first + ".." + to_string(Rational(*high)) : first;
}

void write_grade(const GradeDemand& grade, Node& into) {
  put(into, "min-grade", grade.at_least);
  put(into, "max-grade", grade.at_most);
  put(into, "grade-scale", grade.scale);
  put(into, "min-points", grade.min_points);
  put(into, "max-points", grade.max_points);
}

}  // namespace

Take read_take(Fields& fields) {
  Take take;
  take.from = read_selector(fields.need("take"), fields.file());
  read_amounts(take, fields);
  take.grade.at_least = fields.text("min-grade");
  take.grade.at_most = fields.text("max-grade");
  take.grade.scale = fields.text("grade-scale");
  take.grade.min_points = fields.number("min-points");
  take.grade.max_points = fields.number("max-points");
  fields.each("including", [&](const Node& one) { take.including.push_back(read_selector(one, fields.file())); });
  fields.each("limits", [&](const Node& one) { take.limits.push_back(read_limit(one, fields.file())); });
  take.multiplicity = fields.whole("times").value_or(1);
  take.whole_at_one_institution = fields.truth("one-institution", false);
  return take;
}

void write_take(const Take& take, Node& into) {
  into.set("take", write_selector(take.from));
  if (take.min_courses || take.max_courses) put(into, "courses", span_text(take.min_courses, take.max_courses));
  if (take.min_credits || take.max_credits)
    put(into, "credits",
        span_text(take.min_credits, take.max_credits) + (take.system.empty() ? "" : " " + take.system));
  if (take.join == Take::Join::either) put(into, "join", std::string("either"));
  write_grade(take.grade, into);
  if (take.min_units || take.max_units) put(into, "units", span_text(take.min_units, take.max_units));
  if (!take.including.empty()) {
    Node& list = into.set("including", Node::sequence());
    for (const Selector& one : take.including) list.push(write_selector(one));
  }
  if (!take.limits.empty()) {
    Node& list = into.set("limits", Node::sequence());
    for (const Limit& one : take.limits) list.push(write_limit(one));
  }
  if (take.multiplicity != 1) put(into, "times", std::optional<std::int32_t>(take.multiplicity));
  put_truth(into, "one-institution", take.whole_at_one_institution, false);
}

}  // namespace crosswalk::formats
