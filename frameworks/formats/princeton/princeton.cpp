// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/princeton/princeton.hpp"

#include <algorithm>
#include <string>

#include "lib/syntax/yaml.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

std::string text(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr || !found->is_scalar() || found->is_null() ? std::string() : found->text();
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

// "COS 126", "COS 3**", "LANG 107", one or several joined by "/", each optionally followed by ": title".
class CourseNames {
 public:
  static Selector read(const std::string& entry) {
    std::vector<Selector> parts;
    const std::string codes = entry.substr(0, entry.find(':'));
    std::size_t start = 0;
    while (start <= codes.size()) {
      const std::size_t end = std::min(codes.find('/', start), codes.size());
      if (const std::string code = trimmed(std::string_view(codes).substr(start, end - start)); !code.empty())
        parts.push_back(one(code));
      start = end + 1;
    }
    return parts.size() == 1 ? parts.front() : Selector::any_of(std::move(parts));
  }

 private:
  static Selector one(const std::string& code) {
    if (code.starts_with("LANG ")) return language(trimmed(code.substr(5)));
    return code.find('*') == std::string::npos ? Selector::of_course(code) : Selector::of_pattern(code);
  }
  // Any language department: which those are, no file says.
  static Selector language(const std::string& number) {
    return Selector::all_of({Selector::of_pattern("???" + number), Selector::named_set("LANG")});
  }
};

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  Programme read(const Node& root) {
    Programme out;
    out.id.text = text(root, "code");
    out.title = text(root, "name");
    const std::string type = text(root, "type");
    if (!type.empty()) out.title += " (" + type + ")";
    out.award = text(root, "degree");
    out.institution.text = "princeton.edu";
    out.source.document = "Princeton departmental requirements, " + out.id.text;
    if (const Node* urls = root.find("urls"); urls != nullptr && !urls->items().empty())
      out.source.locator = urls->items()[0].text();
    out.root = requirement(root, "0", false);
    out.root.title = out.title;
    std::int32_t caps = 0;
    for (const Requirement& part : out.root.parts) caps += most_of(part);
    out.root.at_least = caps;  // the whole: what all its requirements may count
    if (const std::string common = text(root, "max_common_with_major"); !common.empty())
      out.root.unchecked.push_back("at most " + common + " courses in common with the major");
    if (const Node* majors = root.find("allowed_majors"); majors != nullptr && majors->is_sequence()) {
      std::string names;
      for (const Node& major : majors->items()) names += (names.empty() ? "" : ", ") + major.text();
      out.root.unchecked.push_back("open to majors " + names);
    }
    return out;
  }

  Diagnostics diagnostics;
  LossReport loss;

 private:
  std::optional<std::int32_t> whole(const Node& node, std::string_view key) {
    const std::string value = text(node, key);
    if (value.empty()) return {};
    const auto number = Rational::parse(value);
    if (number && number->is_whole()) return static_cast<std::int32_t>(number->numerator());
    if (number) {
      diagnostics.push_back({Severity::warning, "princeton.fraction", at(*node.find(key), file_),
                             std::string(key) + " is " + value + "; a course counts whole or not, so it is read as " +
                                 std::to_string(number->numerator() / number->denominator() + 1)});
      loss.add(std::string("req_list[].") + std::string(key), "fractions of a course are rounded up");
      return static_cast<std::int32_t>(number->numerator() / number->denominator() + 1);
    }
    diagnostics.push_back({Severity::warning, "princeton.number", at(*node.find(key), file_),
                           std::string(key) + " is '" + value + "', a whole number was expected"});
    return {};
  }

  // What a part adds to "ALL": its cap; without one what it needs, else all it lists.
  static std::int32_t most_of(const Requirement& part) {
    if (part.passes_at_most) return *part.passes_at_most;
    if (!part.parts.empty()) {
      if (part.at_least.value_or(0) > 0) return *part.at_least;
      std::int32_t sum = 0;
      for (const Requirement& child : part.parts) sum += most_of(child);
      return sum;
    }
    if (!part.need) return 0;
    const Take& take = part.need->take;
    if (take.min_courses.value_or(0) > 0) return *take.min_courses;
    const Selector& from = take.from.kind == Selector::Kind::except ? take.from.parts.front() : take.from;
    return from.kind == Selector::Kind::any ? static_cast<std::int32_t>(from.parts.size()) : 1;
  }

  Requirement requirement(const Node& node, const std::string& path, bool sharing) {
    if (const Node* shared = node.find("double_counting_allowed"); shared != nullptr && !shared->is_null())
      sharing = shared->text() == "true" || shared->text() == "True";
    Requirement out;
    if (const Node* years = node.find("year_switch");
        years != nullptr && years->is_sequence() && !years->items().empty())
      out = by_year(node, *years, path, sharing);
    else
      out = plain(node, path, sharing);
    out.passes_at_most = whole(node, "max_counted");
    return out;
  }

  // The requirement and what replaces it for some classes; exactly one applies.
  Requirement by_year(const Node& node, const Node& years, const std::string& path, bool sharing) {
    Requirement out;
    out.id.text = path;
    out.title = text(node, "name");
    out.counting = Counting::courses;
    std::vector<Condition> others;
    for (std::size_t i = 0; i < years.items().size(); ++i) {
      Requirement other = requirement(years.items()[i], path + ".y" + std::to_string(i), sharing);
      other.when = class_of(years.items()[i]);
      others.push_back(*other.when);
      out.parts.push_back(std::move(other));
    }
    Requirement usual = plain(node, path + ".y", sharing);
    Condition none;
    none.kind = Condition::Kind::negation;
    none.parts = {Condition::any_of(others)};
    usual.when = none;
    out.parts.push_back(std::move(usual));
    return out;
  }

  // "<=2023", ">2022", "2024": the class year, asked of the catalogue clock.
  Condition class_of(const Node& node) {
    const std::string code = text(node, "year_code");
    Condition out;
    out.kind = Condition::Kind::date;
    out.clock = Clock::catalogue;
    const auto digits = code.find_first_of("0123456789");
    const auto year = digits == std::string::npos ? std::nullopt : Date::parse(code.substr(digits, 4));
    if (!year) {
      diagnostics.push_back(
          {Severity::warning, "princeton.year", at(node, file_), "year_code '" + code + "' names no year"});
      return Condition::words("class of " + code);
    }
    const std::string sign = code.substr(0, digits);
    const auto shifted = [&](int by) { return Date{static_cast<std::int16_t>(year->year + by), 0, 0}; };
    if (sign == "<=")
      out.period.until = *year;
    else if (sign == "<")
      out.period.until = shifted(-1);
    else if (sign == ">=")
      out.period.from = *year;
    else if (sign == ">")
      out.period.from = shifted(1);
    else
      out.period = {*year, *year};
    return out;
  }

  Requirement plain(const Node& node, const std::string& path, bool sharing) {
    Requirement out;
    out.id.text = path;
    out.title = text(node, "name");
    timing(node, out);
    if (!text(node, "explanation").empty()) loss.add("req_list[].explanation", "prose of the catalogue");
    if (const Node* parts = node.find("req_list"); parts != nullptr && parts->is_sequence())
      group(node, *parts, path, sharing, out);
    else
      leaf(node, sharing, out);
    return out;
  }

  void timing(const Node& node, Requirement& out) {
    if (const std::string semester = text(node, "completed_by_semester"); !semester.empty() && semester != "8")
      out.unchecked.push_back("to be completed by semester " + semester);
    const std::string passes = text(node, "pdfs_allowed");
    if (passes == "0" || passes == "false" || passes == "False")
      out.unchecked.push_back("no course may be taken pass/fail");
    if (passes == "1" || passes == "2")
      out.unchecked.push_back("at most " + passes + " courses may be taken pass/fail");
  }

  void group(const Node& node, const Node& parts, const std::string& path, bool sharing, Requirement& out) {
    out.counting = Counting::courses;
    std::int32_t caps = 0;
    for (std::size_t i = 0; i < parts.items().size(); ++i) {
      out.parts.push_back(requirement(parts.items()[i], path + "." + std::to_string(i), sharing));
      caps += most_of(out.parts.back());
    }
    out.at_least = text(node, "min_needed") == "ALL" ? caps : whole(node, "min_needed").value_or(0);
  }

  std::vector<Selector> list(const Node& node, std::string_view key) {
    std::vector<Selector> out;
    const Node* found = node.find(key);
    if (found == nullptr || !found->is_sequence()) return out;
    for (const Node& entry : found->items()) {
      if (entry.is_mapping() && !entry.members().empty())
        out.push_back(CourseNames::read(entry.members().front().first));
      else if (entry.is_scalar() && !entry.text().empty())
        out.push_back(CourseNames::read(entry.text()));
    }
    return out;
  }

  void leaf(const Node& node, bool sharing, Requirement& out) {
    if (sharing) out.share_with = {"*"};
    std::vector<Selector> from = list(node, "course_list");
    const auto count = static_cast<std::int32_t>(from.size());
    if (const Node* areas = node.find("dist_req"); areas != nullptr && !areas->is_null()) {
      std::vector<std::string> values;
      if (areas->is_sequence())
        for (const Node& area : areas->items()) values.push_back(area.text());
      else
        values.push_back(areas->text());
      from.push_back(Selector::where(Attribute::area, Comparison::is, values));
    }
    Take take;
    if (const auto total = whole(node, "num_courses")) {
      take.min_courses = *total;
      out.share_with = {"*"};
    } else if (from.empty()) {
      out.advice.push_back(out.title.empty() ? "no course is named" : out.title);
      return;
    } else {
      take.min_courses = text(node, "min_needed") == "ALL" ? count : whole(node, "min_needed").value_or(0);
    }
    if (!from.empty()) take.from = from.size() == 1 ? from.front() : Selector::any_of(std::move(from));
    if (std::vector<Selector> without = list(node, "excluded_course_list"); !without.empty())
      take.from = Selector::except(take.from, std::move(without));
    out.need = Condition::taking(std::move(take));
  }

  std::string_view file_;
};

