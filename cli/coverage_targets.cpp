// SPDX-License-Identifier: Apache-2.0
#include "cli/coverage_targets.hpp"

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::cli {
namespace {

std::optional<Rational> share_of(std::string text) {
  const bool hundredth = text.ends_with('%');
  if (hundredth) text.pop_back();
  auto value = Rational::parse(text);
  if (value && hundredth) *value /= Rational(100);
  if (!value || *value < Rational(0) || *value > Rational(1)) return {};
  return value;
}

}  // namespace

std::vector<coverage::Target> shipped_targets(std::string_view framework) {
  const syntax::CsvTable table = syntax::parse_csv(coverage_data("targets.csv"), "data/coverage/targets.csv");
  const auto cell = [&](const syntax::CsvRecord& row, std::string_view column) {
    return std::string(syntax::CsvTable::cell(row, table.column(column)));
  };
  std::vector<coverage::Target> out;
  for (const syntax::CsvRecord& row : table.rows) {
    if (cell(row, "framework") != framework) continue;
    const auto share = share_of(cell(row, "share"));
    if (!share) throw FactError("data/coverage/targets.csv: '" + cell(row, "share") + "' is no share");
    coverage::Target target{cell(row, "type"), *share, {}};
    target.source.document = cell(row, "document");
    target.source.locator = cell(row, "locator");
    out.push_back(std::move(target));
  }
  return out;
}

coverage::Target target_option(const std::string& text) {
  const std::size_t at = text.rfind('=');
  const auto share = at == std::string::npos ? std::nullopt : share_of(text.substr(at + 1));
  if (!share || at == 0) throw UsageError("--require wants TYPE=SHARE such as 'tier 1=100%', not '" + text + "'");
  return {text.substr(0, at), *share, {}};
}

}  // namespace crosswalk::cli
