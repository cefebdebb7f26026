// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "reports/audit.hpp"

namespace crosswalk::reports {
namespace {

using audit::Standing;

std::string_view mark(Standing standing) {
  switch (standing) {
    case Standing::satisfied:
      return "[x]";
    case Standing::waived:
      return "[w]";
    case Standing::in_progress:
      return "[>]";
    case Standing::planned:
      return "[p]";
    case Standing::unknown:
      return "[?]";
    case Standing::partial:
      return "[/]";
    case Standing::missing:
      return "[ ]";
    case Standing::not_applicable:
      return "[-]";
  }
  return "[?]";
}

std::string shortened(const std::string& text, std::size_t length) {
  if (text.size() <= length) return text;
  std::size_t end = length - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

class Tree {
 public:
  explicit Tree(const audit::Result& result) {
    for (const audit::Use& use : result.assignment) {
      std::string& list = courses_[use.requirement];
      list += (list.empty() ? "" : ", ") + use.course;
      if (use.status == Status::in_progress) list += " (in progress)";
      if (use.status == Status::planned) list += " (planned)";
    }
    line(result.requirement, 0);
  }
  std::string text;

 private:
  void line(const audit::RequirementResult& r, int depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    text += indent + std::string(mark(r.standing)) + " " + (r.title.empty() ? shortened(r.rule, 70) : r.title);
    if (r.title.empty() && r.rule.empty()) text += r.id;
    if (r.optional) text += " (optional)";
    if (r.standing != Standing::not_applicable && r.standing != Standing::waived &&
        !(r.needed.is_zero() && r.got.is_zero()))
      text += ": " + to_string(r.got) + " of " + to_string(r.needed) + " " + r.unit;
    if (const auto at = courses_.find(r.id); at != courses_.end()) text += " = " + at->second;
    text += "\n";
    if (r.children.empty() && !r.remaining.empty()) {
      const bool amount = r.needed > r.got;
      text += indent + (amount ? "    needs " : "    ") + r.remaining;
      if (!r.title.empty() && !r.rule.empty()) text += (amount ? " of: " : ": ") + shortened(r.rule, 100);
      text += "\n";
    }
    if (r.children.empty())
      for (const Doubt& doubt : r.doubts) text += indent + "    ? " + doubt.text + "\n";
    for (const audit::RequirementResult& child : r.children) line(child, depth + 1);
  }

  std::map<std::string, std::string> courses_;
};

std::string listed(const std::string& heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::string out = "\n" + heading + "\n";
  for (const std::string& line : lines) out += "  " + line + "\n";
  return out;
}

void flatten(const audit::RequirementResult& r, std::map<std::string, const audit::RequirementResult*>& into) {
  into[r.id] = &r;
  for (const audit::RequirementResult& child : r.children) flatten(child, into);
}

std::string proof_text(const audit::Proof& proof) {
  std::string out;
  if (proof.kind == audit::Proof::Kind::core && !proof.requirements.empty()) {
    out += "\nWhy not: " + proof.explanation + "\n";
    for (const std::string& id : proof.requirements) out += "  requirement " + id + "\n";
    if (!proof.courses.empty()) {
      out += "  courses ";
      for (std::size_t i = 0; i < proof.courses.size(); ++i) out += (i == 0 ? "" : ", ") + proof.courses[i];
      out += "\n";
    }
    out += listed("What would mend it:", proof.repair);
  } else if (proof.kind == audit::Proof::Kind::bound) {
    out += "\nNot proven: " + proof.explanation + " (" + std::to_string(proof.bound_top_level) +
           " top-level requirements)\n";
  } else {
    out += listed("To be decided or completed:", proof.repair);
  }
  return out;
}

}  // namespace

std::string audit_sentence(const audit::Result& result) {
  const std::string count = std::to_string(result.satisfied_top_level) + " of " + std::to_string(result.top_level) +
                            " top-level requirements satisfied";
  if (result.satisfied.yes()) return "Satisfied: " + count;
  if (result.satisfied.no()) return "Not satisfied: " + count;
  return "Not decided: " + count;
}

std::vector<std::string> audit_difference(const audit::Result& before, const audit::Result& after) {
  std::vector<std::string> out;
  if (before.satisfied.value() != after.satisfied.value())
    out.push_back("satisfied: " + std::string(name(before.satisfied.value())) + " -> " +
                  std::string(name(after.satisfied.value())));
  std::map<std::string, const audit::RequirementResult*> was, is;
  flatten(before.requirement, was);
  flatten(after.requirement, is);
  for (const auto& [id, now] : is) {
    const auto at = was.find(id);
    const std::string title = now->title.empty() ? id : now->title + " (" + id + ")";
    if (at == was.end())
      out.push_back(title + ": new, " + std::string(audit::name(now->standing)));
    else if (at->second->standing != now->standing || at->second->got != now->got)
      out.push_back(title + ": " + std::string(audit::name(at->second->standing)) + " " + to_string(at->second->got) +
                    " -> " + std::string(audit::name(now->standing)) + " " + to_string(now->got));
  }
  for (const auto& [id, then] : was)
    if (!is.contains(id)) out.push_back((then->title.empty() ? id : then->title + " (" + id + ")") + ": gone");
  return out;
}

std::string audit_text(const audit::Result& result, const AuditHeading& heading) {
  std::string out = heading.title.empty() ? heading.programme : heading.title;
  out += "\n" + audit_sentence(result);
  if (result.as_of) out += " (as of " + to_string(*result.as_of) + ")";
  out += "\n\n" + Tree(result).text;
  out += proof_text(result.proof);
  std::vector<std::string> unused;
  for (const audit::UnusedCourse& course : result.unused) unused.push_back(course.course + ": " + course.reason);
  out += listed("Not used:", unused);
  out += listed("Not checked:", result.unchecked);
  out += listed("Exceptions applied:", result.applied_exceptions);
  out += listed("What if:", heading.changes);
  if (heading.plain != nullptr) {
    std::vector<std::string> lines = audit_difference(*heading.plain, result);
    if (lines.empty()) lines.push_back("none");
    out += listed("Difference to the audit without it:", lines);
  }
  if (!result.reproducible) out += "\nThe time limit cut this answer short; it may differ on another run.\n";
  out += "\n[x] satisfied  [w] waived  [>] in progress  [p] planned  [/] partly  [ ] missing  [?] to be decided\n";
  return out;
}

std::string audit_csv(const audit::Result& result) {
  std::map<std::string, std::string> courses;
  for (const audit::Use& use : result.assignment) {
    std::string& list = courses[use.requirement];
    list += (list.empty() ? "" : "; ") + use.course;
  }
  const auto cell = [](std::string text) {
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
  };
  std::string out = "id,title,status,needed,got,unit,courses,remaining,rule\n";
  const auto line = [&](const auto& self, const audit::RequirementResult& r) -> void {
    const auto at = courses.find(r.id);
    for (const std::string& text :
         {r.id, r.title, std::string(audit::name(r.standing)), to_string(r.needed), to_string(r.got), r.unit,
          at == courses.end() ? std::string() : at->second, r.remaining})
      out += cell(text) + ",";
    out += cell(r.rule) + "\n";
    for (const audit::RequirementResult& child : r.children) self(self, child);
  };
  line(line, result.requirement);
  return out;
}

}  // namespace crosswalk::reports
