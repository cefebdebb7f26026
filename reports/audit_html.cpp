// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "reports/audit.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using audit::Standing;

Tone tone(Standing standing) {
  switch (standing) {
    case Standing::satisfied:
    case Standing::waived:
      return Tone::good;
    case Standing::in_progress:
    case Standing::planned:
    case Standing::partial:
      return Tone::warning;
    case Standing::missing:
      return Tone::bad;
    case Standing::unknown:
      return Tone::unknown;
    case Standing::not_applicable:
      return Tone::neutral;
  }
  return Tone::neutral;
}

std::string words(Standing standing) {
  std::string out(audit::name(standing));
  for (char& c : out)
    if (c == '-') c = ' ';
  return out;
}

Tone tone(const Truth& truth) { return truth.yes() ? Tone::good : truth.no() ? Tone::bad : Tone::unknown; }

class AuditPage {
 public:
  AuditPage(const audit::Result& result, const AuditHeading& heading)
      : result_(result), heading_(heading), page_(heading.title.empty() ? heading.programme : heading.title) {
    for (const audit::Use& use : result.assignment) courses_[use.requirement].push_back(&use);
    name_all(result.requirement);
  }

  std::string html() {
    page_.kicker("Degree audit").lead(audit_sentence(result_) + ".");
    page_.fact("Answer",
               result_.satisfied.yes()  ? "satisfied"
               : result_.satisfied.no() ? "not satisfied"
                                        : "to be decided",
               tone(result_.satisfied));
    page_.fact("Top-level requirements",
               std::to_string(result_.satisfied_top_level) + " of " + std::to_string(result_.top_level));
    if (!result_.credits_applied.is_zero()) page_.fact("Credits applied", to_string(result_.credits_applied));
    if (!result_.credits_remaining.is_zero())
      page_.fact("Credits remaining", to_string(result_.credits_remaining), Tone::warning);
    page_.fact("Proof", result_.optimal ? "best possible assignment" : "not proven",
               result_.optimal ? Tone::good : Tone::warning);
    next_steps();
    page_.section("Requirements");
    std::string rows;
    requirement(result_.requirement, 0, rows);
    page_.raw(
        "<div class=\"scroll\"><table><caption>Every requirement with the courses that count for "
        "it</caption><thead><tr><th scope=\"col\">"
        "Requirement</th><th scope=\"col\">Status</th><th scope=\"col\">Got</th><th scope=\"col\">Courses</th>"
        "<th scope=\"col\">Still needed</th></tr></thead><tbody>" +
        rows + "</tbody></table></div>");
    where_courses_count();
    not_used();
    notes();
    page_.footer((heading_.record.empty() ? std::string() : "Record " + heading_.record + ". ") +
                 (result_.as_of ? "As of " + to_string(*result_.as_of) + ". " : std::string()) +
                 "An audit is advice: the institution decides.");
    return page_.html();
  }

 private:
  void name_all(const audit::RequirementResult& r) {
    names_[r.id] = r.title.empty() ? (r.rule.size() > 60 ? r.id : r.rule) : r.title;
    for (const audit::RequirementResult& child : r.children) name_all(child);
  }

  std::string named(const std::string& id) const {
    const auto at = names_.find(id);
    return at == names_.end() || at->second.empty() ? id : at->second;
  }

  void next_steps() {
    const audit::Proof& proof = result_.proof;
    if (result_.satisfied.yes()) return;
    page_.section(result_.satisfied.no() ? "What is missing" : "What is to be decided");
    if (proof.kind == audit::Proof::Kind::core && !proof.requirements.empty()) {
      std::string which;
      for (const std::string& id : proof.requirements) which += (which.empty() ? "" : ", ") + named(id);
      page_.notice(Tone::bad, "The smallest reason: " + which + ": " + proof.explanation + ".");
      if (!proof.courses.empty()) {
        std::string list;
        for (const std::string& course : proof.courses) list += (list.empty() ? "" : ", ") + course;
        page_.paragraph("Courses in question: " + list + ".");
      }
    }
    if (proof.kind == audit::Proof::Kind::bound) page_.notice(Tone::warning, proof.explanation + ".");
    if (!proof.repair.empty()) {
      page_.paragraph(result_.satisfied.no() ? "What would mend it:" : "Open questions:");
      page_.list(proof.repair);
    }
  }

