// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/input.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "lib/diagnostics/error.hpp"

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

// The prefix, which was read ahead, and then the rest.
class Rejoined : public std::streambuf {
 public:
  Rejoined(std::string_view head, std::istream& rest) : head_(head), rest_(rest), buffer_(std::size_t{64} << 10U) {
    setg(head_.data(), head_.data(), head_.data() + head_.size());
  }

 protected:
  int_type underflow() override {
    rest_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    const auto got = rest_.gcount();
    if (got == 0) return traits_type::eof();
    setg(buffer_.data(), buffer_.data(), buffer_.data() + got);
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::string head_;
  std::istream& rest_;
  std::vector<char> buffer_;
};

}  // namespace

struct Input::Source {
  std::unique_ptr<std::istream> raw;
  std::unique_ptr<std::streambuf> joined;
  std::unique_ptr<std::istream> stream;
  Diagnostics diagnostics;
};

Input::Input() : source_(std::make_unique<Source>()) {}
Input::Input(Input&&) noexcept = default;
Input& Input::operator=(Input&&) noexcept = default;
Input::~Input() = default;

Input Input::open(const std::string& path, const syntax::Limits& limits) {
  Input input;
  input.name_ = path;
  input.limits_ = limits;
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    input.folder_ = input.whole_ = true;
    input.members_ = file_names(path);
    return input;
  }
  input.source_->raw = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*input.source_->raw)
    throw InputError("input.open", Location{path, {}, {}, {}, {}}, "cannot be opened: no such file, or not readable");
  input.probe();
  return input;
}

Input Input::from_text(std::string text, const std::string& name, const syntax::Limits& limits) {
  Input input;
  input.name_ = name;
  input.limits_ = limits;
  input.source_->raw = std::make_unique<std::istringstream>(std::move(text));
  input.probe();
  return input;
}

void Input::probe() {
  prefix_.resize(prefix_bytes);
  std::istream& in = *source_->raw;
  in.read(prefix_.data(), static_cast<std::streamsize>(prefix_.size()));
  prefix_.resize(static_cast<std::size_t>(in.gcount()));
  whole_ = prefix_.size() < prefix_bytes;
  source_->joined = std::make_unique<Rejoined>(prefix_, in);
  source_->stream = std::make_unique<std::istream>(source_->joined.get());
}

std::istream& Input::stream() {
  if (folder_)
    throw InputError("input.folder", Location{name_, {}, {}, {}, {}}, "is a folder, and this format is one file");
  return *source_->stream;
}

const std::string& Input::text() {
  if (text_) return *text_;
  std::string all;
  std::vector<char> buffer(std::size_t{64} << 10U);
  std::istream& in = stream();
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
    all.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (all.size() > limits_.tree_bytes)
      syntax::refuse_over_limit("tree-bytes", limits_.tree_bytes, Location{name_, {}, {}, {}, {}}, "the file is");
  }
  text_ = std::move(all);
  return *text_;
}

const Diagnostics& Input::diagnostics() const { return source_->diagnostics; }

}  // namespace crosswalk::formats
