// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/turtle.hpp"

#include <serd/serd.h>

#include <array>
#include <cstdarg>
#include <cstdio>
#include <exception>
#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::syntax {
namespace {

std::string_view view(const SerdNode* node) {
  return node == nullptr || node->buf == nullptr
             ? std::string_view()
             : std::string_view(reinterpret_cast<const char*>(node->buf), node->n_bytes);
}

SerdSyntax serd_syntax(RdfSyntax syntax) {
  switch (syntax) {
    case RdfSyntax::turtle:
      return SERD_TURTLE;
    case RdfSyntax::n_triples:
      return SERD_NTRIPLES;
    case RdfSyntax::n_quads:
      return SERD_NQUADS;
    case RdfSyntax::trig:
      return SERD_TRIG;
  }
  return SERD_TURTLE;
}

// One reading. Nothing is thrown through C: callbacks keep the first fault and ask serd to stop.
class Reader {
 public:
  Reader(std::istream& in, std::string_view file, RdfSyntax syntax, std::string_view base,
         const std::function<void(const RdfTriple&)>& triple, const Limits& limits)
      : in_(in), file_(file), triple_(triple), limits_(limits) {
    const std::string iri(base);  // outlives the node that points into it
    const SerdNode root = serd_node_from_string(SERD_URI, reinterpret_cast<const uint8_t*>(iri.c_str()));
    env_.reset(serd_env_new(base.empty() ? nullptr : &root));
    reader_.reset(serd_reader_new(serd_syntax(syntax), this, nullptr, &on_base, &on_prefix, &on_statement, nullptr));
    serd_reader_set_strict(reader_.get(), true);
    serd_reader_set_error_sink(reader_.get(), &on_error, this);
  }

  void run() {
    const std::string name(file_);
    serd_reader_start_source_stream(reader_.get(), &on_read, &on_stream_error, this,
                                    reinterpret_cast<const uint8_t*>(name.c_str()), 1);
    SerdStatus status = SERD_SUCCESS;
    while (!fault_ && status <= SERD_FAILURE) {
      status = serd_reader_read_chunk(reader_.get());
      if (status == SERD_FAILURE) break;
    }
    serd_reader_end_stream(reader_.get());
    if (fault_) std::rethrow_exception(fault_);
    if (status > SERD_FAILURE)
      throw InputError("rdf.syntax", Location{std::string(file_), {}, {}, {}, {}}, "not readable as RDF");
  }

 private:
  struct Free {
    void operator()(SerdReader* reader) const { serd_reader_free(reader); }
    void operator()(SerdEnv* env) const { serd_env_free(env); }
  };

  template <class Call>
  static SerdStatus guarded(void* self, Call call) {
    auto& reader = *static_cast<Reader*>(self);
    if (reader.fault_) return SERD_ERR_UNKNOWN;
    try {
      return call(reader);
    } catch (...) {
      reader.fault_ = std::current_exception();
      return SERD_ERR_UNKNOWN;
    }
  }

  // One byte a call, so that the reader's place is known: serd tells none with a statement.
  static size_t on_read(void* into, size_t, size_t, void* self) {
    size_t count = 0;
    guarded(self, [&](Reader& reader) {
      const auto byte = reader.in_.rdbuf()->sbumpc();
      if (byte == std::char_traits<char>::eof()) return SERD_SUCCESS;
      if (++reader.total_ > reader.limits_.stream_bytes)
        refuse_over_limit("stream-bytes", reader.limits_.stream_bytes, reader.here(), "bytes of a file");
      const char c = std::char_traits<char>::to_char_type(byte);
      *static_cast<char*>(into) = c;
      ++reader.column_;
      if (c == '\n') {
        ++reader.line_;
        reader.column_ = 0;
      }
      count = 1;
      return SERD_SUCCESS;
    });
    return count;
  }
  static int on_stream_error(void*) { return 0; }

  static SerdStatus on_base(void* self, const SerdNode* base) {
    return guarded(self, [&](Reader& reader) { return serd_env_set_base_uri(reader.env_.get(), base); });
  }
  static SerdStatus on_prefix(void* self, const SerdNode* name, const SerdNode* space) {
    return guarded(self, [&](Reader& reader) { return serd_env_set_prefix(reader.env_.get(), name, space); });
  }

  static SerdStatus on_statement(void* self, SerdStatementFlags, const SerdNode*, const SerdNode* subject,
                                 const SerdNode* predicate, const SerdNode* object, const SerdNode* datatype,
                                 const SerdNode* language) {
    return guarded(self, [&](Reader& reader) {
      const Expanded s(reader, subject), p(reader, predicate), o(reader, object), d(reader, datatype);
      RdfTriple triple{s.term(), p.term(), o.term(), reader.line_, reader.column_};
      triple.object.language = view(language);
      triple.object.datatype = d.term().text;
      reader.triple_(triple);
      return SERD_SUCCESS;
    });
  }

  static SerdStatus on_error(void* self, const SerdError* error) {
    std::array<char, 400> text{};
    std::va_list arguments;
    va_copy(arguments, *error->args);
    std::vsnprintf(text.data(), text.size(), error->fmt, arguments);
    va_end(arguments);
    return guarded(self, [&](Reader& reader) -> SerdStatus {
      std::string message = text.data();
      while (!message.empty() && message.back() == '\n') message.pop_back();
      const bool encoding = message.find("UTF-8") != std::string::npos;
      throw InputError(encoding ? "rdf.encoding" : "rdf.syntax",
                       Location{std::string(reader.file_), error->line, error->col, {}, {}}, message);
    });
  }

  // A node with prefix and base resolved, freed at the end.
  class Expanded {
   public:
    Expanded(const Reader& reader, const SerdNode* node) : node_(node) {
      if (node == nullptr || (node->type != SERD_URI && node->type != SERD_CURIE)) return;
      owned_ = serd_env_expand_node(reader.env_.get(), node);
      if (owned_.buf != nullptr)
        node_ = &owned_;
      else if (node->type == SERD_CURIE)
        throw InputError("rdf.prefix", reader.here(),
                         "the prefix of '" + std::string(view(node)) + "' is not declared");
    }
    Expanded(const Expanded&) = delete;
    Expanded& operator=(const Expanded&) = delete;
    ~Expanded() { serd_node_free(&owned_); }
    [[nodiscard]] RdfTerm term() const {
      RdfTerm out;
      out.text = view(node_);
      if (node_ != nullptr && node_->type == SERD_BLANK) out.kind = RdfTerm::Kind::blank;
      if (node_ != nullptr && node_->type == SERD_LITERAL) out.kind = RdfTerm::Kind::literal;
      return out;
    }

   private:
    const SerdNode* node_;
    SerdNode owned_ = SERD_NODE_NULL;
  };

  [[nodiscard]] Location here() const { return Location{std::string(file_), line_, column_, {}, {}}; }

  std::istream& in_;
  std::string_view file_;
  const std::function<void(const RdfTriple&)>& triple_;
  const Limits& limits_;
  std::unique_ptr<SerdEnv, Free> env_;
  std::unique_ptr<SerdReader, Free> reader_;
  std::exception_ptr fault_;
  std::uint64_t total_ = 0;
  std::uint32_t line_ = 1, column_ = 0;
};

}  // namespace

void parse_rdf(std::istream& in, std::string_view file, RdfSyntax syntax, std::string_view base,
               const std::function<void(const RdfTriple&)>& triple, const Limits& limits) {
  Reader(in, file, syntax, base, triple, limits).run();
}

}  // namespace crosswalk::syntax
