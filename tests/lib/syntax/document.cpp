// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/document.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "lib/syntax/xml.hpp"
#include "tests/lib/syntax/bad_input.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::syntax;  // NOLINT(google-build-using-namespace)

namespace {

// printf '<a>hello hello hello</a>\n' | gzip -n9 | base64
const std::string gzip_base64 = "H4sIAAAAAAACA7NJtMtIzcnJV0AibfQT7bgAx/oSexkAAAA=";

std::string unbase64(const std::string& text) {
  Diagnostics ignored;
  std::istringstream in(text);
  Base64Bytes bytes(std::make_unique<StreamBytes>(in, "f", Limits{}), "f", ignored);
  std::string out(4096, '\0');
  out.resize(bytes.read(out.data(), out.size()));
  return out;
}

struct Outcome {
  std::string text, notes;
};

Outcome outcome(const std::string& bytes, const Limits& limits = {}) {
  std::istringstream in(bytes);
  try {
    Document document(in, "f", limits);
    Outcome out{document.text(), {}};
    for (const Diagnostic& note : document.diagnostics()) out.notes += to_string(note) + "\n";
    return out;
  } catch (const InputError& error) {
    return {error.what(), {}};
  }
}

const std::string plain = "<a>hello hello hello</a>\n";

}  // namespace

TEST_CASE("a document is unpacked from base64, gzip or both", "[syntax][document]") {
  CHECK(outcome(plain).text == plain);
  CHECK(outcome(unbase64(gzip_base64)).text == plain);
  CHECK(outcome(gzip_base64).text == plain);
  CHECK(outcome("PGE+aGVsbG8\r\n gaGVsbG8gaGVsbG\n88L2E+Cg==\n").text == plain);
  CHECK(outcome("course,title\n").text == "course,title\n");
  CHECK(outcome("abcdefghijklmnopqrstuvwxyz").text == "abcdefghijklmnopqrstuvwxyz");
}

TEST_CASE("damaged transport is refused with its place", "[syntax][document]") {
  std::string damaged = unbase64(gzip_base64);
  damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1);
  CHECK(outcome(damaged).text.find("the gzip data is damaged: incorrect data check [transport.gzip]") !=
        std::string::npos);
  CHECK(outcome(unbase64(gzip_base64).substr(0, 30)).text ==
        "f:byte 30: error: the gzip data is cut off [transport.gzip]");
  CHECK(outcome("PGE+aGVsbG8gaGVsbG8gaGVsbG8gaGVsbG8gaGVsbG8gaGVsbG8gaGVsbG88L2E+Cg==PGE+").text ==
        "f:byte 68: error: base64 text goes on behind its padding [transport.base64]");
  CHECK(outcome("sessionId=abc&returnCode=NCP_CANCEL").text ==
        "f:byte 14: error: the sender gave no document (NCP_CANCEL) [transport.no-document]");
}

TEST_CASE("what is repaired is noted", "[syntax][document]") {
  const Outcome space = outcome("PGE aGVsbG8gaGVsbG8gaGVsbG88L2E Cg==");
  CHECK(space.text == plain);
  CHECK(space.notes ==
        "f:byte 4: warning: a space stands where base64 has '+', read as '+' [transport.base64-space]\n");
  const Outcome url = outcome("PGE-aGVsbG8gaGVsbG8gaGVsbG88L2E-Cg");
  CHECK(url.text == plain);
  CHECK(url.notes == "f:byte 3: warning: base64 in its URL-safe alphabet [transport.base64-url]\n");
  const Outcome trailing = outcome(unbase64(gzip_base64) + "garbage");
  CHECK(trailing.text == plain);
  CHECK(trailing.notes.find("bytes behind the gzip data are not read [transport.trailing]") != std::string::npos);
}

TEST_CASE("a document is refused over its limits", "[syntax][document][limits]") {
  Limits small;
  small.tree_bytes = plain.size();
  CHECK(outcome(plain, small).text == plain);
  --small.tree_bytes;
  CHECK(outcome(plain, small).text.find("[limit.tree-bytes]") != std::string::npos);
  small = {};
  small.stream_bytes = 10;
  CHECK(outcome(plain, small).text.find("[limit.stream-bytes]") != std::string::npos);
}

TEST_CASE("a document's beginning can be looked at and its bytes are seen", "[syntax][document]") {
  std::istringstream in(gzip_base64);
  std::string raw;
  Document document(in, "f", {}, [&](std::string_view block) { raw += block; });
  CHECK(document.beginning().substr(0, 3) == "<a>");
  CHECK(document.packing() == std::vector<Packing>{Packing::base64, Packing::gzip});
  std::string line;
  std::getline(document.stream(), line);
  CHECK(line + "\n" == plain);
  document.drain();
  CHECK(raw == gzip_base64);
}

TEST_CASE("a file that is not there or a folder is refused by name", "[syntax][document]") {
  std::istringstream none;
  CHECK_THROWS_WITH(Document("/nonexistent/x", none),
                    "/nonexistent/x: error: cannot be opened: No such file or directory [file.open]");
  CHECK_THROWS_WITH(Document("/tmp", none), "/tmp: error: is a folder, not a file [file.open]");
}

TEST_CASE("hostile transcripts: every verdict of the manifest that syntax can give", "[syntax][document][corpus]") {
  const auto corpus = bad_input::corpus();
  if (!corpus) {
    WARN("skipped: no corpus");
    return;
  }
  struct Ignoring : XmlHandler {
    void start(const XmlElement&) override {}
    void text(std::string_view) override {}
    void end(std::string_view, std::string_view) override {}
  };
  const auto folder = *corpus / "xml/hostile";
  const Node manifest = parse_json(bad_input::bytes(folder / "MANIFEST.json"), "MANIFEST.json");
  for (const Node& entry : manifest.items()) {
    const std::string file = entry.find("file")->text(), verdict = entry.find("verdict")->text();
    std::string found = "read";
    Diagnostics notes;
    try {
      std::istringstream none;
      Document document((folder / file).string(), none);
      Ignoring handler;
      parse_xml(document.stream(), file, handler);
      notes = document.diagnostics();
    } catch (const InputError& error) {
      found = error.what();
    }
    CAPTURE(file, verdict, found);
    if (verdict.rfind("accept", 0) == 0) CHECK(found == "read");
    if (verdict.rfind("reject", 0) == 0) CHECK(found != "read");
    if (verdict == "reject-dtd") CHECK(found.find("[xml.doctype]") != std::string::npos);
    if (verdict == "reject-depth") CHECK(found.find("[limit.xml-depth]") != std::string::npos);
    if (verdict == "reject-limit") CHECK(found.find("[limit.") != std::string::npos);
    if (verdict == "accept-warn" && file.rfind("transport/", 0) == 0) CHECK_FALSE(notes.empty());
  }
}
