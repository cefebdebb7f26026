// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/tccns/tccns.hpp"

#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/articulation/code_list.hpp"
#include "frameworks/formats/articulation/exam_table.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Identity identify_tccns(const Probe& probe) {
  return probe.has_key("courseEquivalencies") || probe.has_key("apEquivalencies") ? Identity::yes : Identity::no;
}

std::string text_of(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr || !found->is_scalar() || found->is_null() ? std::string() : found->text();
}

// The university's name is the file's: "ut-austin" of "tables/ut-austin.json".
std::string university(const std::string& path) {
  const auto slash = path.find_last_of('/');
  const std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
  return name.substr(0, name.find('.'));
}

class Reader {
 public:
  Reader(const Node& root, const std::string& file) : root_(root), file_(file) {
    set_.institution = add_institution(set_, university(file));
    set_.id = "tccns/" + set_.institution.text;
    set_.title = "Texas Common Course Numbers at " + set_.institution.text;
    set_.system = "US-SH";
    set_.grade_scale = "";
    set_.source.document = "common course table of " + set_.institution.text;
  }

  RuleSet read() {
    std::size_t rows = 0;
    if (const Node* courses = root_.find("courseEquivalencies"))
      for (const Node& one : courses->items()) add_course(one, ++rows);
    std::vector<ExamRow> exams;
    if (const Node* list = root_.find("apEquivalencies"))
      for (const Node& one : list->items())
        if (auto row = exam(one, ++rows)) exams.push_back(std::move(*row));
    add_exam_rules(std::move(exams), set_);
    diagnostics.push_back({Severity::note,
                           "tccns.balance",
                           {file_, {}, {}, {}, {}},
                           std::to_string(rows) + " rows: " + std::to_string(set_.rules.size()) + " rules, " +
                               std::to_string(unusable_) + " unusable"});
    return std::move(set_);
  }

  Diagnostics diagnostics;
  LossReport loss;

 private:
  void refuse_row(const Node& node, std::string_view path, const std::string& text) {
    ++unusable_;
    diagnostics.push_back({Severity::warning, "tccns.row", syntax::at(node, file_), text});
    loss.add(path, "no course code can be read in it");
  }

  std::vector<Award> awards_of(const CodeList& list, const std::optional<Rational>& credits) {
    std::vector<Award> out;
    for (const CourseCode& code : list.codes) {
      Award award = course_award(code, list.title, list.codes.size() == 1 ? credits : std::nullopt);
      if (is_placeholder_number(code.number)) award.kind = AwardKind::block;
      out.push_back(std::move(award));
    }
    return out;
  }

  void add_course(const Node& node, std::size_t number) {
    const Node* printed = node.find("equivalentCourse");
    const bool split = printed != nullptr && printed->is_mapping();
    const std::string text = split ? text_of(*printed, "code") : text_of(node, "equivalentCourse");
    CodeList list = code_list(text);
    const std::string common = text_of(node, "courseCode");
    if (list.codes.empty() || common.empty())
      return refuse_row(node, "courseEquivalencies", "'" + text + "' names no course of the university");
    if (split) list.title = text_of(*printed, "title");
    Rule rule;
    rule.id = names_.unique(common + ">" + to_string(list.codes.front()));
    rule.title = text_of(node, "courseTitle");
    rule.to = set_.institution;
    rule.match = Condition::course(common);
    rule.awards = awards_of(list, Rational::parse(text_of(node, "creditHours")));
    rule.conditions = list.aside;
    rule.source = set_.source;
    rule.source.locator = "row " + std::to_string(number);
    set_.rules.push_back(std::move(rule));
  }

  // Several courses in one list are joined by "and" or by "or", and the table does not say which: a person decides.
  void read_courses(const Node& courses, ExamRow& row, const std::optional<Rational>& credits) {
    std::string all;
    for (const Node& one : courses.items()) all += (all.empty() ? "" : ", ") + one.text();
    if (courses.is_scalar()) all = courses.text();
    std::string text = all;
    if (text.starts_with("Credit for ")) text = text.substr(11);
    if (const auto open = text.find('('); text.starts_with("Undistributed") && open != std::string::npos)
      text = text.substr(open + 1, text.find(')') - open - 1);
    if (text == "No Credit") {
      row.awards = {Award{}};
      row.awards.front().kind = AwardKind::none;
      return;
    }
    const CodeList list = code_list(text);
    if (courses.items().size() <= 1 && !list.codes.empty()) {
      row.awards = awards_of(list, credits);
      row.conditions = list.aside;
      return;
    }
    Award review;
    review.kind = courses.items().size() > 1 ? AwardKind::review : AwardKind::elective;
    review.title = all;
    review.credits = credits;
    row.awards = {review};
    if (review.kind == AwardKind::elective) return;
    row.conditions.push_back("'" + all + "': the table does not say whether all of these or one of them");
    loss.add("apEquivalencies.equivalentCourses",
             "and/or between several courses is not said; kept as a decision for a person");
  }

  std::optional<ExamRow> exam(const Node& node, std::size_t number) {
    ExamRow row;
    row.exam = exam_name(text_of(node, "examName"));
    const auto score = Rational::parse(text_of(node, "score"));
    const Node* courses = node.find("equivalentCourses");
    if (!score || courses == nullptr) {
      refuse_row(node, "apEquivalencies", "an exam row has a score and equivalentCourses");
      return {};
    }
    row.least = *score;
    row.locator = "row " + std::to_string(number);
    read_courses(*courses, row, Rational::parse(text_of(node, "creditHours")));
    return row;
  }

  const Node& root_;
  std::string file_;
  RuleSet set_;
  RuleNames names_;
  std::size_t unusable_ = 0;
};

ReadResult<Document> read_tccns(Input& input) {
  const Node root = syntax::parse_json(input.text(), input.name(), input.limits());
  Reader reader(root, input.name());
  ReadResult<Document> out;
  out.value.format = "tccns";
  out.value.parts.emplace_back(reader.read());
  out.diagnostics = std::move(reader.diagnostics);
  out.loss = std::move(reader.loss);
  return out;
}

}  // namespace

Format tccns_format() {
  Format format;
  format.id = "tccns";
  format.title = "Texas Common Course Numbering table";
  format.media_types = {"application/json"};
  format.extensions = {"json"};
  format.identify = identify_tccns;
  format.read = read_tccns;
  return format;
}

}  // namespace crosswalk::formats
