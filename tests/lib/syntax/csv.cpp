// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "tests/lib/syntax/bad_input.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::syntax;  // NOLINT(google-build-using-namespace)

namespace {

using Cells = std::vector<std::string>;

std::string verdict(std::string_view text, const CsvOptions& options = {}) {
  try {
    (void)parse_csv(text, "f.csv", options);
    return "read";
  } catch (const InputError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a CSV record knows its number and the line it starts on", "[syntax][csv]") {
  const CsvTable table = parse_csv("a,b\r\n1,\"x\r\ny \"\"z\"\"\"\r\n\r\n3,4", "f");
  CHECK(table.header.cells == Cells{"a", "b"});
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].cells == Cells{"1", "x\r\ny \"z\""});
  CHECK((table.rows[0].number == 2 && table.rows[0].line == 2));
  CHECK(table.rows[1].cells == Cells{"3", "4"});
  CHECK((table.rows[1].number == 3 && table.rows[1].line == 5));
  CHECK(table.diagnostics.empty());
}

TEST_CASE("the separator is sniffed on the header or named by a sep line", "[syntax][csv]") {
  CHECK(parse_csv("a;b;c\n1,5;2;3\n", "f").rows[0].cells == Cells{"1,5", "2", "3"});
  CHECK(parse_csv("a\tb\n1\t2\n", "f").header.cells == Cells{"a", "b"});
  CHECK(parse_csv("\"a;b\",c\n", "f").header.cells == Cells{"a;b", "c"});
  const CsvTable named = parse_csv("\xEF\xBB\xBFsep=|\r\na,b|c\r\n1|2\r\n", "f");
  CHECK(named.header.cells == Cells{"a,b", "c"});
  CHECK(named.header.line == 2);
  CsvOptions fixed;
  fixed.separator = ';';
  CHECK(parse_csv("a,b;c\n", "f", fixed).header.cells == Cells{"a,b", "c"});
}

TEST_CASE("bytes that are not UTF-8 are read as windows-1252, and that is said", "[syntax][csv][encoding]") {
  const CsvTable table = parse_csv("name\nM\xFCller \x80\n", "f.csv");
  CHECK(table.rows[0].cells[0] == "Müller €");
  REQUIRE(table.diagnostics.size() == 1);
  CHECK(table.diagnostics[0].code == "csv.encoding");
  const CsvTable excel = parse_csv(std::string("\xFF\xFE"
                                               "a\0\t\0b\0\n\0"
                                               "1\0\t\0\xFC\0\n\0",
                                               18),
                                   "f.csv");
  CHECK(excel.rows[0].cells == Cells{"1", "ü"});
  CsvOptions latin;
  latin.encoding = "iso-8859-15";
  CHECK(parse_csv("a\n\xA4\n", "f.csv", latin).rows[0].cells[0] == "€");
  latin.encoding = "klingon";
  CHECK(verdict("a\n", latin).find("[encoding.unknown]") != std::string::npos);
}

TEST_CASE("rows of another length are kept and reported", "[syntax][csv]") {
  const CsvTable table = parse_csv("a,b\n1\n1,2,3\n", "f.csv");
  CHECK(table.rows[0].cells == Cells{"1"});
  CHECK(table.rows[1].cells == Cells{"1", "2", "3"});
  REQUIRE(table.diagnostics.size() == 2);
  CHECK(to_string(table.diagnostics[0]) == "f.csv:2: warning: record 2 has 1 cells, the header has 2 [csv.ragged]");
  CHECK(CsvTable::cell(table.rows[0], table.column("b")).empty());
  CHECK(CsvTable::cell(table.rows[1], table.column(" B ")) == "2");
  CHECK(table.column("c") == CsvTable::npos);
}

TEST_CASE("CSV that is refused names its place and the reason", "[syntax][csv]") {
  CHECK(verdict("a,b\n1,\"x\ny\n") == "f.csv:2:3: error: a quoted cell has no closing quote [csv.quote]");
  CHECK(verdict("a,b\n\"x\"y,2\n") ==
        "f.csv:2:4: error: text after a closing quote (a quote inside a quoted cell is written twice) [csv.quote]");
  CHECK(parse_csv("a,b\nx\"y,2\n", "f").rows[0].cells == Cells{"x\"y", "2"});
  CHECK(verdict(std::string("a,b\nx\0y,2\n", 11)) == "f.csv:2:2: error: a NUL byte is no text [csv.nul]");
  CsvOptions lenient;
  lenient.lenient_quotes = true;
  CHECK(parse_csv("a,b\n5\"disk,\"x\"y\n", "f", lenient).rows[0].cells == Cells{"5\"disk", "xy"});
}

TEST_CASE("CSV limits are inclusive", "[syntax][csv][limits]") {
  CsvOptions options;
  options.limits.columns = 2;
  options.limits.field_bytes = 3;
  CHECK(verdict("abc,b\n", options) == "read");
  CHECK(verdict("a,b,c\n", options).find("[limit.columns]") != std::string::npos);
  CHECK(verdict("abcd,b\n", options).find("[limit.field-bytes]") != std::string::npos);
}

TEST_CASE("a stream gives the same records whatever the size of its pieces", "[syntax][csv]") {
  const std::string text = "a;b\r\n\"1\r\n\"\"x\"\"\";2\r\n3;\r\n";
  std::vector<CsvRecord> streamed;
  std::istringstream in(text);
  stream_csv(in, "f", {}, [&](const CsvRecord& record) { streamed.push_back(record); });
  REQUIRE(streamed.size() == 3);
  CHECK(streamed[1].cells == Cells{"1\r\n\"x\"", "2"});
  CHECK(streamed[2].line == 4);
  CHECK(streamed[2].cells == Cells{"3", ""});
}

TEST_CASE("written CSV is quoted where needed, guarded against formulas and reads back", "[syntax][csv][write]") {
  CHECK(write_csv_record({"a", "b,c", "d\"e", "f\ng", " h"}) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\"\n");
  CHECK(write_csv_record({"=1+2", "-5", "+4.5", "-x", "@x", ""}) == "'=1+2,-5,+4.5,'-x,'@x,\n");
  CHECK(write_csv_record({"=1"}, {',', false, true}) == "=1\r\n");
  CHECK(write_csv_record({""}) == "\"\"\n");
}

TEST_CASE("csv-spectrum: the cells are those its JSON twins hold", "[syntax][csv][corpus]") {
  const auto entries = bad_input::entries("csv/spectrum/");
  if (entries.empty()) {
    WARN("skipped: no corpus");
    return;
  }
  for (const auto& entry : entries) {
    const auto path = bad_input::folder() / entry.path;
    CAPTURE(entry.path);
    const CsvTable table = parse_csv(bad_input::bytes(path), entry.path);
    const auto twin = bad_input::folder() / "csv/spectrum_json" / path.filename().replace_extension(".json");
    const Node expected = parse_json(bad_input::bytes(twin), twin.string());
    if (!expected.is_sequence()) continue;  // location_coordinates.json holds another phone number than its table
    REQUIRE(table.rows.size() == expected.items().size());
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      for (const auto& [title, value] : expected.items()[i].members()) {
        std::string wanted = value.text();
        std::erase(wanted, '\r');  // newlines_crlf.csv lost its CR on the way here, its twin did not
        CHECK(CsvTable::cell(table.rows[i], table.column(title)) == wanted);
      }
  }
}
