// SPDX-License-Identifier: Apache-2.0
#include "lib/model/referencing.hpp"

#include <array>

namespace crosswalk {
namespace {

template <class Enumerator, std::size_t size>
std::optional<Enumerator> by_name(std::string_view word, const std::array<Enumerator, size>& all) {
  for (const Enumerator each : all)
    if (name(each) == word) return each;
  return std::nullopt;
}

std::string side(const LevelRef& ref) { return ref.level.empty() ? ref.framework.text : to_string(ref); }

}  // namespace

std::string_view name(LevelRelation relation) {
  switch (relation) {
    case LevelRelation::exact:
      return "exact";
    case LevelRelation::best_fit:
      return "best_fit";
    case LevelRelation::partial:
      return "partial";
    case LevelRelation::spans:
      return "spans";
    case LevelRelation::none:
      return "none";
  }
  return "none";
}

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::in_force:
      return "in-force";
    case Standing::historic:
      return "historic";
    case Standing::superseded:
      return "superseded";
    case Standing::draft:
      return "draft";
    case Standing::not_usable:
      return "not-usable";
  }
  return "not-usable";
}

std::optional<LevelRelation> level_relation(std::string_view word) {
  return by_name(word, std::array{LevelRelation::exact, LevelRelation::best_fit, LevelRelation::partial,
                                  LevelRelation::spans, LevelRelation::none});
}

std::optional<Standing> standing(std::string_view word) {
  return by_name(word, std::array{Standing::in_force, Standing::historic, Standing::superseded, Standing::draft,
                                  Standing::not_usable});
}

std::string referencing_id(const Referencing& row) {
  return side(row.from) + ">" + side(row.to) + (row.document.empty() ? "" : "@" + row.document);
}

}  // namespace crosswalk
