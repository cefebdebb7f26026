// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_ndjson/crosswalk_ndjson.hpp"

#include <optional>
#include <ostream>

#include "frameworks/formats/crosswalk_yaml/rule.hpp"
#include "frameworks/formats/crosswalk_yaml/rule_reading.hpp"
#include "frameworks/formats/crosswalk_yaml/rules.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "lib/syntax/json_view.hpp"
#include "lib/syntax/line_source.hpp"

namespace crosswalk::formats {
namespace {

// The first line is an object of its own that has the key `crosswalk`.
Identity identify(const Probe& probe) {
  if (probe.json_array || !probe.has_key("crosswalk")) return Identity::no;
  const std::string_view text = probe.text;
  const std::string_view line = text.substr(0, text.find('\n'));
  if (line.find("\"catalogue/1\"") != std::string_view::npos) return Identity::no;  // offerings in bulk
  const auto end = line.find_last_not_of(" \t\r");
  return end != std::string_view::npos && line[end] == '}' ? Identity::yes : Identity::no;
}

// The lines of the file that hold something.
class Lines {
 public:
  explicit Lines(Input& input)
      : file_(input.name()), limits_(input.limits()), lines_(input.stream(), file_, input.limits()) {}

  std::optional<std::string_view> next() {
    auto line = lines_.next();
    while (line && syntax::is_blank(*line)) line = lines_.next();
    return line;
  }
  [[nodiscard]] syntax::Node parsed(std::string_view line) {
    tape_.parse(line, file_, static_cast<std::uint32_t>(lines_.number()), limits_);
    return tape_.root().node();
  }

 private:
  std::string file_;
  syntax::Limits limits_;
  syntax::LineSource lines_;
  syntax::JsonTape tape_;
};

ReadResult<RuleSet> stream_rules(Input& input, const Format::Rules& rule) {
  ReadResult<RuleSet> out;
  Lines lines(input);
  const auto head = lines.next();
  if (!head)
    throw InputError(
        "rules.no-head", Location{input.name(), 1, {}, {}, {}},
        R"(the first line is the head of the rule set: {"crosswalk": "rules/1", "id": ..., "system": ...})");
  out.value = read_rule_head(lines.parsed(*head), input.name());
  RuleReading reading(input.name(), out.diagnostics, out.loss);
  while (const auto line = lines.next()) try {
      if (auto read = reading.read(lines.parsed(*line))) rule(std::move(*read));
    } catch (const InputError& error) {
      reading.leave_out(error.diagnostic());
    }
  reading.finish(out.value.caps);
  return out;
}

ReadResult<Document> read_whole(Input& input) {
  std::vector<Rule> rules;
  ReadResult<RuleSet> read = stream_rules(input, [&](Rule&& rule) { rules.push_back(std::move(rule)); });
  read.value.rules = std::move(rules);
  ReadResult<Document> out;
  out.value = {"crosswalk-ndjson", "rules/1", {}};
  out.value.parts.emplace_back(std::move(read.value));
  out.diagnostics = std::move(read.diagnostics);
  out.loss = std::move(read.loss);
  return out;
}

LossReport write_ndjson(const Document& document, std::ostream& out, const WriteOptions&) {
  LossReport loss;
  const auto* set = document.get<RuleSet>();
  for (std::size_t i = set == nullptr ? 0 : 1; i < document.parts.size(); ++i)
    loss.add("/", "one rule set a file, and nothing else");
  if (set == nullptr) return loss;
  write_ndjson_head(out, *set);
  for (const Rule& rule : set->rules) write_ndjson_rule(out, rule);
  return loss;
}

}  // namespace

void write_ndjson_head(std::ostream& out, const RuleSet& set) {
  out << syntax::write_json(write_rule_head(set), {0}) << '\n';
}

void write_ndjson_rule(std::ostream& out, const Rule& rule) {
  out << syntax::write_json(write_rule(rule), {0}) << '\n';
}

Format crosswalk_ndjson_format() {
  Format format;
  format.id = "crosswalk-ndjson";
  format.title = "crosswalk's rules in bulk, one a line";
  format.media_types = {"application/x-ndjson"};
  format.extensions = {"ndjson", "jsonl"};
  format.identify = identify;
  format.read = read_whole;
  format.stream_rules = stream_rules;
  format.write = write_ndjson;
  return format;
}

}  // namespace crosswalk::formats
