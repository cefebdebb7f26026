// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_showcase.hpp"

#include <ostream>

#include "cli/competency_inputs.hpp"
#include "cli/transfer_inputs.hpp"
#include "cli/verb.hpp"
#include "cli/writers.hpp"
#include "lib/trust/pseudonym.hpp"
#include "reports/showcase.hpp"

namespace crosswalk::cli {
namespace {

class ShowcaseVerb : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("RECORD", record_, "the learner's record");
    options.value("--framework", framework_, "the competencies by name; files joined by commas");
    options.values("--taught", taught_, "what the courses of the record stand for, where the record does not say");
    options.flag("--without-grades", without_grades_, "leave grades out");
    options.value("--as", as_, "the record's format, where content alone does not tell it");
    options.examples("  crosswalk --format html -o showcase.html showcase record.yaml --taught courses.csv");
  }

  int run(const Context& context) override {
    LearnerRecord record = read_record(record_, as_, context);
    if (context.redact) record.learner = trust::pseudonym(record.learner);
    coverage::ClaimSet claims;
    coverage::add_claims(claims, record, record_);
    if (!taught_.empty()) {
      coverage::ClaimSet courses;
      for (const std::string& each : taught_) add_claims_of(courses, named_documents(each, {}, context), {});
      coverage::lend(claims, courses);
    }
    CompetencyFramework framework;
    if (!framework_.empty()) framework = framework_named(framework_, {}, context);
    const reports::Showcase showcase{&record, &claims, framework_.empty() ? nullptr : &framework, !without_grades_};
    print(context, showcase,
          {reports::showcase_text, reports::showcase_json, reports::showcase_csv, reports::showcase_html});
    return done;
  }

 private:
  std::string record_, framework_, as_;
  std::vector<std::string> taught_;
  bool without_grades_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_showcase() { return std::make_unique<ShowcaseVerb>(); }

}  // namespace crosswalk::cli