Identity identify_princeton(const Probe& probe) {
  const bool type = probe.text.find("type: Major") != std::string::npos ||
                    probe.text.find("type: Certificate") != std::string::npos ||
                    probe.text.find("type: Degree") != std::string::npos ||
                    probe.text.find("type: Minor") != std::string::npos;
  const bool list = probe.text.find("\nreq_list:") != std::string::npos;
  if (probe.xml_root || !probe.json_keys.empty()) return Identity::no;
  return type && list ? Identity::yes : list ? Identity::unsure : Identity::no;
}

ReadResult<Document> read_princeton(Input& input) {
  const Node root = syntax::parse_yaml(input.text(), input.name(), input.limits());
  if (!root.is_mapping() || root.find("req_list") == nullptr)
    throw InputError("princeton.no-requirements", at(root, input.name()), "a requirement tree needs 'req_list'");
  Reader reader(input.name());
  ReadResult<Document> out;
  out.value.format = "princeton";
  out.value.parts.emplace_back(reader.read(root));
  out.diagnostics = std::move(reader.diagnostics);
  out.loss = std::move(reader.loss);
  return out;
}

}  // namespace

Format princeton_format() {
  Format format;
  format.id = "princeton";
  format.title = "Princeton departments' requirements";
  format.media_types = {"application/yaml"};
  format.extensions = {"yaml", "yml"};
  format.identify = identify_princeton;
  format.read = read_princeton;
  return format;
}

}  // namespace crosswalk::formats
