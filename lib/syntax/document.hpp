// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/syntax/limits.hpp"
#include "lib/syntax/transport.hpp"

namespace crosswalk::syntax {

// An input file (or standard input, `-`), unpacked on the way: base64 and gzip in any order, three deep. It is read
// once, in constant memory; its beginning can be looked at first. Refused: file.open, file.read, transport.*, limit.*;
// a form post that says its sender cancelled is transport.no-document.
class Document {
 public:
  // `raw` is told the file's own bytes, block by block, as they are read (for a digest).
  Document(const std::string& path, std::istream& standard_input, const Limits& limits = {},
           std::function<void(std::string_view)> raw = {});
  // The same from a stream that is already open; `file` only names it.
  Document(std::istream& in, std::string_view file, const Limits& limits = {},
           std::function<void(std::string_view)> raw = {});
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document();

  [[nodiscard]] const std::string& file() const { return file_; }                 // as named, for messages
  [[nodiscard]] const std::vector<Packing>& packing() const { return packing_; }  // outermost first

  // The first bytes after unpacking, at least `size` of them or all there are; for telling the format.
  [[nodiscard]] std::string_view beginning(std::size_t size = 4096);

  // Either of these, once. `text` holds it all, up to `limit` bytes (tree_bytes where 0).
  [[nodiscard]] std::istream& stream();
  [[nodiscard]] std::string text(std::uint64_t limit = 0);

  // Reads what the reader left unread, so that `raw` has seen the whole file.
  void drain();

  // transport.* warnings; complete when all has been read.
  [[nodiscard]] const Diagnostics& diagnostics() const { return notes_; }

 private:
  class Buffer;
  void unpack(std::function<void(std::string_view)> raw);

  std::string file_;
  Limits limits_;
  std::unique_ptr<std::istream> opened_;
  std::istream* in_;
  Diagnostics notes_;
  std::vector<Packing> packing_;
  std::unique_ptr<PeekedBytes> bytes_;
  std::unique_ptr<Buffer> buffer_;
  std::unique_ptr<std::istream> stream_;
};

}  // namespace crosswalk::syntax
