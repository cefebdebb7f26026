// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_import.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/reading_limits.hpp"
#include "cli/row_writer.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/store/import.hpp"
#include "lib/store/kinds.hpp"
#include "lib/trust/digest.hpp"
#include "reports/import_report.hpp"

namespace crosswalk::cli {
namespace {

bool exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

// The workspace of one import. Where it was not there before and nothing is stored, it is not there afterwards.
class Target {
 public:
  explicit Target(const std::string& path)
      : path_(path), new_(!exists(path)), workspace_(store::Workspace::create(path)) {}
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;
  ~Target() {
    if (!new_ || kept_) return;
    { const store::Workspace closed = std::move(workspace_); }  // takes its log away with it
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  [[nodiscard]] store::Workspace& workspace() { return workspace_; }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool new_, kept_ = false;
  store::Workspace workspace_;
};

// One file on its way in.
class Arrival {
 public:
  Arrival(const Context& context, const std::string& file, const std::string& as, const syntax::Limits& limits)
      : context_(context),
        input_(formats::Input::open(file, limits, context.in,
                                    [this](std::string_view block) {
                                      digest_.add(block);
                                      bytes_ += block.size();
                                    })),
        format_(formats::identify(input_, as)) {
    result.file = file;
    result.format = format_.id;
  }
  Arrival(const Arrival&) = delete;
  Arrival& operator=(const Arrival&) = delete;

  void store(bool strict) {
    if (format_.stream != nullptr)
      store_attempts(strict);
    else if (format_.stream_rules != nullptr)
      store_rules(strict);
    else if (format_.stream_offerings != nullptr)
      store_offerings(strict);
    else
      store_document(strict);
    result.stored = true;
  }

  reports::ImportedFile result;

 private:
  // Everything is read before the workspace is touched.
  void store_document(bool strict) {
    ReadResult<formats::Document> read = formats::read(input_, result.format);
    input_.drain();
    take(std::move(read.diagnostics), std::move(read.loss), strict);
    result.sha256 = digest_.take_hex();
    Target target(context_.workspace);
    store::Import import(target.workspace(), row(read.value.dialect, formats::kind(read.value)));
    for (const formats::Part& part : read.value.parts) std::visit([&](const auto& value) { import.add(value); }, part);
    finish(import, target);
  }

  // A transcript of any size: its attempts go into the open transaction as they are read.
  void store_attempts(bool strict) {
    store_stream<LearnerRecord>(strict, [&](store::Import& import) {
      return format_.stream(
          input_, [&](std::size_t index, Attempt&& attempt) { import.member<LearnerRecord>(index, attempt); });
    });
  }

  // A rule set of any size, likewise.
  void store_rules(bool strict) {
    store_stream<RuleSet>(strict, [&](store::Import& import) {
      std::uint64_t place = 0;
      return format_.stream_rules(input_, [&](Rule&& rule) { import.member<RuleSet>(++place, rule); });
    });
  }

  // A catalogue of any size: read and prepared on this thread, written on another.
  void store_offerings(bool strict) {
    store_stream<Catalogue>(strict, [&](store::Import& import) {
      RowWriter writer([&](const std::vector<store::PreparedRow>& rows) { import.rows<Catalogue>(rows); });
      std::uint64_t place = 0;
      ReadResult<Catalogue> read = format_.stream_offerings(
          input_, [&](Offering&& offering) { writer.add(store::prepare_row<Catalogue>(++place, offering)); });
      writer.finish();
      return read;
    });
  }

  template <class Value, class Stream>
  void store_stream(bool strict, Stream stream) {
    Target target(context_.workspace);
    store::Import import(target.workspace(), row({}, store::Kept<Value>::kind));
    import.begin<Value>();
    ReadResult<Value> read = stream(import);
    input_.drain();
    import.finish(read.value);
    Diagnostics all = input_.diagnostics();
    all.insert(all.end(), read.diagnostics.begin(), read.diagnostics.end());
    take(std::move(all), std::move(read.loss), strict);
    result.sha256 = digest_.take_hex();
    std::string dialect;
    if constexpr (requires { read.value.dialect; }) dialect = read.value.dialect;
    import.describe(row(std::move(dialect), store::Kept<Value>::kind));
    finish(import, target);
  }

  void take(Diagnostics diagnostics, LossReport loss, bool strict) {
    result.diagnostics = std::move(diagnostics);
    result.loss = std::move(loss);
    const auto doubtful = std::ranges::find_if(result.diagnostics,
                                               [](const Diagnostic& each) { return each.severity != Severity::note; });
    if (!strict || doubtful == result.diagnostics.end()) return;
    throw InputError("import.strict", Location{result.file, {}, {}, {}, {}},
                     "not stored, because --strict was asked for and there are warnings");
  }

  void finish(store::Import& import, Target& target) {
    import.report(result.diagnostics, result.loss);
    import.commit();
    target.keep();
    result.records = import.counts();
  }

  [[nodiscard]] store::DocumentRow row(std::string dialect, std::string_view kind) const {
    return {
        0, result.file, result.sha256, bytes_, result.format, std::move(dialect), std::string(kind), context_.as_of};
  }

  const Context& context_;
  trust::Sha256 digest_;
  std::uint64_t bytes_ = 0;
  formats::Input input_;
  const formats::Format& format_;
};

class ImportVerb : public Verb {
 public:
  void declare(Options& options) override {
    options.positionals("FILE", files_, "the documents, or - for standard input");
    options.value("--as", as_, "the format of them all, where content alone does not tell it");
    options.flag("--strict", strict_, "a file with warnings is not stored (exit 3)");
    options.values("--read-limit", limits_, "NAME=VALUE: raise or lower a reading limit");
    options.examples(
        "  crosswalk import transcript.xml rules.yaml\n"
        "  crosswalk --workspace office.db import --strict --json rules.yaml");
  }

  int run(const Context& context) override {
    if (context.format == cli::Format::csv || context.format == cli::Format::html)
      throw UsageError("import answers in text or json");
    const syntax::Limits limits = reading_limits(limits_);
    std::vector<reports::ImportedFile> imported;
    for (const std::string& file : files_) imported.push_back(one(context, file, limits));
    for (const reports::ImportedFile& file : imported) context.report(file.diagnostics);
    *context.out << (context.format == cli::Format::json ? reports::import_json(imported)
                                                         : reports::import_text(imported));
    return std::ranges::all_of(imported, &reports::ImportedFile::stored) ? done : bad_input;
  }

 private:
  // A refused file does not keep the others out; an unusable workspace ends the call.
  reports::ImportedFile one(const Context& context, const std::string& file, const syntax::Limits& limits) const {
    reports::ImportedFile result{file, {}, {}, false, {}, {}, {}};
    try {
      Arrival arrival(context, file, as_, limits);
      try {
        arrival.store(strict_);
        return std::move(arrival.result);
      } catch (const InputError& error) {
        result = std::move(arrival.result);
        throw;
      }
    } catch (const InputError& error) {
      result.diagnostics.push_back(error.diagnostic());
    }
    return result;
  }

  std::vector<std::string> files_, limits_;
  std::string as_;
  bool strict_ = false;
};

}  // namespace

std::unique_ptr<Verb> make_import() { return std::make_unique<ImportVerb>(); }

}  // namespace crosswalk::cli
