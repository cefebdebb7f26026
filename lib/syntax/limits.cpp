// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/limits.hpp"

#include <array>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace crosswalk::syntax {
namespace {

// Readers of nested texts call themselves: deeper than this the stack could end.
constexpr std::uint64_t deepest = 2'000;

template <class Visit>
bool visit_limit(Limits& limits, std::string_view name, Visit visit) {
  if (name == "stream-bytes") return visit(limits.stream_bytes);
  if (name == "tree-bytes") return visit(limits.tree_bytes);
  if (name == "yaml-bytes") return visit(limits.yaml_bytes);
  if (name == "tree-nodes") return visit(limits.tree_nodes);
  if (name == "entries") return visit(limits.entries);
  if (name == "cells") return visit(limits.cells);
  if (name == "json-depth") return visit(limits.json_depth);
  if (name == "yaml-depth") return visit(limits.yaml_depth);
  if (name == "xml-depth") return visit(limits.xml_depth);
  if (name == "attributes") return visit(limits.attributes);
  if (name == "tag-bytes") return visit(limits.tag_bytes);
  if (name == "field-bytes") return visit(limits.field_bytes);
  if (name == "attachment-bytes") return visit(limits.attachment_bytes);
  if (name == "columns") return visit(limits.columns);
  if (name == "number-digits") return visit(limits.number_digits);
  if (name == "unpack-ratio") return visit(limits.unpack_ratio);
  if (name == "archive-members") return visit(limits.archive_members);
  if (name == "archive-bytes") return visit(limits.archive_bytes);
  return false;
}

}  // namespace

const std::vector<std::string>& limit_names() {
  static const std::vector<std::string> names{
      "stream-bytes",     "tree-bytes", "yaml-bytes",    "tree-nodes",   "entries",         "cells",
      "json-depth",       "yaml-depth", "xml-depth",     "attributes",   "tag-bytes",       "field-bytes",
      "attachment-bytes", "columns",    "number-digits", "unpack-ratio", "archive-members", "archive-bytes"};
  return names;
}

void set_limit(Limits& limits, std::string_view name, std::string_view value) {
  const auto assign = [&](auto& field) {
    std::remove_reference_t<decltype(field)> parsed = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), parsed);
    if (error != std::errc{} || end != value.data() + value.size() || parsed == 0)
      throw UsageError("reading limit '" + std::string(name) + "' needs a whole number above 0, found '" +
                       std::string(value) + "'");
    if (name.size() > 6 && name.substr(name.size() - 6) == "-depth" && parsed > deepest)
      throw UsageError("reading limit '" + std::string(name) + "' cannot be raised over " + std::to_string(deepest));
    field = parsed;
    return true;
  };
  if (visit_limit(limits, name, assign)) return;
  const std::string near = nearest(name, limit_names());
  throw UsageError("unknown reading limit '" + std::string(name) + "'" +
                   (near.empty() ? std::string() : " (did you mean '" + near + "'?)"));
}

InputError over_limit(std::string_view name, std::uint64_t limit, Location location, std::string_view what) {
  return InputError("limit." + std::string(name), std::move(location),
                    std::string(what) + " over the limit of " + std::to_string(limit) +
                        " (raise it with --read-limit " + std::string(name) + "=N)");
}

void refuse_over_limit(std::string_view name, std::uint64_t limit, Location location, std::string_view what) {
  throw over_limit(name, limit, std::move(location), what);
}

}  // namespace crosswalk::syntax
