// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_case_check.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/audit_inputs.hpp"
#include "cli/transfer_inputs.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::cli {
namespace {

using formats::AuditCase;

std::string beside(const std::string& file, const std::string& other) {
  return (std::filesystem::path(file).parent_path() / other).string();
}

std::string listed(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out.empty() ? "nothing" : out;
}

const audit::RequirementResult* find(const audit::RequirementResult& in, const std::string& id) {
  if (in.id == id) return &in;
  for (const audit::RequirementResult& child : in.children)
    if (const auto* found = find(child, id)) return found;
  return nullptr;
}

class AuditComparison {
 public:
  AuditComparison(const AuditCase& it, const audit::Result& got, CaseResult& into) : it_(it), got_(got), into_(into) {}

  void run() {
    if (!got_.optimal) differ("a proven answer", "an answer that is not proven");
    if (!it_.satisfied.empty()) compare("satisfied", it_.satisfied, std::string(name(got_.satisfied.value())));
    count("satisfied top-level requirements", it_.satisfied_top_level, got_.satisfied_top_level);
    count("top-level requirements", it_.top_level, got_.top_level);
    count("unchecked rules", it_.unchecked, static_cast<std::int32_t>(got_.unchecked.size()));
    for (const auto& [id, status] : it_.statuses) compare_status(id, status);
    for (const auto& [course, requirements] : it_.counts_for) compare_use(course, requirements);
    if (it_.core) compare_core(*it_.core);
  }

 private:
  void differ(std::string expected, std::string got) {
    into_.differences.push_back({it_.where, std::move(expected), std::move(got)});
  }

  void compare(const std::string& what, const std::string& wanted, const std::string& got) {
    if (wanted != got) differ(what + ": " + wanted, what + ": " + got);
  }

  void count(const std::string& what, const std::optional<std::int32_t>& wanted, std::int32_t got) {
    if (wanted) compare(what, std::to_string(*wanted), std::to_string(got));
  }

  void compare_status(const std::string& id, const std::string& wanted) {
    const auto* found = find(got_.requirement, id);
    if (found == nullptr) return differ(id + ": " + wanted, "the programme has no requirement " + id);
    compare(id, wanted, std::string(audit::name(found->standing)));
  }

  void compare_use(const std::string& course, std::vector<std::string> wanted) {
    std::vector<std::string> got;
    for (const audit::Use& use : got_.assignment)
      if (CourseCode::parse(use.course) == CourseCode::parse(course)) got.push_back(use.requirement);
    std::ranges::sort(wanted);
    std::ranges::sort(got);
    compare(course + " counts for", listed(wanted), listed(got));
  }

  void compare_core(std::vector<std::string> wanted) {
    std::vector<std::string> got = got_.proof.requirements;
    std::ranges::sort(wanted);
    std::ranges::sort(got);
    compare("smallest reason", listed(wanted), listed(got));
  }

  const AuditCase& it_;
  const audit::Result& got_;
  CaseResult& into_;
};

}  // namespace

CaseResult check_audit_case(const AuditCase& it, const std::string& file, const Context& context) {
  CaseResult out{file, it.name, it.where, {}};
  LearnerRecord record =
      it.transcript_file.empty() ? it.record : read_record(beside(file, it.transcript_file), {}, context);
  Programme programme = it.requirements ? *it.requirements
                                        : read_programme(beside(file, it.requirements_file), it.programme, {}, context);
  const auto scales = audit_scales(context.facts);
  audit::Options options;
  options.scales = &scales;
  options.as_of = it.as_of;
  options.catalogue = it.catalogue;
  options.alternatives = false;
  lay(WhatIf{it.plan, it.pass, it.drop, it.declare, it.waive, it.substitute}, record, programme);
  AuditComparison(it, audit::audit(record, programme, options), out).run();
  return out;
}

}  // namespace crosswalk::cli
