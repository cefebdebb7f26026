// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/document.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <streambuf>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::syntax {
namespace {

constexpr std::size_t deepest_packing = 3;

Location whole(const std::string& file) { return Location{file, {}, {}, {}, {}}; }

std::unique_ptr<std::istream> open(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) throw InputError("file.open", whole(path), "is a folder, not a file");
  errno = 0;
  auto in = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*in)
    throw InputError("file.open", whole(path),
                     "cannot be opened: " + std::string(std::strerror(errno == 0 ? EIO : errno)));
  return in;
}

// EMREX clients post a form; one without a document says why in returnCode.
void refuse_cancelled(std::string_view beginning, const std::string& file) {
  const std::size_t code = beginning.find("returnCode=NCP_");
  const bool form =
      beginning.size() < 4096 && code != std::string_view::npos && beginning.find('<') == std::string_view::npos;
  if (!form || beginning.find("elmo=") != std::string_view::npos) return;
  const std::string_view value = beginning.substr(code + 11);
  throw InputError("transport.no-document", Location{file, {}, {}, code, {}},
                   "the sender gave no document (" + std::string(value.substr(0, value.find_first_of("&\r\n"))) + ")");
}

}  // namespace

// The unpacked bytes as a stream. What goes wrong below is thrown through the stream (badbit is set to throw).
class Document::Buffer : public std::streambuf {
 public:
  explicit Buffer(ByteSource& from) : from_(from) {}

 protected:
  int_type underflow() override {
    const std::size_t count = from_.read(block_.data(), block_.size());
    if (count == 0) return traits_type::eof();
    setg(block_.data(), block_.data(), block_.data() + count);
    return traits_type::to_int_type(block_[0]);
  }

 private:
  ByteSource& from_;
  std::array<char, std::size_t{64} << 10U> block_{};
};

Document::Document(const std::string& path, std::istream& standard_input, const Limits& limits,
                   std::function<void(std::string_view)> raw)
    : file_(path), limits_(limits), in_(&standard_input) {
  if (path != "-") {
    opened_ = open(path);
    in_ = opened_.get();
  }
  unpack(std::move(raw));
}

Document::Document(std::istream& in, std::string_view file, const Limits& limits,
                   std::function<void(std::string_view)> raw)
    : file_(file), limits_(limits), in_(&in) {
  unpack(std::move(raw));
}

Document::~Document() = default;

void Document::unpack(std::function<void(std::string_view)> raw) {
  bytes_ = std::make_unique<PeekedBytes>(std::make_unique<StreamBytes>(*in_, file_, limits_, std::move(raw)));
  while (true) {
    const std::string_view beginning = bytes_->peek(4096);
    const Packing packing = packing_of(beginning);
    if (packing == Packing::none) return refuse_cancelled(beginning, file_);
    if (packing_.size() == deepest_packing)
      throw InputError("transport.nested", whole(file_), "packed more than three times over");
    packing_.push_back(packing);
    std::unique_ptr<ByteSource> inner;
    if (packing == Packing::gzip)
      inner = std::make_unique<GzipBytes>(std::move(bytes_), file_, limits_, notes_);
    else
      inner = std::make_unique<Base64Bytes>(std::move(bytes_), file_, notes_);
    bytes_ = std::make_unique<PeekedBytes>(std::move(inner));
  }
}

std::string_view Document::beginning(std::size_t size) { return bytes_->peek(size); }

std::istream& Document::stream() {
  buffer_ = std::make_unique<Buffer>(*bytes_);
  stream_ = std::make_unique<std::istream>(buffer_.get());
  stream_->exceptions(std::ios::badbit);
  return *stream_;
}

std::string Document::text(std::uint64_t limit) {
  if (limit == 0) limit = limits_.tree_bytes;
  std::string out;
  std::array<char, std::size_t{64} << 10U> block{};
  while (const std::size_t count = bytes_->read(block.data(), block.size())) {
    out.append(block.data(), count);
    if (out.size() > limit) refuse_over_limit("tree-bytes", limit, whole(file_), "bytes of a file read whole");
  }
  return out;
}

void Document::drain() {
  std::array<char, std::size_t{64} << 10U> block{};
  while (bytes_->read(block.data(), block.size()) > 0) {
  }
}

}  // namespace crosswalk::syntax
