// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_rules.hpp"
#include "cli/writers.hpp"

#include <algorithm>
#include <fstream>
#include <ostream>

#include "cli/rule_sources.hpp"
#include "cli/transfer_inputs.hpp"
#include "cli/verb.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/store/rule_lookup.hpp"
#include "lib/store/search.hpp"
#include "lib/store/workspace.hpp"
#include "mappers/hub/compose.hpp"
#include "mappers/hub/honour.hpp"
#include "reports/rule_listing.hpp"

namespace crosswalk::cli {
namespace {

using reports::ListedRule;
using reports::RuleListing;

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

class RulesVerb : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("ACTION", action_, "list, show, find, compose, honour");
    options.positionals("WORDS", words_, "show: identifiers of rules; find: words that a rule must have", false);
    options.values("--rules", files_, "look into these files instead of the workspace");
    options.value("--set", set_, "list: the rules of this rule set");
    options.value("--write", write_, "compose, honour: also write the rules found to this file, as crosswalk-yaml");
    options.number("--most", most_, "show at most so many rules (50)");
    options.examples(
        "  crosswalk rules list --rules data/samples/articulation/rules.csv\n"
        "  crosswalk rules find calculus --rules data/samples/articulation/rules.csv\n"
        "  crosswalk rules show r5 --rules data/samples/articulation/rules.csv");
  }

  int run(const Context& context) override {
    if (action_ == "compose" || action_ == "honour") return composed(context);
    if (action_ != "list" && action_ != "show" && action_ != "find")
      throw UsageError("rules " + action_ + ": unknown; known are list, show, find, compose, honour");
    if (action_ != "list" && words_.empty())
      throw UsageError("rules " + action_ + " wants " + (action_ == "show" ? "an identifier" : "words"));
    RuleListing listing = files_.empty() ? from_workspace(context) : from_files(context);
    listing.in_full = action_ == "show";
    print(context, listing);
    return listing.rules.empty() && action_ != "list" ? answer_is_no : done;
  }

 private:
  // Two tables from one hub of common course numbers: what they suggest about each other. Or a sender's decisions and
  // the own rules: what is honoured.
  int composed(const Context& context) {
    std::vector<RuleSet> sets;
    for (const std::string& path : files_) sets.push_back(read_rule_sets({path}, context));
    if (sets.size() != 2)
      throw UsageError("rules " + action_ + " wants two rule tables: --rules " +
                       (action_ == "compose" ? "FIRST SECOND" : "SENDER OWN"));
    const RuleSet found = action_ == "compose" ? hub::compose(sets[0], sets[1]).rules : honoured(sets, context);
    if (!write_.empty()) write(found);
    RuleListing listing;
    for (const Rule& rule : found.rules) take(listing, {{}, found.id, rule});
    print(context, listing);
    return listing.rules.empty() ? answer_is_no : done;
  }

  static RuleSet honoured(const std::vector<RuleSet>& sets, const Context& context) {
    hub::Honoured out = hub::honour(sets[0], sets[1]);
    if (out.not_composed + out.expired > 0)
      *context.err << "note: " << out.not_composed << " rules of the sender lead to no course that is taken here, "
                   << out.expired << " pairs were never in force together\n";
    return std::move(out.rules);
  }

  void write(const RuleSet& set) const {
    formats::Document document{"crosswalk-yaml", {}, {}};
    document.parts.emplace_back(set);
    std::ofstream file(write_, std::ios::binary | std::ios::trunc);
    static_cast<void>(formats::format("crosswalk-yaml").write(document, file, {}));
    file.flush();
    if (!file) throw InputError("output.write", Location{write_, {}, {}, {}, {}}, "cannot be written");
  }

  std::string wanted() const {
    std::string out;
    for (const std::string& word : words_) out += (out.empty() ? "" : " ") + word;
    return out;
  }

  void take(RuleListing& listing, ListedRule rule) const {
    if (static_cast<std::int64_t>(listing.rules.size()) < most_)
      listing.rules.push_back(std::move(rule));
    else
      ++listing.left_out;
  }

  RuleListing from_workspace(const Context& context) const {
    const store::Workspace workspace = store::Workspace::read(context.workspace);
    RuleListing listing;
    if (action_ == "show") {
      for (const std::string& id : words_)
        for (store::FoundRule& found : store::rules_named(workspace, id))
          take(listing, {found.entry.document, found.entry.owner, std::move(found.rule)});
    } else if (action_ == "find") {
      for (store::FoundRule& found : store::find_rules(workspace, wanted(), static_cast<int>(most_)))
        take(listing, {found.entry.document, found.entry.owner, std::move(found.rule)});
      const auto fitting = static_cast<std::size_t>(store::count_rules(workspace, wanted()));
      listing.left_out = fitting - std::min(fitting, listing.rules.size());
      listing.at_least = fitting >= static_cast<std::size_t>(store::ranked);
    } else if (set_.empty()) {
      for (const store::Entry& entry : workspace.list<RuleSet>())
        listing.sets.push_back({entry.document, entry.name, entry.title});
    } else {
      add_set(listing, workspace);
    }
    return listing;
  }

  void add_set(RuleListing& listing, const store::Workspace& workspace) const {
    const store::Entry entry = stored_rule_set(workspace, set_);
    store::each_rule(workspace, entry.id, [&](Rule&& rule) {
      if (static_cast<std::int64_t>(listing.rules.size()) >= most_) return false;
      listing.rules.push_back({entry.document, entry.name, std::move(rule)});
      return true;
    });
    listing.left_out = store::rule_count(workspace, entry.id) - listing.rules.size();
  }

  // Every word in what a person would read of the rule, case aside.
  bool has_words(const Rule& rule) const {
    std::string text = rule.id.text + " " + rule.title + " " + to_string(rule.match) + " " + reports::awards_text(rule);
    for (const Award& award : rule.awards) text += " " + award.title;
    text = lower(std::move(text));
    return std::ranges::all_of(words_,
                               [&](const std::string& word) { return text.find(lower(word)) != std::string::npos; });
  }

  bool fits(const RuleSet& set, const Rule& rule) const {
    if (action_ == "show") return std::ranges::find(words_, rule.id.text) != words_.end();
    return action_ == "find" ? has_words(rule) : set_.empty() || set_ == set.id;
  }

  RuleListing from_files(const Context& context) const {
    RuleListing listing;
    for (const std::string& path : files_) {
      formats::Input input = formats::Input::open(path, {}, context.in);
      const ReadResult<formats::Document> read = formats::read(input);
      context.report(read.diagnostics);
      for (const RuleSet* set : read.value.all<RuleSet>()) {
        if (action_ == "list") listing.sets.push_back({path, set->id, set->title});
        for (const Rule& rule : set->rules)
          if (fits(*set, rule)) take(listing, {path, set->id, rule});
      }
    }
    return listing;
  }

  static void print(const Context& context, const RuleListing& listing) {
    cli::print(context, listing,
               {reports::rule_listing_text, reports::rule_listing_json, reports::rule_listing_csv,
                reports::rule_listing_html});
  }

  std::string action_, set_, write_;
  std::vector<std::string> words_, files_;
  std::int64_t most_ = 50;
};

}  // namespace

std::unique_ptr<Verb> make_rules() { return std::make_unique<RulesVerb>(); }

}  // namespace crosswalk::cli
