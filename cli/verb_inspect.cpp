// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_inspect.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <ostream>

#include "cli/reading_limits.hpp"
#include "cli/verb.hpp"
#include "frameworks/facts/registry.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/xsd.hpp"
#include "lib/trust/pseudonym.hpp"
#include "mappers/microcredentials/annex_one.hpp"
#include "mappers/transcripts/transcript_summary.hpp"
#include "reports/inspection.hpp"
#include "reports/microcredential.hpp"

namespace crosswalk::cli {
namespace {

using formats::Document;
using syntax::Node;

class Inspect : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("FILE", file_, "the document, or - for standard input");
    options.value("--as", as_, "the format, where content alone does not tell it");
    options.flag("--list", list_, "list every attempt of a transcript");
    options.value("--validate", schema_, "check XML against this XML Schema file; findings are warnings");
    options.flag("--strict", strict_, "a warning makes the file unusable (exit 3)");
    options.values("--read-limit", limits_, "NAME=VALUE: raise or lower a reading limit");
    options.examples(
        "  crosswalk inspect transcript.xml\n"
        "  crosswalk inspect --json --list transcript.csv\n"
        "  crosswalk --redact inspect transcript.xml");
  }

  int run(const Context& context) override {
    if (context.format == cli::Format::csv || context.format == cli::Format::html)
      throw UsageError("inspect answers in text or json");
    formats::Input input = formats::Input::open(file_, reading_limits(limits_), context.in);
    const formats::Format& format = formats::identify(input, as_);
    inspection_.file = file_;
    facts_ = context.facts;
    inspection_.format = format.id;
    inspection_.title = format.title;
    if (format.stream != nullptr)
      inspect_stream(input, format, context.redact);
    else if (format.stream_rules != nullptr)
      inspect_rules(input, format);
    else
      inspect_document(input, context.redact);
    inspection_.transport = input.transport();
    if (!schema_.empty()) append(validate());
    context.report(inspection_.diagnostics);
    *context.out << (context.format == cli::Format::json ? inspection_json(inspection_) : inspection_text(inspection_));
    return strict_ && has_warnings() ? bad_input : done;
  }

 private:
  bool has_warnings() const {
    return std::ranges::any_of(inspection_.diagnostics,
                               [](const Diagnostic& d) { return d.severity != Severity::note; });
  }

  // Constant memory: attempts are counted as they come.
  void inspect_stream(formats::Input& input, const formats::Format& format, bool redact) {
    transcripts::SummaryBuilder builder(file_);
    std::vector<std::pair<std::size_t, Node>> listed;
    ReadResult<LearnerRecord> read = format.stream(input, [&](std::size_t index, Attempt&& attempt) {
      builder.add(index, attempt);
      if (list_) listed.emplace_back(index, reports::listed(attempt));
    });
    std::ranges::sort(listed, {}, [](const auto& each) { return each.first; });
    inspection_.kind = "transcript";
    inspection_.dialect = read.value.dialect;
    inspection_.diagnostics = input.diagnostics();
    append(read.diagnostics);
    inspection_.loss = std::move(read.loss);
    inspection_.facts = transcript_facts(builder.take(std::move(read.value)), redact);
    if (!list_) return;
    Node& all = inspection_.facts.set("attempts", Node::sequence());
    for (auto& [index, node] : listed) all.push(std::move(node));
  }

  // Constant memory likewise.
  void inspect_rules(formats::Input& input, const formats::Format& format) {
    std::size_t count = 0;
    ReadResult<RuleSet> read = format.stream_rules(input, [&](const Rule&) { ++count; });
    inspection_.kind = "rules";
    inspection_.dialect = "rules/1";
    inspection_.diagnostics = input.diagnostics();
    append(read.diagnostics);
    inspection_.loss = std::move(read.loss);
    inspection_.facts = reports::facts(read.value, count);
  }

  void inspect_document(formats::Input& input, bool redact) {
    ReadResult<Document> read = formats::read(input, inspection_.format);
    inspection_.kind = formats::kind(read.value);
    inspection_.dialect = read.value.dialect;
    inspection_.diagnostics = std::move(read.diagnostics);
    inspection_.loss = std::move(read.loss);
    std::vector<Node> all;
    for (const formats::Part& part : read.value.parts) all.push_back(part_facts(part, redact));
    inspection_.facts = std::move(all.front());
    check_elements(read.value, redact);
    if (all.size() == 1) return;
    Node& further = inspection_.facts.set("further", Node::sequence());
    for (std::size_t i = 1; i < all.size(); ++i) {
      Node each = Node::mapping();
      each.set("kind", Node(std::string(formats::kind(read.value.parts[i]))));
      each.set("facts", std::move(all[i]));
      further.push(std::move(each));
    }
  }

