// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_inputs.hpp"

#include <algorithm>
#include <filesystem>

#include "frameworks/facts/registry.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/store/workspace.hpp"

namespace crosswalk::cli {
namespace {

std::pair<std::string, std::string> pair_of(const std::string& text, std::string_view flag) {
  const auto at = text.find('=');
  if (at == std::string::npos || at == 0 || at + 1 == text.size())
    throw UsageError(std::string(flag) + " wants two names joined by '=', not '" + text + "'");
  return {text.substr(0, at), text.substr(at + 1)};
}

// All programmes of the workspace that are called so, or that the document called so holds.
std::vector<Programme> stored_programmes(const std::string& id, const Context& context) {
  const store::Workspace workspace = store::Workspace::read(context.workspace);
  std::vector<store::Entry> found;
  std::vector<std::string> names;
  for (store::Entry& entry : workspace.list<Programme>()) {
    names.push_back(entry.name);
    if (entry.name == id || entry.document == id) found.push_back(std::move(entry));
  }
  const bool by_name = !found.empty() && found.front().name == id;
  if (by_name && found.size() > 1)
    throw UsageError("several documents of the workspace hold programme '" + id + "': name one of them, " +
                     found[0].document + " or " + found[1].document);
  if (found.empty()) {
    const std::string close = nearest(id, names);
    throw UsageError("neither a file nor a programme of the workspace: '" + id + "'" +
                     (close.empty() ? "" : " (did you mean '" + close + "'?)"));
  }
  std::vector<Programme> out;
  for (const store::Entry& entry : found) out.push_back(workspace.get<Programme>(entry.id));
  return out;
}

}  // namespace

bool WhatIf::any() const {
  return !plan.empty() || !pass.empty() || !drop.empty() || !declare.empty() || !waive.empty() || !substitute.empty();
}

std::vector<std::string> lay(const WhatIf& what_if, LearnerRecord& record, Programme& programme) {
  std::vector<std::string> out;
  for (const std::string& code : what_if.plan) {
    Attempt attempt;
    attempt.id.text = "planned-" + std::to_string(record.attempts.size() + 1);
    attempt.code = CourseCode::parse(code);
    attempt.status = Status::planned;
    record.attempts.push_back(attempt);
    out.push_back("planned: " + code);
  }
  for (const std::string& code : what_if.pass) {
    const CourseCode wanted = CourseCode::parse(code);
    bool found = false;
    for (Attempt& attempt : record.attempts)
      if (attempt.code == wanted && (attempt.status == Status::in_progress || attempt.status == Status::planned)) {
        attempt.status = Status::completed;
        found = true;
      }
    if (!found) {
      Attempt attempt;
      attempt.id.text = "passed-" + std::to_string(record.attempts.size() + 1);
      attempt.code = wanted;
      record.attempts.push_back(attempt);
    }
    out.push_back("passed: " + code);
  }
  for (const std::string& code : what_if.drop) {
    const CourseCode wanted = CourseCode::parse(code);
    if (std::erase_if(record.attempts, [&](const Attempt& attempt) { return attempt.code == wanted; }) == 0)
      throw UsageError("--drop: the record has no course " + code);
    out.push_back("without: " + code);
  }
  for (const std::string& text : what_if.declare) {
    const auto [key, value] = pair_of(text, "--declare");
    record.declared[key] = {value};
    out.push_back("declared: " + key + " is " + value);
  }
  for (const std::string& id : what_if.waive) {
    Exception exception;
    exception.kind = Exception::Kind::waive;
    exception.requirement.text = id;
    exception.reason = "what if";
    programme.exceptions.push_back(exception);
    out.push_back("waived: " + id);
  }
  for (const std::string& text : what_if.substitute) {
    const auto [from, to] = pair_of(text, "--substitute");
    Exception exception;
    exception.kind = Exception::Kind::substitute;
    exception.course = Selector::of_course(from);
    exception.replacement = Selector::of_course(to);
    exception.reason = "what if";
    programme.exceptions.push_back(exception);
    out.push_back("substituted: " + from + " counts as " + to);
  }
  return out;
}

std::vector<Programme> read_programmes(const std::string& path, const std::string& as, const Context& context) {
  std::error_code error;
  if (path != "-" && !std::filesystem::exists(path, error) && std::filesystem::exists(context.workspace, error))
    return stored_programmes(path, context);
  auto read = formats::read_file(path, as);
  context.report(read.diagnostics);
  std::vector<Programme> out;
  for (const Programme* programme : read.value.all<Programme>()) out.push_back(*programme);
  if (out.empty()) throw UsageError("'" + path + "' holds no programme but " + std::string(formats::kind(read.value)));
  return out;
}

std::vector<Programme> workspace_programmes(const Context& context) {
  const store::Workspace workspace = store::Workspace::read(context.workspace);
  std::vector<Programme> out;
  for (const store::Entry& entry : workspace.list<Programme>()) out.push_back(workspace.get<Programme>(entry.id));
  if (out.empty()) throw UsageError("the workspace holds no programmes; import some, or name files with --programmes");
  return out;
}

Programme read_programme(const std::string& path, const std::string& id, const std::string& as,
                         const Context& context) {
  std::vector<Programme> all = read_programmes(path, as, context);
  if (id.empty() && all.size() == 1) return all.front();
  for (Programme& programme : all)
    if (programme.id.text == id) return std::move(programme);
  std::vector<std::string> ids;
  for (const Programme& programme : all) ids.push_back(programme.id.text);
  if (id.empty())
    throw UsageError("'" + path + "' holds " + std::to_string(all.size()) +
                     " programmes; choose one with --id, such as '" + ids.front() + "'");
  const std::string close = nearest(id, ids);
  throw UsageError("'" + path + "' holds no programme '" + id + "'" +
                   (close.empty() ? "" : " (did you mean '" + close + "'?)"));
}

std::map<std::string, GradeScale> audit_scales(const std::string& facts_path) {
  std::map<std::string, GradeScale> out;
  if (!std::filesystem::exists(facts_path)) return out;
  const facts::Registry registry = facts::Registry::open(facts_path);
  for (const GradingScale& scale : registry.facts().grading_scales) out[scale.id()] = grade_scale(scale);
  return out;
}

}  // namespace crosswalk::cli
