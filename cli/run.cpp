// SPDX-License-Identifier: Apache-2.0
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <new>
#include <ostream>
#include <sstream>

#include "cli/verb.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/printable_lines.hpp"

namespace crosswalk::cli {
namespace {

struct Globals {
  std::string workspace, facts, as_of, format = "text", output;
  bool json = false, redact = false, version = false;
};

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

// Beside the program (build tree), then share/crosswalk (installed).
std::string find_facts() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const auto folder = program.parent_path();
  for (const auto& candidate : {folder / "facts.db", folder.parent_path() / "share/crosswalk/facts.db"})
    if (std::filesystem::exists(candidate, error)) return candidate.string();
  return {};
}

void declare_globals(CLI::App& app, Globals& globals) {
  app.add_option("--workspace", globals.workspace,
                 "the workspace file (else $CROSSWALK_WORKSPACE, else ./crosswalk.db)");
  app.add_option("--facts", globals.facts, "the facts database (else the one shipped with the program)");
  app.add_option("--as-of", globals.as_of, "the date the question is asked for, YYYY-MM-DD");
  app.add_option("--format", globals.format, "text, json, csv or html")
      ->check(CLI::IsMember({"text", "json", "csv", "html"}));
  app.add_flag("--json", globals.json, "short for --format json");
  app.add_flag("--redact", globals.redact, "replace persons by stable pseudonyms in every output");
  app.add_option("-o,--output", globals.output, "write the answer to this file instead of standard output");
}

Format format_of(const Globals& globals) {
  if (globals.json || globals.format == "json") return Format::json;
  if (globals.format == "csv") return Format::csv;
  return globals.format == "html" ? Format::html : Format::text;
}

Context context_of(const Globals& globals, std::istream& in, std::ostream& out, std::ostream& err) {
  Context context;
  context.workspace = !globals.workspace.empty() ? globals.workspace : environment("CROSSWALK_WORKSPACE");
  if (context.workspace.empty()) context.workspace = "crosswalk.db";
  context.facts = !globals.facts.empty() ? globals.facts : environment("CROSSWALK_FACTS");
  if (context.facts.empty()) context.facts = find_facts();
  context.as_of = globals.as_of;
  context.format = format_of(globals);
  context.redact = globals.redact;
  context.in = &in;
  context.out = &out;
  context.err = &err;
  return context;
}

// An answer with -o appears whole or not at all, readable by its owner only: it may name a student.
void write_private(const std::string& path, const std::string& text) {
  const std::string part = path + ".part";
  {
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    std::filesystem::permissions(part, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    file << text;
    file.flush();
    if (!file) throw InputError("output.write", Location{path, {}, {}, {}, {}}, "cannot be written");
  }
  std::filesystem::rename(part, path);
}

int run_verb(Verb& verb, const Globals& globals, std::istream& in, std::ostream& out, std::ostream& err) {
  std::ostringstream answer;
  const Context context = context_of(globals, in, answer, err);
  const int code = verb.run(context);
  const bool plain = context.format == Format::text && !verb.writes_document();
  const std::string text = plain ? printable_lines(std::move(answer).str()) : std::move(answer).str();
  if (globals.output.empty())
    out << text << std::flush;
  else
    write_private(globals.output, text);
  return code;
}

int guarded(const std::function<int()>& call, std::ostream& err) {
  try {
    return call();
  } catch (const UsageError& error) {
    err << "crosswalk: " << printable(error.what()) << "\n";
    return bad_usage;
  } catch (const Error& error) {
    err << error.what() << "\n";
    return bad_input;
  } catch (const std::bad_alloc&) {
    err << "crosswalk: out of memory\n";
    return bad_input;
  } catch (const std::filesystem::filesystem_error& error) {
    err << "crosswalk: " << printable(error.path1().string()) << ": " << error.code().message() << "\n";
    return bad_input;
  } catch (const std::exception& error) {
    err << "crosswalk: internal fault, please report: " << printable(error.what()) << "\n";
    return internal_fault;
  }
}

// The parser's complaint in one line.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return printable(text);
}

}  // namespace

void Context::report(const Diagnostics& diagnostics) const {
  for (const Diagnostic& diagnostic : diagnostics) *err << to_string(diagnostic) << "\n";
}

int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& err) {
  Globals globals;
  CLI::App app{"crosswalk: decides what learning done elsewhere is worth here", "crosswalk"};
  app.fallthrough();
  declare_globals(app, globals);
  app.add_flag("--version", globals.version, "print the versions of program and facts");
  std::vector<std::unique_ptr<Verb>> made;
  std::vector<CLI::App*> commands;
  for (const VerbEntry& entry : verbs()) {
    CLI::App* command = app.add_subcommand(std::string(entry.name), std::string(entry.summary));
    made.push_back(entry.make());
    Options options(*command);
    made.back()->declare(options);
    commands.push_back(command);
  }
  app.require_subcommand(0, 1);
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    out << (chosen.empty() ? app.help() : chosen.front()->help());
    return done;
  } catch (const CLI::ParseError& error) {
    err << "crosswalk: " << one_line(error.what()) << " (see crosswalk --help)\n";
    return bad_usage;
  }
  if (globals.version) {
    const Context context = context_of(globals, in, out, err);
    return guarded(
        [&] {
          out << version_line(context.facts) << "\n";
          return int{done};
        },
        err);
  }
  for (std::size_t i = 0; i < commands.size(); ++i)
    if (commands[i]->parsed()) return guarded([&] { return run_verb(*made[i], globals, in, out, err); }, err);
  err << "crosswalk: no verb given (see crosswalk --help)\n";
  return bad_usage;
}

}  // namespace crosswalk::cli