  // A credential's elements against Council Recommendation 2022/C 243/02, Annex I.
  void check_elements(const Document& document, bool redact) {
    const auto carrier = microcredentials::carrier_of(inspection_.format);
    if (!carrier || facts_.empty()) return;
    const facts::Registry registry = facts::Registry::open(facts_);
    const microcredentials::Facts facts{registry.facts().microcredential_elements, registry.facts().credit_systems};
    std::vector<microcredentials::Completeness> found;
    if (const auto* record = document.get<LearnerRecord>()) {
      LearnerRecord shown = *record;
      if (redact) shown.learner = trust::pseudonym(shown.learner);
      found = microcredentials::check(shown, *carrier, facts);
      append(microcredentials::implausible(*record, facts));
    } else if (const auto* catalogue = document.get<Catalogue>()) {
      found = microcredentials::check(*catalogue, *carrier, facts);
    }
    if (found.empty()) return;
    Node& list = inspection_.facts.set("microcredentials", Node::sequence());
    for (const microcredentials::Completeness& each : found) list.push(reports::microcredential(each));
  }

  Node part_facts(const formats::Part& part, bool redact) {
    return std::visit(
        [&](const auto& value) {
          if constexpr (std::is_same_v<std::decay_t<decltype(value)>, LearnerRecord>) {
            Node out = transcript_facts(transcripts::summarise(value, file_), redact);
            if (list_) {
              Node& all = out.set("attempts", Node::sequence());
              for (const Attempt& attempt : value.attempts) all.push(reports::listed(attempt));
            }
            return out;
          } else if constexpr (requires { reports::facts(value); }) {
            return reports::facts(value);
          } else {
            return Node::mapping();  // a kind whose facts nobody has written down yet
          }
        },
        part);
  }

  Node transcript_facts(transcripts::TranscriptSummary summary, bool redact) {
    append(summary.credits.findings);
    append(unknown_levels(summary));
    if (redact) summary.record.learner = trust::pseudonym(summary.record.learner);
    return reports::facts(summary);
  }

  // Levels of frameworks the facts know that these frameworks do not have ("EQF 9").
  Diagnostics unknown_levels(const transcripts::TranscriptSummary& summary) const {
    Diagnostics found;
    if (summary.levels.empty() || facts_.empty()) return found;
    const facts::Registry registry = facts::Registry::open(facts_);
    for (const auto& [stated, count] : summary.levels) {
      const auto blank = stated.find(' ');
      if (blank == std::string::npos) continue;
      const Framework* framework = registry.framework(stated.substr(0, blank));
      if (framework == nullptr || framework->level(stated.substr(blank + 1)) != nullptr) continue;
      found.push_back({Severity::warning, "transcript.unknown-level", Location{file_, {}, {}, {}, {}},
                       "level '" + stated.substr(blank + 1) + "' is none of " + framework->id.text + " (" +
                           std::to_string(count) + " times)"});
    }
    return found;
  }

  // The schema and everything beside, below and one folder above it, by the path it is imported by.
  Diagnostics validate() const {
    if (file_ == "-") throw UsageError("--validate reads the file twice, so it cannot be standard input");
    const std::filesystem::path root(schema_);
    if (!std::filesystem::is_regular_file(root)) throw UsageError("--validate: no schema file '" + schema_ + "'");
    const std::filesystem::path folder = std::filesystem::absolute(root).parent_path();
    std::map<std::string, std::string> schemas;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.parent_path())) {
      if (!entry.is_regular_file() || entry.path().extension() != ".xsd") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      schemas[entry.path().lexically_relative(folder).generic_string()] =
          std::string(std::istreambuf_iterator<char>(in), {});
    }
    formats::Input again = formats::Input::open(file_, reading_limits(limits_));
    return syntax::validate_xsd(again.text(), file_, schemas, root.filename().string(), reading_limits(limits_));
  }

  void append(const Diagnostics& more) {
    inspection_.diagnostics.insert(inspection_.diagnostics.end(), more.begin(), more.end());
  }

  std::string file_, as_, schema_, facts_;
  std::vector<std::string> limits_;
  bool list_ = false, strict_ = false;
  reports::Inspection inspection_;
};

}  // namespace

std::unique_ptr<Verb> make_inspect() { return std::make_unique<Inspect>(); }

}  // namespace crosswalk::cli
