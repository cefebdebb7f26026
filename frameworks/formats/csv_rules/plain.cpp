// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/csv_rules/layouts.hpp"
#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats::csv_rules {
namespace {

using syntax::CsvRecord;

constexpr std::array<std::string_view, 18> columns{
    "id",          "from",          "source",         "min_grade", "to",        "target",
    "title",       "credits",       "system",         "kind",      "layer",     "taken_from",
    "taken_until", "in_force_from", "in_force_until", "programme", "condition", "document"};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t at = text.find(separator); from <= text.size(); at = text.find(separator, from)) {
    const std::string part = trimmed(text.substr(from, at == std::string::npos ? at : at - from));
    if (!part.empty()) out.push_back(part);
    if (at == std::string::npos) break;
    from = at + 1;
  }
  return out;
}

Condition one_course(const std::string& code, const std::string& at, const std::string& grade) {
  Take take;
  take.from =
      code.find_first_of("#*@?") == std::string::npos ? Selector::of_course(code, at) : Selector::of_pattern(code, at);
  take.grade.at_least = grade;
  return Condition::taking(std::move(take));
}

// `A; B` all of them, each of which may be `C | D`, any of them.
Condition match_of(const std::string& source, const std::string& at, const std::string& grade) {
  std::vector<Condition> all;
  for (const std::string& part : split(source, ';')) {
    std::vector<Condition> any;
    for (const std::string& code : split(part, '|')) any.push_back(one_course(code, at, grade));
    all.push_back(any.size() == 1 ? any.front() : Condition::any_of(std::move(any)));
  }
  return all.size() == 1 ? all.front() : Condition::all_of(std::move(all));
}

// An institution's blanket credit for whatever has no rule of its own: it gives way to the rules for courses.
bool is_default(const Rule& rule) {
  const auto kind = rule.awards.front().kind;
  const bool open = rule.match.kind == Condition::Kind::take && rule.match.take.from.kind != Selector::Kind::course;
  return rule.layer == Layer::institution && open && (kind == AwardKind::block || kind == AwardKind::elective);
}

class Reader {
 public:
  explicit Reader(Reading& reading) : reading_(reading) {}

  RuleSet read() {
    set_.id = "csv-rules";
    set_.title = "rules of " + reading_.file;
    set_.source.document = reading_.file;
    for (const std::string& title : reading_.table.header.cells) note_unknown(title);
    for (const CsvRecord& row : reading_.table.rows) add(row);
    if (!set_.rules.empty()) set_.institution = set_.rules.front().to;
    reading_.balance(std::to_string(reading_.table.rows.size()) + " rows: " + std::to_string(set_.rules.size()) +
                     " rules, " + std::to_string(unusable_) + " unusable");
    return std::move(set_);
  }

 private:
  void note_unknown(const std::string& title) {
    for (const std::string_view known : columns)
      if (folded(title) == known) return;
    if (!trimmed(title).empty())
      reading_.loss.add("column " + trimmed(title), "the column is not one of csv-rules'", reading_.table.rows.size());
  }

  void refuse(const CsvRecord& row, const std::string& text) {
    ++unusable_;
    reading_.warn(row, "csv-rules.row", text + "; the row is left out");
    reading_.loss.add("row", "unusable");
  }

  Period period(const CsvRecord& row, const std::string& from, const std::string& until) {
    return {Date::parse(reading_.cell(row, from)), Date::parse(reading_.cell(row, until))};
  }

  bool read_enums(const CsvRecord& row, Rule& rule, AwardKind& kind) {
    const std::string kind_text = reading_.cell(row, "kind"), layer_text = reading_.cell(row, "layer");
    const auto found_kind = kind_text.empty() ? std::optional(AwardKind::course) : award_kind(kind_text);
    const auto found_layer = layer_text.empty() ? std::optional(Layer::course_rule) : layer(layer_text);
    if (!found_kind)
      refuse(row, "kind '" + kind_text +
                      "' is none of course, block, elective, exemption, subject-only, unit-only, review, none");
    else if (!found_layer)
      refuse(row, "layer '" + layer_text +
                      "' is none of law, system-agreement, institution, programme, course-rule, student-agreement");
    if (!found_kind || !found_layer) return false;
    kind = *found_kind;
    rule.layer = *found_layer;
    return true;
  }

  void add(const CsvRecord& row) {
    const std::string source = reading_.cell(row, "source"), target = reading_.cell(row, "target");
    Rule rule;
    AwardKind kind = AwardKind::course;
    if (!read_enums(row, rule, kind)) return;
    if (source.empty()) return refuse(row, "no source course");
    if (target.empty() && (kind == AwardKind::course || kind == AwardKind::block))
      return refuse(row, "no target course");
    read_parties(row, rule);
    rule.match = match_of(source, rule.from.text, reading_.cell(row, "min_grade"));
    if (!add_awards(row, rule, kind, target)) return;
    if (is_default(rule)) rule.on_conflict = OnConflict::yield_to_lower;
    const std::string id = reading_.cell(row, "id");
    rule.id = names_.unique(id.empty() ? source + ">" + (target.empty() ? std::string(name(kind)) : target) : id);
    rule.taken = period(row, "taken_from", "taken_until");
    rule.in_force = period(row, "in_force_from", "in_force_until");
    rule.programmes = split(reading_.cell(row, "programme"), ';');
    if (const std::string words = reading_.cell(row, "condition"); !words.empty()) rule.conditions = {words};
    const std::string document = reading_.cell(row, "document");
    rule.source = {document.empty() ? reading_.file : document, "row " + std::to_string(row.number), {}, {}, {}};
    set_.rules.push_back(std::move(rule));
  }

  void read_parties(const CsvRecord& row, Rule& rule) {
    if (const std::string from = reading_.cell(row, "from"); !from.empty()) rule.from = add_institution(set_, from);
    if (const std::string to = reading_.cell(row, "to"); !to.empty()) rule.to = add_institution(set_, to);
    if (const std::string system = reading_.cell(row, "system"); !system.empty()) set_.system = folded_system(system);
  }

  // `credits` belongs to the only target, or lists one amount a target, separated like the targets.
  bool add_awards(const CsvRecord& row, Rule& rule, AwardKind kind, const std::string& target) {
    const auto codes = split(target, ';'), amounts = split(reading_.cell(row, "credits"), ';');
    for (std::size_t i = 0; i < codes.size() || i == 0; ++i) {
      Award award;
      award.kind = kind;
      if (i < codes.size()) award.course = CourseCode::parse(codes[i]);
      award.title = reading_.cell(row, "title");
      if (i < amounts.size()) {
        award.credits = Rational::parse(amounts[i]);
        if (!award.credits) return refuse(row, "credits '" + amounts[i] + "' are no amount"), false;
      }
      rule.awards.push_back(std::move(award));
    }
    return true;
  }

  Reading& reading_;
  RuleSet set_;
  RuleNames names_;
  std::size_t unusable_ = 0;
};

}  // namespace

RuleSet read_plain(Reading& reading) { return Reader(reading).read(); }

}  // namespace crosswalk::formats::csv_rules