  void requirement(const audit::RequirementResult& r, int depth, std::string& rows) const {
    std::string courses;
    if (const auto at = courses_.find(r.id); at != courses_.end())
      for (const audit::Use* use : at->second) {
        courses += (courses.empty() ? "" : ", ") + escape(use->course);
        if (use->status != Status::completed) courses += " <small>(" + escape(name(use->status)) + ")</small>";
      }
    const bool counted = !(r.needed.is_zero() && r.got.is_zero()) && r.standing != Standing::not_applicable;
    const std::string title =
        r.title.empty() ? (r.rule.size() > 90 ? r.rule.substr(0, r.rule.find(' ', 80)) + " ..." : r.rule) : r.title;
    std::string rule;
    if (!r.title.empty() && !r.rule.empty() && r.children.empty())
      rule = r.rule.size() <= 120 ? "<br><small>" + escape(r.rule) + "</small>"
                                  : "<details><summary>rule</summary><small>" + escape(r.rule) + "</small></details>";
    rows += "<tr><th scope=\"row\" style=\"padding-left:" + std::to_string(0.6 + depth * 1.2).substr(0, 4) +
            "rem;font-weight:" + (depth < 2 ? "600" : "400") + "\">" + escape(title.empty() ? r.id : title) +
            (r.optional ? " <small>(optional)</small>" : "") + rule + "</th><td>" +
            badge(tone(r.standing), words(r.standing)) + "</td><td>" +
            (counted ? escape(to_string(r.got) + " of " + to_string(r.needed) + " " + r.unit) : "") + "</td><td>" +
            courses + "</td><td>" + escape(r.children.empty() || r.remaining != "see its parts" ? r.remaining : "") +
            "</td></tr>";
    for (const audit::RequirementResult& child : r.children) requirement(child, depth + 1, rows);
  }

  void where_courses_count() {
    if (result_.assignment.empty()) return;
    page_.section("Where each course counts");
    Table table;
    table.caption = "Each course with its requirement, the reason, and what else it could count for";
    table.columns = {{"Course"}, {"Counts for"}, {"Because it is"}, {"Could count instead for"}};
    for (const audit::Use& use : result_.assignment) {
      std::string others;
      for (const auto& other : use.alternatives)
        others += (others.empty() ? "" : "; ") + named(other.requirement) + " (" +
                  (other.cost.empty() ? "no loss" : other.cost) + ")";
      const std::string because = use.why.size() > 100 ? use.why.substr(0, 97) + "..." : use.why;
      table.rows.push_back({use.course, named(use.requirement) + (use.needed ? "" : " (progress)"), because,
                            others.empty() ? "-" : others});
    }
    page_.table(table);
  }

  void not_used() {
    if (result_.unused.empty()) return;
    page_.section("Courses not used");
    Table table;
    table.caption = "Courses that count for nothing here, and why";
    table.columns = {{"Course"}, {"Reason"}};
    for (const audit::UnusedCourse& course : result_.unused) {
      std::string reason = course.reason;
      if (const std::string start = "not needed where it fits: "; reason.starts_with(start)) {
        std::string list;
        std::string rest = reason.substr(start.size());
        for (std::size_t at = 0; at <= rest.size();) {
          const std::size_t end = std::min(rest.find(", ", at), rest.size());
          list += (list.empty() ? "" : ", ") + named(rest.substr(at, end - at));
          at = end + 2;
        }
        reason = start + list;
      }
      table.rows.push_back({course.course, reason});
    }
    page_.table(table);
  }

  void block(const std::string& heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    page_.section(heading);
    page_.list(lines);
  }

  void notes() {
    block("Not checked", result_.unchecked);
    block("Advice", result_.advice);
    block("Exceptions applied", result_.applied_exceptions);
    block("What if", heading_.changes);
    if (heading_.plain == nullptr) return;
    std::vector<std::string> lines = audit_difference(*heading_.plain, result_);
    if (lines.empty()) lines.push_back("nothing changes");
    block("Difference to the audit without it", lines);
  }

  const audit::Result& result_;
  const AuditHeading& heading_;
  Page page_;
  std::map<std::string, std::vector<const audit::Use*>> courses_;
  std::map<std::string, std::string> names_;
};

}  // namespace

std::string audit_html(const audit::Result& result, const AuditHeading& heading) {
  return AuditPage(result, heading).html();
}

}  // namespace crosswalk::reports
