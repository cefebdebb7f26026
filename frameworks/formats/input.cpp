// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/input.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/document.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::size_t prefix_bytes = std::size_t{256} << 10U;

std::vector<std::string> file_names(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

std::string_view packing_name(syntax::Packing packing) { return packing == syntax::Packing::gzip ? "gzip" : "base64"; }

}  // namespace

struct Input::Source {
  std::istringstream held;  // the text of from_text
  std::unique_ptr<syntax::Document> document;
};

Input::Input() : source_(std::make_unique<Source>()) {}
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;
Input::~Input() = default;

Input Input::open(const std::string& path, const syntax::Limits& limits, std::istream* standard_input,
                  std::function<void(std::string_view)> raw) {
  Input input;
  input.name_ = path;
  input.limits_ = limits;
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    input.folder_ = input.whole_ = true;
    input.members_ = file_names(path);
    return input;
  }
  std::istream& in = standard_input != nullptr ? *standard_input : input.source_->held;
  input.source_->document = std::make_unique<syntax::Document>(path, in, limits, std::move(raw));
  input.probe();
  return input;
}

Input Input::from_text(std::string text, const std::string& name, const syntax::Limits& limits) {
  Input input;
  input.name_ = name;
  input.limits_ = limits;
  input.source_->held.str(std::move(text));
  input.source_->document = std::make_unique<syntax::Document>(input.source_->held, name, limits);
  input.probe();
  return input;
}

void Input::probe() {
  prefix_ = std::string(source_->document->beginning(prefix_bytes).substr(0, prefix_bytes));
  whole_ = prefix_.size() < prefix_bytes;
}

std::istream& Input::stream() {
  if (folder_)
    throw InputError("format.folder", Location{name_, {}, {}, {}, {}}, "is a folder, and this format is one file");
  return source_->document->stream();
}

const std::string& Input::text() {
  if (text_) return *text_;
  if (folder_) static_cast<void>(stream());
  text_ = source_->document->text();
  return *text_;
}

void Input::drain() {
  if (!folder_) source_->document->drain();
}

std::string Input::transport() const {
  std::string all;
  if (folder_) return all;
  for (const syntax::Packing packing : source_->document->packing())
    all += (all.empty() ? "" : "+") + std::string(packing_name(packing));
  return all;
}

Diagnostics Input::diagnostics() const { return folder_ ? Diagnostics{} : source_->document->diagnostics(); }

}  // namespace crosswalk::formats
