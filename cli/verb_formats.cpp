// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_formats.hpp"

#include <ostream>

#include "frameworks/formats/format.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/json.hpp"

namespace crosswalk::cli {
namespace {

using formats::Format;
using syntax::Node;

std::string yes(bool truth) { return truth ? "yes" : "no"; }

// A table in Markdown, so that docs/formats/README.md is this text.
std::string table() {
  std::string out = "| format | reads | writes | what it is |\n|---|---|---|---|\n";
  for (const Format& format : formats::formats())
    out += "| `" + std::string(format.id) + "` | " + yes(format.can_read()) + " | " + yes(format.can_write()) + " | " +
           std::string(format.title) + " |\n";
  return out;
}

std::string json() {
  Node out = reports::answer("formats");
  Node& list = out.set("formats", Node::sequence());
  for (const Format& format : formats::formats()) {
    Node& one = list.push(Node::mapping());
    one.set("id", reports::text(format.id));
    one.set("title", reports::text(format.title));
    one.set("reads", reports::truth(format.can_read()));
    one.set("writes", reports::truth(format.can_write()));
  }
  return syntax::write_json(out) + "\n";
}

std::string csv() {
  std::string out = syntax::write_csv_record({"id", "title", "reads", "writes"});
  for (const Format& format : formats::formats())
    out += syntax::write_csv_record(
        {std::string(format.id), std::string(format.title), yes(format.can_read()), yes(format.can_write())});
  return out;
}

class FormatsVerb : public Verb {
 public:
  void declare(Options& options) override { options.examples("  crosswalk formats\n  crosswalk formats --json"); }

  int run(const Context& context) override {
    switch (context.format) {
      case cli::Format::json:
        *context.out << json();
        break;
      case cli::Format::csv:
        *context.out << csv();
        break;
      case cli::Format::text:
      case cli::Format::html:
        *context.out << table();
        break;
    }
    return done;
  }
};

}  // namespace

std::unique_ptr<Verb> make_formats() { return std::make_unique<FormatsVerb>(); }

}  // namespace crosswalk::cli
