// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/catalogue_ndjson/catalogue_ndjson.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/stated_credit.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/finding_list.hpp"
#include "lib/syntax/json_view.hpp"
#include "lib/syntax/line_source.hpp"

namespace crosswalk::formats {
namespace {

using syntax::JsonView;
using Kind = syntax::Node::Kind;

Identity identify(const Probe& probe) {
  const std::string_view line = std::string_view(probe.text).substr(0, probe.text.find('\n'));
  return !probe.json_array && probe.has_key("crosswalk") && line.find("\"catalogue/1\"") != std::string_view::npos
             ? Identity::yes
             : Identity::no;
}

bool is_scalar(const JsonView& value) { return value.kind() != Kind::mapping && value.kind() != Kind::sequence; }

std::vector<std::string> texts(const JsonView& value) {
  std::vector<std::string> out;
  if (is_scalar(value)) out.emplace_back(value.text());
  value.each_item([&](const JsonView& item) {
    if (is_scalar(item)) out.emplace_back(item.text());
  });
  return out;
}

class Reader {
 public:
  explicit Reader(Input& input)
      : file_(input.name()), limits_(input.limits()), lines_(input.stream(), file_, input.limits()) {}

  ReadResult<Catalogue> read(const Format::Offerings& each) {
    ReadResult<Catalogue> out;
    read_head(out.value);
    out.value.format = "catalogue-ndjson";
    while (const auto line = next()) try {
        tape_.parse(*line, file_, here(), limits_);
        if (auto offering = this->offering(tape_.root())) each(std::move(*offering));
      } catch (const InputError& error) {
        findings_.add(Severity::warning, error.diagnostic().code, error.diagnostic().location, error.diagnostic().text);
        loss_.add("line", "no JSON");
      }
    for (auto& [id, title] : providers_)
      out.value.institutions.push_back({InstitutionId{id}, LanguageText(id), {}, {}});
    out.diagnostics = findings_.take(file_);
    out.loss = std::move(loss_);
    return out;
  }

 private:
  [[nodiscard]] std::uint32_t here() const { return static_cast<std::uint32_t>(lines_.number()); }
  [[nodiscard]] Location place() const { return {file_, here(), {}, {}, {}}; }

  std::optional<std::string_view> next() {
    auto line = lines_.next();
    while (line && syntax::is_blank(*line)) line = lines_.next();
    return line;
  }

  void read_head(Catalogue& into) {
    const auto line = next();
    if (!line)
      throw InputError("catalogue-ndjson.no-head", {file_, 1, {}, {}, {}},
                       R"(the first line is the head: {"crosswalk": "catalogue/1", "title": ...})");
    tape_.parse(*line, file_, here(), limits_);
    if (const auto title = tape_.root().find("title")) into.title = std::string(title->text());
  }

  // Members in the order they are written; what is no member of an offering is kept as an attribute where it is a text.
  std::optional<Offering> offering(const JsonView& root) {
    Offering out;
    out.where = place();
    std::string credits, system;
    root.each_member([&](std::string_view key, const JsonView& value) {
      if (value.kind() == Kind::null) return;
      if (key == "credits")
        credits = value.text();
      else if (key == "system")
        system = value.text();
      else if (!read_list(out, key, value) && !read_text(out, key, value))
        keep(out, key, value);
    });
    add_credit(out, credits, system);
    if (out.id.empty()) out.id.text = to_string(out.code);
    if (!out.id.empty()) return out;
    findings_.warn("catalogue-ndjson.no-identifier", place(), "the line names no offering: it has neither id nor code");
    loss_.add("line", "neither id nor code");
    return std::nullopt;
  }

  static bool read_list(Offering& out, std::string_view key, const JsonView& value) {
    if (key == "subjects" || key == "subject")
      out.subjects = texts(value);
    else if (key == "outcomes")
      out.outcomes = texts(value);
    else if (key == "terms")
      out.terms = texts(value);
    else if (key == "tags")
      out.tags = texts(value);
    else if (key == "prerequisites")
      out.prerequisite_text = texts(value);
    else
      return false;
    return true;
  }

