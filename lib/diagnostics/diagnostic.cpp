// SPDX-License-Identifier: Apache-2.0
#include "lib/diagnostics/diagnostic.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace crosswalk {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::string to_string(const Diagnostic& diagnostic) {
  std::string out = to_string(diagnostic.location) + ": " + std::string(name(diagnostic.severity)) + ": " +
                    printable(diagnostic.text);
  if (!diagnostic.code.empty()) out += " [" + diagnostic.code + "]";
  return out;
}

void LossReport::add(std::string_view path, std::string_view why, std::uint64_t count) {
  const auto before = [](const Loss& a, const std::pair<std::string_view, std::string_view>& b) {
    return std::tie(a.path, a.why) < std::tie(b.first, b.second);
  };
  const std::pair key{path, why};
  auto at = std::lower_bound(losses_.begin(), losses_.end(), key, before);
  if (at == losses_.end() || at->path != path || at->why != why)
    at = losses_.insert(at, Loss{std::string(path), 0, std::string(why)});
  at->count += count;
}

std::uint64_t LossReport::total() const {
  return std::accumulate(losses_.begin(), losses_.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const Loss& loss) { return sum + loss.count; });
}

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t up = row[j + 1];
      row[j + 1] = std::min({up + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
      diagonal = up;
    }
  }
  return row.back();
}

}  // namespace

std::string nearest(std::string_view found, const std::vector<std::string>& allowed) {
  std::string best;
  std::size_t best_distance = std::min<std::size_t>(2, found.size() / 3) + 1;
  for (const std::string& candidate : allowed) {
    const std::size_t distance = edit_distance(found, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace crosswalk
