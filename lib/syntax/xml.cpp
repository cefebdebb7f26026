// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/xml.hpp"

#include <libxml/parser.h>

#include <array>
#include <deque>
#include <exception>
#include <istream>
#include <memory>
#include <mutex>
#include <optional>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/utf8_stream.hpp"
#include "lib/syntax/xml_encoding.hpp"
#include "lib/syntax/xml_guard.hpp"
#include "lib/syntax/xml_loader.hpp"

namespace crosswalk::syntax {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10U;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string first_line(const char* text) {
  std::string out = text == nullptr ? "not well formed" : text;
  out.erase(std::min(out.find('\n'), out.size()));
  return out;
}

// One parse: owns libxml2's parser and stands between its C callbacks and the handler. Nothing is thrown through C: the
// first fault stops the parser and is thrown by `feed`.
class Push {
 public:
  Push(std::string_view file, XmlHandler& handler, const Limits& limits)
      : file_(file), handler_(handler), limits_(limits), guard_(file, limits) {
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = &Push::on_start;
    sax.endElementNs = &Push::on_end;
    sax.characters = sax.ignorableWhitespace = sax.cdataBlock = &Push::on_text;
    sax.internalSubset = &Push::on_doctype;
    sax.serror = &Push::on_error;
    parser_.reset(xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr));
    if (!parser_) throw std::bad_alloc();
    // HUGE lifts libxml2's own limits, which the guard and on_start replace; the text arrives as UTF-8 whatever it
    // declares
    xmlCtxtUseOptions(parser_.get(), XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC);
  }

  void feed(std::string_view text) {
    const std::size_t allowed = guard_.accept(text);
    chunk(text.substr(0, allowed), false);
    if (guard_.fault()) throw *guard_.fault();
  }

  void finish() {
    chunk({}, true);
    if (parser_->wellFormed == 0) throw InputError("xml.syntax", here(), "not well formed");
  }

 private:
  struct Free {
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
  };

  void chunk(std::string_view text, bool last) {
    xmlParseChunk(parser_.get(), text.data(), static_cast<int>(text.size()), last ? 1 : 0);
    if (fault_) std::rethrow_exception(fault_);
  }

  [[nodiscard]] Location here() const {
    const xmlParserInput* input = parser_->input;
    if (input == nullptr) return Location{file_, 1, 1, {}, {}};
    return Location{file_, static_cast<std::uint32_t>(input->line), static_cast<std::uint32_t>(input->col), {}, {}};
  }

  template <class Call>
  static void guarded(void* self, Call call) {
    auto& push = *static_cast<Push*>(self);
    if (push.fault_) return;
    try {
      call(push);
    } catch (...) {
      push.fault_ = std::current_exception();
      xmlStopParser(push.parser_.get());
    }
  }

  static void on_start(void* self, const xmlChar* name, const xmlChar*, const xmlChar* space, int, const xmlChar**,
                       int count, int, const xmlChar** attributes) {
    guarded(self, [&](Push& push) { push.start(view(name), view(space), count, attributes); });
  }

  static void on_end(void* self, const xmlChar* name, const xmlChar*, const xmlChar* space) {
    guarded(self, [&](Push& push) {
      --push.depth_;
      push.handler_.end(view(name), view(space));
    });
  }

