// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "lib/diagnostics/diagnostic.hpp"

namespace crosswalk::cli {

// Exit codes of docs/contract: what a script may rely on.
enum ExitCode : int { done = 0, answer_is_no = 1, bad_usage = 2, bad_input = 3, not_proven = 4, internal_fault = 70 };

enum class Format { text, json, csv, html };

// What every verb is given: the global options and the streams. The clock is never read.
struct Context {
  std::string workspace;  // path of the SQLite file; need not exist
  std::string facts;      // path of facts.db
  std::string as_of;      // YYYY-MM-DD, or empty: each verb's documented default
  Format format = Format::text;
  bool redact = false;  // persons become stable pseudonyms in every output
  std::istream* in = nullptr;
  std::ostream* out = nullptr;  // the answer, and nothing else
  std::ostream* err = nullptr;  // diagnostics, one a line

  void report(const Diagnostics& diagnostics) const;
};

// One verb: declares its options, then runs. An instance serves one call; option values are its members.
class Verb {
 public:
  virtual ~Verb() = default;
  virtual void declare(Options& options) = 0;
  virtual int run(const Context& context) = 0;
  // Whether its text is a document in some format, written as it is. Any other text is for a terminal: what would act
  // on one (control characters of a transcript's titles, say) is written as \x1b.
  [[nodiscard]] virtual bool writes_document() const { return false; }
};

struct VerbEntry {
  std::string_view name;
  std::string_view summary;  // one line, no full stop
  std::unique_ptr<Verb> (*make)();
};

// THE list of verbs, in the order --help shows them.
[[nodiscard]] const std::vector<VerbEntry>& verbs();

// Runs a command line (without the program's name) and returns its exit code.
[[nodiscard]] int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
                      std::ostream& err);

// "crosswalk 0.1.0 (facts 2026.11)"; `facts` is the path of facts.db.
[[nodiscard]] std::string version_line(const std::string& facts);
[[nodiscard]] std::string_view program_version();

}  // namespace crosswalk::cli
