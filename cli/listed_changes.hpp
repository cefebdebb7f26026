// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "lib/store/body.hpp"
#include "lib/store/framework_fields.hpp"
#include "lib/store/record_fields.hpp"
#include "lib/store/rule_fields.hpp"
#include "mappers/editions/editions.hpp"

namespace crosswalk::cli {

// The members of two model values that differ, each as the one line the workspace keeps it in (texts without quotes).
// Where a value stood in its file and its own identifier are not compared, nor the members named in `skipped`.
template <class Value>
[[nodiscard]] std::vector<editions::FieldChange> listed_changes(const Value& before, const Value& after,
                                                                const std::vector<std::string_view>& skipped = {}) {
  std::vector<editions::FieldChange> out;
  const auto bare = [](std::string body) {
    return body.size() >= 2 && body.front() == '"' ? body.substr(1, body.size() - 2) : body;
  };
  const auto member = [&](const auto& field) {
    if (field.name == "where" || field.name == "id") return;
    for (const std::string_view each : skipped)
      if (each == field.name) return;
    if (before.*field.member == after.*field.member) return;
    out.push_back({std::string(field.name), bare(store::write_body(before.*field.member)),
                   bare(store::write_body(after.*field.member))});
  };
  std::apply([&](const auto&... field) { (member(field), ...); }, store::fields(store::Type<Value>{}));
  return out;
}

}  // namespace crosswalk::cli
