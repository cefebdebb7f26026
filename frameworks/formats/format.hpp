// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/formats/document.hpp"
#include "frameworks/formats/input.hpp"
#include "frameworks/formats/probe.hpp"
#include "lib/diagnostics/diagnostic.hpp"

namespace crosswalk::formats {

// Whether a file is of a format, told by its content, never by its name.
enum class Identity { no, unsure, yes };

struct WriteOptions {
  std::string edition;  // of the format, where it has several ("2.1"); empty: the format's documented default
};

// One exchange format. Recipe for a further one: docs/formats/README.md. A reader reports a bad record as a Diagnostic
// and goes on; it throws InputError only where the file cannot be used at all. What it saw and did not carry is loss.
struct Format {
  using Attempts = std::function<void(std::size_t index, Attempt&& attempt)>;
  using Rules = std::function<void(Rule&& rule)>;
  using Offerings = std::function<void(Offering&& offering)>;

  std::string_view id;     // as in --as
  std::string_view title;  // for people, with the editions
  std::vector<std::string_view> media_types;
  std::vector<std::string_view> extensions;  // without dot
  Identity (*identify)(const Probe& probe) = nullptr;
  ReadResult<Document> (*read)(Input& input) = nullptr;
  // Transcripts of any size: the record without its attempts, which are handed over one by one at their end, numbered
  // as they begin (a parent has a lower number than its parts, but is handed over after them). Null: read does it.
  ReadResult<LearnerRecord> (*stream)(Input& input, const Attempts& attempt) = nullptr;
  // Rule sets of any size: the set without its rules, which are handed over one by one in source order. Null: read does
  // it.
  ReadResult<RuleSet> (*stream_rules)(Input& input, const Rules& rule) = nullptr;
  // Catalogues of any size, likewise.
  ReadResult<Catalogue> (*stream_offerings)(Input& input, const Offerings& offering) = nullptr;
  LossReport (*write)(const Document& document, std::ostream& out, const WriteOptions& options) = nullptr;

  [[nodiscard]] bool can_read() const { return read != nullptr; }
  [[nodiscard]] bool can_write() const { return write != nullptr; }
};

// Reads through a format's `stream` into a whole document, the attempts in their order.
[[nodiscard]] ReadResult<Document> collect(ReadResult<LearnerRecord> (*stream)(Input& input,
                                                                               const Format::Attempts& attempt),
                                           Input& input);

// THE list: every format of the contract, those this version does not read included.
[[nodiscard]] const std::vector<Format>& formats();

// By id; UsageError (naming the nearest) where there is none.
[[nodiscard]] const Format& format(std::string_view id);

// The format of a file: the one named by `as`, else the one that says yes, else the only one that is unsure. UsageError
// naming --as where two fit alike; InputError format.unknown where none fits, format.unsupported where this version
// does not read it.
[[nodiscard]] const Format& identify(Input& input, std::string_view as = {});

// Identifies and reads.
[[nodiscard]] ReadResult<Document> read(Input& input, std::string_view as = {});
[[nodiscard]] ReadResult<Document> read_file(const std::string& path, std::string_view as = {},
                                             const syntax::Limits& limits = {});

}  // namespace crosswalk::formats
