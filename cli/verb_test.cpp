// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_test.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/audit_case_check.hpp"
#include "cli/case_check.hpp"
#include "cli/transfer_inputs.hpp"
#include "frameworks/formats/input.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "lib/syntax/yaml.hpp"
#include "reports/json.hpp"

namespace crosswalk::cli {
namespace {

using syntax::Node;

// Files as named; of folders, the .yaml files in them, sorted.
std::vector<std::string> case_files(const std::vector<std::string>& named) {
  std::vector<std::string> out;
  for (const std::string& path : named) {
    if (!std::filesystem::is_directory(path)) {
      out.push_back(path);
      continue;
    }
    std::vector<std::string> inside;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
      if (entry.path().extension() == ".yaml") inside.push_back(entry.path().string());
    std::ranges::sort(inside);
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

std::string as_text(const std::vector<CaseResult>& results) {
  std::string out;
  std::size_t failed = 0;
  for (const CaseResult& result : results) {
    out += std::string(result.ok() ? "ok     " : "differs") + "  " + result.name + "\n";
    failed += result.ok() ? 0 : 1;
    for (const CaseResult::Difference& each : result.differences)
      out += "  " + to_string(each.where) + "\n    expected  " + each.expected + "\n    got       " + each.got + "\n";
  }
  return out + std::to_string(results.size()) + " cases, " +
         (failed == 0 ? "all as expected" : std::to_string(failed) + " differ") + "\n";
}

std::string as_json(const std::vector<CaseResult>& results) {
  Node out = reports::answer("test");
  Node& cases = out.set("cases", Node::sequence());
  for (const CaseResult& result : results) {
    Node& one = cases.push(Node::mapping());
    reports::put(one, "name", result.name);
    reports::put(one, "file", result.file);
    one.set("ok", reports::truth(result.ok()));
    Node& expected = one.set("expected", Node::sequence());
    for (const auto& each : result.differences) expected.push(reports::text(each.expected));
    Node& got = one.set("got", Node::sequence());
    for (const auto& each : result.differences) got.push(reports::text(each.got));
  }
  return syntax::write_json(out) + "\n";
}

class Test : public Verb {
 public:
  void declare(Options& options) override {
    options.positionals("CASES", cases_, "case files, or folders of them");
    options.examples("  crosswalk test tests/cases\n  crosswalk test --json my-cases.yaml");
  }

  int run(const Context& context) override {
    if (context.format != Format::text && context.format != Format::json)
      throw UsageError("test answers in text or json");
    const transfer::Knowledge knowledge = transfer_knowledge(context.facts);
    std::vector<CaseResult> results;
    for (const std::string& file : case_files(cases_)) {
      formats::Input input = formats::Input::open(file, {}, context.in);
      for (const Node& one : formats::case_nodes(syntax::parse_yaml(input.text(), file), file))
        results.push_back(formats::is_audit_case(one)
                              ? check_audit_case(formats::read_audit_case(one, file), file, context)
                              : check_case(formats::read_case(one, file), file, context, knowledge));
    }
    *context.out << (context.format == Format::json ? as_json(results) : as_text(results));
    return std::ranges::all_of(results, &CaseResult::ok) ? done : answer_is_no;
  }

 private:
  std::vector<std::string> cases_;
};

}  // namespace

std::unique_ptr<Verb> make_test() { return std::make_unique<Test>(); }

}  // namespace crosswalk::cli
