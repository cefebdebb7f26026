// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_offerings.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/competency_inputs.hpp"
#include "cli/verb.hpp"
#include "cli/writers.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/store/workspace.hpp"
#include "reports/offerings.hpp"

namespace crosswalk::cli {
namespace {

class OfferingsVerb : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("ACTION", action_, "search or compare");
    options.positionals("FILE", files_, "catalogues; all of the workspace where none is named", false);
    options.values("--id", ids_, "compare: offerings by code or identifier");
    options.value("--text", query_.words, "words in title, description, code, subjects or outcomes, all of them");
    options.value("--provider", query_.provider, "a part of the provider's name or identifier");
    options.value("--kind", kind_, "course, module, micro_credential, certificate, programme, qualification, exam");
    options.value("--level", query_.level, "level as stated: EQF/6, 6");
    options.values("--outcome", query_.outcomes, "competencies it teaches, all of them");
    options.value("--subject", query_.subject, "beginning of the subject: 061, Computing");
    options.value("--min-credits", least_credits_, "least credits");
    options.value("--max-credits", most_credits_, "most credits");
    options.value("--system", query_.system, "credit system of these credits: ECTS");
    options.value("--max-cost", most_cost_, "most it may cost: 500 or \"500 EUR\"");
    options.value("--max-weeks", most_weeks_, "most weeks it may last");
    options.value("--max-hours", most_hours_, "most hours of work");
    options.flag("--current", current_, "offered on the date of --as-of");
    options.number("--list", list_, "offerings the text answer shows (40)");
    options.examples(
        "  crosswalk offerings search data/samples/catalogues/fjordland.csv --text waves --max-credits 10\n"
        "  crosswalk offerings compare a.csv b.xml --id \"MAT 101\" \"MAT 110\"");
  }

  int run(const Context& context) override {
    if (list_ < 0) throw UsageError("--list wants 0 or more");
    const std::vector<Catalogue> catalogues = read(context);
    if (action_ == "search") return search(context, catalogues);
    if (action_ == "compare") return compare(context, catalogues);
    throw UsageError("offerings " + action_ + ": unknown; known are search, compare");
  }

 private:
  std::vector<Catalogue> read(const Context& context) const {
    std::vector<Catalogue> out;
    for (const std::string& file : files_)
      for (const NamedDocument& each : named_documents(file, {}, context)) {
        const auto found = each.document.all<Catalogue>();
        if (found.empty())
          throw UsageError(each.name + " holds " + std::string(formats::kind(each.document)) +
                           ", a catalogue is needed");
        for (const Catalogue* catalogue : found) out.push_back(*catalogue);
      }
    std::error_code ignored;
    if (files_.empty() && std::filesystem::exists(context.workspace, ignored)) {
      const store::Workspace workspace = store::Workspace::read(context.workspace);
      for (const store::Entry& entry : workspace.list<Catalogue>()) out.push_back(workspace.get<Catalogue>(entry.id));
    }
    if (out.empty()) throw UsageError("offerings needs catalogues: files, or imported into the workspace");
    return out;
  }

  static std::optional<Rational> amount(const std::string& text, std::string_view option) {
    if (text.empty()) return {};
    auto value = Rational::parse(text);
    if (!value) throw UsageError(std::string(option) + " wants an amount, not '" + text + "'");
    return value;
  }

  offerings::Query query(const Context& context) const {
    offerings::Query out = query_;
    out.least_credits = amount(least_credits_, "--min-credits");
    out.most_credits = amount(most_credits_, "--max-credits");
    out.most_weeks = amount(most_weeks_, "--max-weeks");
    out.most_hours = amount(most_hours_, "--max-hours");
    if (!most_cost_.empty()) {
      const std::size_t blank = most_cost_.find(' ');
      out.most_cost = Money{*amount(most_cost_.substr(0, blank), "--max-cost"),
                            blank == std::string::npos ? std::string() : most_cost_.substr(blank + 1)};
    }
    if (!kind_.empty()) {
      out.kind = offering_kind(kind_);
      if (!out.kind) throw UsageError("--kind '" + kind_ + "' is unknown");
    }
    if (current_) {
      out.on = Date::parse(context.as_of);
      if (!out.on) throw UsageError("--current needs --as-of YYYY-MM-DD: the clock is never read");
    }
    return out;
  }

  int search(const Context& context, const std::vector<Catalogue>& catalogues) const {
    reports::OfferingList list{&catalogues, offerings::search(catalogues, query(context)), 0,
                               static_cast<std::size_t>(list_)};
    for (const Catalogue& each : catalogues) list.searched += each.offerings.size();
    print(context, list,
          {reports::offering_list_text, reports::offering_list_json, reports::offering_list_csv,
           reports::offering_list_html});
    return list.matches.empty() ? answer_is_no : done;
  }

  int compare(const Context& context, const std::vector<Catalogue>& catalogues) const {
    if (ids_.size() < 2) throw UsageError("offerings compare needs --id with two offerings or more");
    reports::OfferingComparison comparison;
    for (const std::string& id : ids_) {
      const std::size_t before = comparison.chosen.size();
      for (const Catalogue& catalogue : catalogues)
        for (const Offering& offering : catalogue.offerings)
          if (offering.id.text == id || offerings::name_of(offering) == id)
            comparison.chosen.push_back({&catalogue, &offering});
      if (comparison.chosen.size() == before) throw UsageError("no catalogue has an offering '" + id + "'");
    }
    comparison.rows = offerings::compare(comparison.chosen);
    print(context, comparison,
          {reports::offering_comparison_text, reports::offering_comparison_json, reports::offering_comparison_csv,
           reports::offering_comparison_html});
    return done;
  }

  std::string action_, kind_, least_credits_, most_credits_, most_cost_, most_weeks_, most_hours_;
  std::vector<std::string> files_, ids_;
  offerings::Query query_;
  std::int64_t list_ = 40;
  bool current_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_offerings() { return std::make_unique<OfferingsVerb>(); }

}  // namespace crosswalk::cli