  static void on_text(void* self, const xmlChar* text, int length) {
    guarded(self, [&](Push& push) {
      push.handler_.text({reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)});
    });
  }

  // The second lock: the guard does not let a DOCTYPE through.
  static void on_doctype(void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
    guarded(self, [](Push& push) { throw InputError("xml.doctype", push.here(), "a DOCTYPE is not read, remove it"); });
  }

  static void on_error(void* self, xmlError* error) {
    if (error->level < XML_ERR_ERROR || error->code == XML_ERR_USER_STOP) return;
    guarded(self, [&](Push& push) {
      const bool cut_off = error->code == XML_ERR_DOCUMENT_END && push.depth_ > 0;
      if (cut_off) throw InputError("xml.syntax", push.here(), "the text ends inside an element");
      const bool space = error->domain == XML_FROM_NAMESPACE;
      throw InputError(
          space ? "xml.namespace" : "xml.syntax",
          Location{
              push.file_, static_cast<std::uint32_t>(error->line), static_cast<std::uint32_t>(error->int2), {}, {}},
          first_line(error->message));
    });
  }

  void start(std::string_view name, std::string_view space, int count, const xmlChar** attributes) {
    const TextPlace place = guard_.next_start();
    if (++depth_ > limits_.xml_depth)
      refuse_over_limit("xml-depth", limits_.xml_depth, Location{file_, place.line, place.column, {}, {}}, "nesting");
    element_.name = name;
    element_.space = space;
    element_.line = place.line;
    element_.column = place.column;
    element_.attributes.clear();
    rewritten_.clear();
    // five pointers an attribute: local name, prefix, namespace, begin and end of the value
    for (int i = 0; i < count; ++i, attributes += 5)
      element_.attributes.push_back({view(attributes[0]), view(attributes[2]), value(attributes[3], attributes[4])});
    handler_.start(element_);
  }

  // Without entity substitution libxml2 hands an ampersand in an attribute on as "&#38;".
  std::string_view value(const xmlChar* begin, const xmlChar* end) {
    static constexpr std::string_view escaped = "&#38;";
    const std::string_view raw(reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin));
    std::size_t found = raw.find(escaped);
    if (found == std::string_view::npos) return raw;
    std::string& out = rewritten_.emplace_back();
    std::size_t at = 0;
    for (; found != std::string_view::npos; found = raw.find(escaped, at)) {
      out.append(raw.substr(at, found - at + 1));
      at = found + escaped.size();
    }
    return out.append(raw.substr(at));
  }

  std::string file_;
  XmlHandler& handler_;
  const Limits& limits_;
  XmlGuard guard_;
  std::unique_ptr<xmlParserCtxt, Free> parser_;
  std::exception_ptr fault_;
  std::uint32_t depth_ = 0;
  XmlElement element_;
  std::deque<std::string> rewritten_;
};

// The blocks of a stream, counted against the limit.
class Blocks {
 public:
  Blocks(std::istream& in, std::string_view file, const Limits& limits) : in_(in), file_(file), limits_(limits) {}

  [[nodiscard]] std::string_view next() {
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    const auto count = static_cast<std::size_t>(in_.gcount());
    total_ += count;
    if (total_ > limits_.stream_bytes)
      refuse_over_limit("stream-bytes", limits_.stream_bytes, Location{std::string(file_), {}, {}, {}, {}},
                        "bytes of a file");
    return {buffer_.data(), count};
  }

 private:
  std::istream& in_;
  std::string_view file_;
  const Limits& limits_;
  std::uint64_t total_ = 0;
  std::array<char, block_bytes> buffer_{};
};

}  // namespace

const XmlAttribute* XmlElement::attribute(std::string_view local_name) const {
  for (const XmlAttribute& attribute : attributes)
    if (attribute.name == local_name) return &attribute;
  return nullptr;
}

void parse_xml(std::istream& in, std::string_view file, XmlHandler& handler, const Limits& limits) {
  prepare_libxml();
  Blocks blocks(in, file, limits);
  std::string_view block = blocks.next();
  if (block.empty()) throw InputError("xml.syntax", Location{std::string(file), 1, 1, {}, {}}, "the text is empty");
  const XmlEncoding encoding = detect_xml_encoding(block, file);
  if (encoding.doubt) handler.note(*encoding.doubt);
  Utf8Stream utf8(encoding.name, file, "xml.encoding");
  Push push(file, handler, limits);
  for (bool first = true; !block.empty(); block = blocks.next()) {
    std::string_view text = utf8.next(block, false);
    if (first && text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    first = false;
    push.feed(text);
    if (utf8.fault()) throw *utf8.fault();
  }
  push.feed(utf8.next({}, true));
  if (utf8.fault()) throw *utf8.fault();
  push.finish();
}

}  // namespace crosswalk::syntax
