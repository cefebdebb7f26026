// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/aim.hpp"

#include "frameworks/formats/crosswalk_yaml/fields.hpp"

namespace crosswalk::formats {
namespace {

void read_level(RecognitionAim& aim, Fields& fields) {
  const std::string level = fields.text("level");
  if (level.empty()) return;
  const auto slash = level.find('/');
  if (slash == std::string::npos)
    fields.refuse(*fields.find("level"), "yaml.value", "level is like EQF/6, found '" + level + "'");
  aim.level_scheme = level.substr(0, slash);
  aim.level = level.substr(slash + 1);
}

void read_workload(RecognitionAim& aim, Fields& fields) {
  const std::string text = fields.text("workload");
  if (text.empty()) return;
  const auto blank = text.find(' ');
  const auto amount = Rational::parse(text.substr(0, blank));
  if (!amount || blank == std::string::npos)
    fields.refuse(*fields.find("workload"), "yaml.value", "workload is like '180 ECTS', found '" + text + "'");
  aim.workload = Credit{*amount, text.substr(blank + 1)};
}

}  // namespace

RecognitionAim read_aim(const syntax::Node& node, std::string_view file) {
  Fields fields(node, file, "aim");
  const std::string kind = fields.need_text("crosswalk");
  if (kind != "aim/1")
    fields.refuse(*fields.find("crosswalk"), "yaml.kind", "this is '" + kind + "', an aim is 'aim/1'");
  RecognitionAim aim;
  aim.purpose = fields.need_text("purpose");
  aim.qualification = fields.text("qualification");
  read_level(aim, fields);
  aim.levels_below = fields.texts("levels-below");
  read_workload(aim, fields);
  aim.workload_share = fields.number("near-enough").value_or(1);
  aim.bodies = fields.texts("bodies");
  aim.fields = fields.texts("fields");
  aim.outcomes = fields.texts("outcomes");
  aim.source = fields.source("source");
  fields.finish();
  return aim;
}

}  // namespace crosswalk::formats