  bool read_text(Offering& out, std::string_view key, const JsonView& value) {
    if (!is_scalar(value)) return false;
    const std::string_view text = value.text();
    if (key == "id")
      out.id.text = text;
    else if (key == "code")
      out.code = CourseCode::parse(text);
    else if (key == "title")
      out.title = LanguageText(std::string(text));
    else if (key == "description")
      out.description = LanguageText(std::string(text));
    else if (key == "provider")
      set_provider(out, text);
    else if (key == "kind")
      set_kind(out, text);
    else if (key == "level")
      set_level(out, text);
    else if (key == "weeks")
      out.duration_weeks = amount(key, text);
    else if (key == "workload")
      set_workload(out, text);
    else if (key == "cost")
      set_cost(out, text);
    else
      return false;
    return true;
  }

  void set_provider(Offering& out, std::string_view text) {
    out.provider.text = text;
    providers_.emplace(text, 0);
  }

  void set_kind(Offering& out, std::string_view text) {
    const auto kind = offering_kind(folded(text));
    out.kind = kind.value_or(OfferingKind::other);
    if (!kind) out.attributes.emplace("kind_as_written", text);
  }

  static void set_level(Offering& out, std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
      out.levels.push_back({{}, std::string(text), {}});
    else
      out.levels.push_back({std::string(text.substr(0, slash)), std::string(text.substr(slash + 1)), {}});
  }

  void set_workload(Offering& out, std::string_view text) {
    if (const auto hours = amount("workload", text)) out.workload = Workload{*hours, *hours};
  }

  // "450 EUR".
  void set_cost(Offering& out, std::string_view text) {
    const std::size_t blank = text.find(' ');
    const auto value = blank == std::string_view::npos ? std::nullopt : amount("cost", text.substr(0, blank));
    if (value)
      out.cost = Money{*value, std::string(text.substr(blank + 1))};
    else
      out.attributes.emplace("cost_as_written", text);
  }

  void add_credit(Offering& out, const std::string& credits, const std::string& system) {
    if (credits.empty()) return;
    if (const auto value = amount("credits", credits))
      out.credits.push_back({folded_system(system), system, {}, *value});
  }

  std::optional<Rational> amount(std::string_view what, std::string_view text) {
    auto value = usable_credit(text);
    if (!value)
      findings_.warn(
          "catalogue-ndjson.amount", place(),
          std::string(what) + " '" + std::string(text) + "' is no amount from 0 to 99999; it is not counted");
    return value;
  }

  void keep(Offering& out, std::string_view key, const JsonView& value) {
    if (is_scalar(value))
      out.attributes.emplace(key, value.text());
    else
      loss_.add(key, "neither a member of an offering nor a text");
  }

  std::string file_;
  syntax::Limits limits_;
  syntax::LineSource lines_;
  syntax::JsonTape tape_;
  FindingList findings_;
  LossReport loss_;
  std::map<std::string, int, std::less<>> providers_;
};

ReadResult<Catalogue> stream(Input& input, const Format::Offerings& offering) { return Reader(input).read(offering); }

ReadResult<Document> read_whole(Input& input) {
  std::vector<Offering> offerings;
  ReadResult<Catalogue> read = stream(input, [&](Offering&& each) { offerings.push_back(std::move(each)); });
  read.value.offerings = std::move(offerings);
  ReadResult<Document> out;
  out.value = {"catalogue-ndjson", "catalogue/1", {}};
  out.value.parts.emplace_back(std::move(read.value));
  out.diagnostics = std::move(read.diagnostics);
  out.loss = std::move(read.loss);
  return out;
}

}  // namespace

Format catalogue_ndjson_format() {
  Format format;
  format.id = "catalogue-ndjson";
  format.title = "crosswalk's offerings and credentials in bulk, one a line";
  format.media_types = {"application/x-ndjson"};
  format.extensions = {"ndjson", "jsonl"};
  format.identify = identify;
  format.read = read_whole;
  format.stream_offerings = stream;
  return format;
}

}  // namespace crosswalk::formats
