// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/ap_table/ap_table.hpp"

#include <algorithm>

#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/articulation/exam_table.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Identity identify_ap(const Probe& probe) {
  if (probe.json_array) return probe.has_key("exam") && probe.has_key("minScore") ? Identity::yes : Identity::no;
  return !probe.json_keys.empty() && probe.text.find("\"acceptableScores\"") != std::string::npos ? Identity::yes
                                                                                                  : Identity::no;
}

std::string text_of(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr || !found->is_scalar() || found->is_null() ? std::string() : found->text();
}

class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file) {
    set_.id = "ap-table";
    set_.title = "AP credit table";
    set_.source.document = "AP credit table";
  }

  RuleSet read(const Node& root) {
    if (root.is_sequence())
      for (const Node& one : root.items()) list_row(one);
    else
      for (const auto& [exam, entry] : root.members()) bands(exam, entry);
    const std::size_t rows = rows_.size();
    add_exam_rules(std::move(rows_), set_);
    diagnostics.push_back({Severity::note,
                           "ap-table.balance",
                           {file_, {}, {}, {}, {}},
                           std::to_string(rows + unusable_) + " score bands: " + std::to_string(set_.rules.size()) +
                               " rules, " + std::to_string(unusable_) + " unusable"});
    return std::move(set_);
  }

  Diagnostics diagnostics;
  LossReport loss;

 private:
  void list_row(const Node& node) {
    ExamRow row;
    row.exam = exam_name(text_of(node, "exam"));
    const auto score = Rational::parse(text_of(node, "minScore"));
    if (!score) {
      ++unusable_;
      diagnostics.push_back({Severity::warning, "ap-table.row", syntax::at(node, file_),
                             "a row has a minScore, found '" + text_of(node, "minScore") + "'"});
      loss.add("row", "no minimum score");
      return;
    }
    row.least = *score;
    row.locator = "line " + std::to_string(node.line);
    if (const Node* courses = node.find("courses"))
      for (const Node& one : courses->items()) row.awards.push_back(listed_award(one, text_of(node, "requirement")));
    if (std::string note = text_of(node, "note"); !note.empty()) row.conditions.push_back(std::move(note));
    rows_.push_back(std::move(row));
  }

  static Award listed_award(const Node& node, const std::string& requirement) {
    Award award = course_award(CourseCode::parse(text_of(node, "code")), text_of(node, "name"),
                               Rational::parse(text_of(node, "credits")));
    if (award.course.number.empty() || award.title.find("(Elective)") != std::string::npos)
      award.kind = AwardKind::elective;
    award.area = requirement;
    return award;
  }

  void bands(const std::string& exam, const Node& entry) {
    const Node* rewards = entry.find("rewards");
    if (rewards == nullptr) return loss.add("exam", "no rewards");
    for (const Node& reward : rewards->items()) band(exam, reward);
  }

  void band(const std::string& exam, const Node& reward) {
    std::vector<Rational> scores;
    if (const Node* list = reward.find("acceptableScores"))
      for (const Node& one : list->items())
        if (const auto score = Rational::parse(one.text())) scores.push_back(*score);
    if (scores.empty()) {
      ++unusable_;
      return loss.add("reward", "no acceptable scores");
    }
    ExamRow row;
    row.exam = exam_name(exam);
    row.least = std::ranges::min(scores);
    row.most = std::ranges::max(scores);
    row.locator = "line " + std::to_string(reward.line);
    read_grants(reward, row);
    rows_.push_back(std::move(row));
  }

  // unitsGranted is the total; electiveUnitsGranted the part of it that is elective; the rest is for the courses.
  void read_grants(const Node& reward, ExamRow& row) {
    const Rational total = Rational::parse(text_of(reward, "unitsGranted")).value_or(Rational());
    const Rational elective = Rational::parse(text_of(reward, "electiveUnitsGranted")).value_or(Rational());
    if (const Node* granted = reward.find("coursesGranted")) read_tree(*granted, row, total - elective);
    const bool no_course = row.awards.empty();
    if (elective.sign() > 0 || no_course) {
      Award award;
      award.kind = AwardKind::elective;
      award.credits = no_course ? total : elective;
      row.awards.push_back(std::move(award));
    }
    if (const Node* general = reward.find("geGranted"))
      for (const auto& [area, count] : general->members()) row.awards.front().attributes[area] = count.text();
  }

  void read_tree(const Node& tree, ExamRow& row, const Rational& units) {
    for (const auto& [operation, parts] : tree.members()) {
      std::vector<std::string> codes;
      for (const Node& part : parts.items()) codes.push_back(part.is_scalar() ? part.text() : words_of(part));
      if (codes.empty()) continue;
      if (operation == "AND" && std::ranges::all_of(parts.items(), &Node::is_scalar)) {
        for (const std::string& code : codes)
          row.awards.push_back(
              course_award(CourseCode::parse(code), {}, codes.size() == 1 ? std::optional(units) : std::nullopt));
        return;
      }
      choice(operation, codes, row, units);
    }
  }

  // Which of several courses is granted is for the learner and a person to settle.
  void choice(const std::string& operation, const std::vector<std::string>& codes, ExamRow& row,
              const Rational& units) {
    Award award;
    award.kind = AwardKind::review;
    award.credits = units;
    for (const std::string& code : codes)
      award.title += (award.title.empty() ? "" : operation == "OR" ? " or " : " and ") + code;
    row.conditions.push_back("grants " + award.title + ": which one is to be chosen");
    row.awards.push_back(std::move(award));
  }

  static std::string words_of(const Node& tree) {
    std::string out;
    for (const auto& [operation, parts] : tree.members())
      for (const Node& part : parts.items())
        out += (out.empty()         ? ""
                : operation == "OR" ? " or "
                                    : " and ") +
               (part.is_scalar() ? part.text() : words_of(part));
    return "(" + out + ")";
  }

  std::string file_;
  RuleSet set_;
  std::vector<ExamRow> rows_;
  std::size_t unusable_ = 0;
};

ReadResult<Document> read_ap(Input& input) {
  Reader reader(input.name());
  ReadResult<Document> out;
  out.value.format = "ap-table";
  out.value.parts.emplace_back(reader.read(syntax::parse_json(input.text(), input.name(), input.limits())));
  out.diagnostics = std::move(reader.diagnostics);
  out.loss = std::move(reader.loss);
  return out;
}

}  // namespace

Format ap_table_format() {
  Format format;
  format.id = "ap-table";
  format.title = "AP credit table";
  format.media_types = {"application/json"};
  format.extensions = {"json"};
  format.identify = identify_ap;
  format.read = read_ap;
  return format;
}

}  // namespace crosswalk::formats
