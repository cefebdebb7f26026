// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_chain.hpp"

#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "cli/alignment_inputs.hpp"
#include "cli/verb.hpp"
#include "frameworks/formats/sssom/sssom.hpp"
#include "lib/diagnostics/error.hpp"
#include "reports/chain.hpp"

namespace crosswalk::cli {
namespace {

bool is_iri(std::string_view id) { return id.find("://") != std::string_view::npos || id.starts_with("urn:"); }

// "O*NET-SOC 2000" -> "urn:crosswalk:onet-soc-2000:". The same code in two editions is two entities.
std::string start_of(std::string_view source) {
  std::string out = "urn:crosswalk:";
  for (const char c : source) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == ':')
      out += c;
    else if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c + ('a' - 'A'));
    else if ((c == ' ' || c == '-' || c == '/') && out.back() != '-')
      out += '-';
  }
  return out + ':';
}

void qualify(MappingSet& set, std::vector<std::pair<std::string, std::string>>& curies) {
  const auto name = [&](std::string& id, const std::string& source) {
    if (id.empty() || is_iri(id) || source.empty()) return;
    const std::string start = start_of(source);
    const std::string prefix = start.substr(14, start.size() - 15);
    if (std::ranges::find(curies, std::pair(prefix, start)) == curies.end()) curies.emplace_back(prefix, start);
    id = start + id;
  };
  for (Mapping& mapping : set.mappings) {
    name(mapping.subject_id, set.subject_source);
    name(mapping.object_id, set.object_source);
  }
}

class Chain : public Verb {
 public:
  void declare(Options& options) override {
    options.positionals("MAPPINGS", files_, "mapping sets: SSSOM, alignments, crosswalk tables");
    options.number("--hops", hops_, "asserted mappings a chain may join (4)");
    options.value("--min-confidence", least_, "drop derived mappings below this, 0 to 1 (0)");
    options.values("--rules", rules_, "chaining rules for sets that name none: T1 RCE1 RCE2 RI RG (all)");
    options.value("--from", from_, "only mappings whose subject's framework has this in its name");
    options.value("--to", to_, "only mappings whose object's framework has this in its name");
    options.flag("--across", across_, "only mappings between two frameworks");
    options.flag("--independent", independent_, "paths count as independent evidence: noisy-or instead of the best");
    options.flag("--strict", strict_, "exit 1 where there is a conflict");
    options.examples(
        "  crosswalk chain a-b.sssom.tsv b-c.sssom.tsv -o a-c.sssom.tsv\n"
        "  crosswalk --json chain 2000_to_2006.txt 2006_to_2009.txt --from 2000 --to 2009");
  }

  [[nodiscard]] bool writes_document() const override { return true; }  // SSSOM TSV

  int run(const Context& context) override {
    ReadMappings read = read_mappings(files_, context);
    std::vector<std::pair<std::string, std::string>> curies;
    for (MappingSet& set : read.sets) {
      qualify(set, curies);
      for (const auto& curie : set.curies)
        if (std::ranges::find(curies, curie.first, &std::pair<std::string, std::string>::first) == curies.end())
          curies.push_back(curie);
    }
    chains::Closure closure = chains::close(read.sets, chain_options());
    keep_wanted(closure);
    print(context, closure, std::move(curies));
    if (!closure.complete) return not_proven;
    return strict_ && !closure.conflicts.empty() ? answer_is_no : done;
  }

 private:
  chains::Options chain_options() const {
    chains::Options options;
    if (hops_ < 1) throw UsageError("--hops wants at least 1");
    options.most_hops = static_cast<std::uint32_t>(hops_);
    options.across_sets_only = across_;
    options.independent = independent_;
    if (!least_.empty()) {
      char* end = nullptr;
      options.least_confidence = std::strtod(least_.c_str(), &end);
      if (*end != '\0' || options.least_confidence < 0 || options.least_confidence > 1)
        throw UsageError("--min-confidence wants a number from 0 to 1, not '" + least_ + "'");
    }
    if (!rules_.empty()) options.rules = named_rules();
    return options;
  }

  chains::Rules named_rules() const {
    chains::Rules rules{false, false, false, false, false};
    for (const std::string& rule : rules_) {
      if (rule == "T1")
        rules.transitivity = true;
      else if (rule == "RCE1")
        rules.exact_first = true;
      else if (rule == "RCE2")
        rules.exact_last = true;
      else if (rule == "RI" || rule == "RI1" || rule == "RI2")
        rules.inversion = true;
      else if (rule == "RG" || rule == "RG1" || rule == "RG2")
        rules.generalisation = true;
      else
        throw UsageError("unknown chaining rule '" + rule + "', known are T1, RCE1, RCE2, RI, RG");
    }
    return rules;
  }

  void keep_wanted(chains::Closure& closure) const {
    std::erase_if(closure.derived, [&](const chains::Derived& derived) {
      return closure.source_of[derived.subject].find(from_) == std::string::npos ||
             closure.source_of[derived.object].find(to_) == std::string::npos;
    });
  }

  static void print(const Context& context, const chains::Closure& closure,
                    std::vector<std::pair<std::string, std::string>> curies) {
    switch (context.format) {
      case Format::text: {
        MappingSet set = reports::derived_mappings(closure);
        std::ranges::sort(curies);
        set.curies = std::move(curies);
        set.slots.emplace_back("mapping_tool_version", std::string(program_version()));
        formats::write_sssom(set, *context.out);
        for (const chains::Conflict& conflict : closure.conflicts)
          *context.err << "conflict: " << printable(reports::conflict_text(closure, conflict)) << '\n';
        break;
      }
      case Format::json:
        *context.out << reports::chain_json(closure);
        break;
      case Format::csv:
        *context.out << reports::chain_csv(closure);
        break;
      case Format::html:
        *context.out << reports::chain_html(closure);
        break;
    }
  }

  std::vector<std::string> files_, rules_;
  std::int64_t hops_ = 4;
  std::string least_, from_, to_;
  bool across_ = false, independent_ = false, strict_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_chain() { return std::make_unique<Chain>(); }

}  // namespace crosswalk::cli
