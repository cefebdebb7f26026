// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::formats {
namespace {

Location whole_file(const Input& input) { return Location{input.name(), {}, {}, {}, {}}; }

void require_readable(const Format& format, const Input& input) {
  if (format.can_read()) return;
  throw InputError("format.unsupported", whole_file(input),
                   std::string(format.title) + " (" + std::string(format.id) + ") is not read by this version");
}

std::vector<const Format*> candidates(const Probe& probe, Identity wanted) {
  std::vector<const Format*> found;
  for (const Format& format : formats())
    if (format.identify != nullptr && format.identify(probe) == wanted) found.push_back(&format);
  return found;
}

[[noreturn]] void refuse_ambiguous(const std::vector<const Format*>& fitting, const Input& input) {
  std::string names;
  for (const Format* format : fitting) names += (names.empty() ? "" : ", ") + std::string(format->id);
  throw UsageError(input.name() + ": may be " + names + "; say which with --as FORMAT");
}

class NoHandler : public syntax::XmlHandler {
 public:
  void start(const syntax::XmlElement&) override {}
  void text(std::string_view) override {}
  void end(std::string_view, std::string_view) override {}
};

// A file that is no good XML or JSON at all is refused for that, with the place, rather than for being unknown.
void require_well_formed(const Probe& probe, Input& input) {
  if (probe.text.empty()) return;
  const char first = probe.text[std::min(probe.text.find_first_not_of(" \t\r\n"), probe.text.size() - 1)];
  if (first == '<') {
    NoHandler handler;
    syntax::parse_xml(input.stream(), input.name(), handler, input.limits());
  } else if (first == '{' || first == '[') {
    static_cast<void>(syntax::parse_json(input.text(), input.name(), input.limits()));
  }
}

std::string what_it_looks_like(const Probe& probe) {
  if (!probe.members.empty()) return "a folder of files no format knows";
  if (probe.bytes.empty()) return "an empty file";
  if (probe.xml_root) return "XML with root element '" + probe.xml_root->name + "'";
  if (!probe.json_keys.empty()) return "JSON beginning with key '" + probe.json_keys.front() + "'";
  if (!probe.crosswalk.empty()) return "our own YAML of kind '" + probe.crosswalk + "'";
  return "no format that is known";
}

}  // namespace

const Format& format(std::string_view id) {
  const auto& list = formats();
  const auto found = std::ranges::find(list, id, &Format::id);
  if (found != list.end()) return *found;
  std::vector<std::string> ids;
  for (const Format& each : list) ids.emplace_back(each.id);
  const std::string meant = nearest(id, ids);
  throw UsageError("format '" + std::string(id) + "' is unknown" +
                   (meant.empty() ? "; docs/formats lists them" : " (did you mean '" + meant + "'?)"));
}

const Format& identify(Input& input, std::string_view as) {
  if (!as.empty()) {
    const Format& named = format(as);
    require_readable(named, input);
    return named;
  }
  const Probe seen = probe(input);
  for (const Identity wanted : {Identity::yes, Identity::unsure}) {
    const auto fitting = candidates(seen, wanted);
    if (fitting.size() > 1) refuse_ambiguous(fitting, input);
    if (fitting.empty()) continue;
    require_readable(*fitting.front(), input);
    return *fitting.front();
  }
  require_well_formed(seen, input);
  const auto line = input.is_folder() ? std::nullopt : std::optional<std::uint32_t>(1);
  throw InputError(
      "format.unknown", Location{input.name(), line, {}, {}, {}},
      "the format is not recognised: it looks like " + what_it_looks_like(seen) + "; name the format with --as FORMAT");
}

ReadResult<Document> collect(ReadResult<LearnerRecord> (*stream)(Input& input, const Format::Attempts& attempt),
                             Input& input) {
  std::vector<Attempt> attempts;
  ReadResult<LearnerRecord> record = stream(input, [&attempts](std::size_t index, Attempt&& attempt) {
    if (attempts.size() <= index) attempts.resize(index + 1);
    attempts[index] = std::move(attempt);
  });
  record.value.attempts = std::move(attempts);
  ReadResult<Document> result;
  result.value.dialect = record.value.dialect;
  result.value.parts.emplace_back(std::move(record.value));
  result.diagnostics = std::move(record.diagnostics);
  result.loss = std::move(record.loss);
  return result;
}

ReadResult<Document> read(Input& input, std::string_view as) {
  const Format& found = identify(input, as);
  ReadResult<Document> result = found.read(input);
  result.value.format = found.id;
  const Diagnostics transport = input.diagnostics();
  result.diagnostics.insert(result.diagnostics.begin(), transport.begin(), transport.end());
  return result;
}

ReadResult<Document> read_file(const std::string& path, std::string_view as, const syntax::Limits& limits) {
  Input input = Input::open(path, limits);
  return read(input, as);
}

}  // namespace crosswalk::formats
