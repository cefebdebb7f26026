// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/award.hpp"

#include "frameworks/formats/crosswalk_yaml/fields.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

constexpr AwardKind kinds[] = {AwardKind::course,       AwardKind::block,     AwardKind::elective, AwardKind::exemption,
                               AwardKind::subject_only, AwardKind::unit_only, AwardKind::review,   AwardKind::none};

// Kinds that need no code: a word is enough.
bool is_word(AwardKind kind) {
  return kind == AwardKind::elective || kind == AwardKind::unit_only || kind == AwardKind::review ||
         kind == AwardKind::none || kind == AwardKind::block;
}

void read_kind(Award& award, Fields& fields) {
  int given = 0;
  for (const AwardKind kind : kinds) {
    const Node* found = fields.find(name(kind));
    if (found == nullptr) continue;
    ++given;
    award.kind = kind;
    if (found->kind() == Node::Kind::boolean && is_word(kind)) {
      if (!found->truth()) fields.refuse(*found, "yaml.value", std::string(name(kind)) + " is a code or true");
      continue;
    }
    award.course = CourseCode::parse(fields.need_text(name(kind)));
  }
  if (given != 1)
    fields.refuse(
        fields.node(), "rules.award-kind",
        "an award has exactly one of course, block, elective, exemption, subject-only, unit-only, review, none");
}

void read_attributes(Award& award, Fields& fields) {
  const Node* found = fields.find("attributes");
  if (found == nullptr) return;
  if (!found->is_mapping()) fields.refuse(*found, "yaml.expected", "attributes is a mapping of names to values");
  for (const auto& [key, value] : found->members()) {
    if (!value.is_scalar()) fields.refuse(value, "yaml.expected", "attribute '" + key + "' is one value");
    award.attributes.emplace(key, value.text());
  }
}

std::optional<Award> from_word(const std::string& text) {
  const auto kind = award_kind(text);
  if (!kind || !is_word(*kind)) return {};
  Award award;
  award.kind = *kind;
  return award;
}

void check_amounts(const Award& award, Fields& fields) {
  if (award.credits && award.credits->sign() < 0)
    fields.refuse(*fields.find("credits"), "rules.amount", "credits are not negative, found " + fields.text("credits"));
  if (award.credits && award.share)
    fields.refuse(fields.node(), "rules.amount", "an award states credits or a share, not both");
  if (award.share && (award.share->sign() < 0 || *award.share > Rational(1)))
    fields.refuse(*fields.find("share"), "rules.amount",
                  "a share is between 0 and 1 like 1/2, found " + fields.text("share"));
}

bool only_code(const Award& award) {
  Award plain;
  plain.kind = award.kind;
  plain.course = award.course;
  return plain == award;
}

}  // namespace

Award read_award(const Node& node, std::string_view file) {
  if (node.is_scalar() && !node.is_null()) {
    if (auto word = from_word(node.text())) return *word;
    Award award;
    award.course = CourseCode::parse(node.text());
    if (award.course.empty()) refuse(node, file, "yaml.missing", "an award names a course");
    return award;
  }
  Fields fields(node, file, "award");
  Award award;
  read_kind(award, fields);
  award.title = fields.text("title");
  award.credits = fields.number("credits");
  award.share = fields.number("share");
  award.level = fields.text("level");
  award.effective_level = fields.text("effective-level");
  award.area = fields.text("area");
  award.satisfies = fields.text("satisfies");
  read_attributes(award, fields);
  check_amounts(award, fields);
  fields.finish();
  return award;
}

Node write_award(const Award& award) {
  const std::string code = to_string(award.course);
  if (only_code(award) && (award.kind == AwardKind::course || code.empty())) {
    Node word(award.kind == AwardKind::course ? code : std::string(name(award.kind)));
    if (!(award.kind == AwardKind::course && award_kind(code)) && read_award(word, {}) == award) return word;
  }
  Node out = Node::mapping();
  out.set(std::string(name(award.kind)), code.empty() ? Node("true", Node::Kind::boolean) : Node(code));
  put(out, "title", award.title);
  put(out, "credits", award.credits);
  put(out, "share", award.share);
  put(out, "level", award.level);
  put(out, "effective-level", award.effective_level);
  put(out, "area", award.area);
  put(out, "satisfies", award.satisfies);
  if (!award.attributes.empty()) {
    Node& attributes = out.set("attributes", Node::mapping());
    for (const auto& [key, value] : award.attributes) attributes.set(key, Node(value));
  }
  return out;
}

}  // namespace crosswalk::formats
