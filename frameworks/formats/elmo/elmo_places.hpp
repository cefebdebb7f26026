// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace crosswalk::formats {

// Where in an ELMO document the reader stands: the elements that hold others.
enum class ElmoPlace : std::uint8_t {
  document,  // outside <elmo>
  elmo,
  learner,
  report,
  issuer,
  specification,  // learningOpportunitySpecification
  specifies,
  instance,  // learningOpportunityInstance
  has_part,
  credit,
  level,
  term,
  shortened_grading,
  distribution,
  grading_scheme,
  attachment,
  references,  // attachments: <ref> to attachments of the report
  report_status,
  supplement,  // diplomaSupplement and its sections
  recognition,
  recognition_result,
  text,  // an element that holds text only, named by its field
  skipped
};

// The text elements whose content reaches the model.
enum class ElmoField : std::uint8_t {
  none,
  generated_date,
  citizenship,
  identifier,
  given_names,
  family_name,
  full_name,
  birth,
  issue_date,
  country,
  title,
  url,
  type,
  subject_area,
  isced,
  start,
  date,
  end,
  status,
  grading_scheme_id,
  result,
  percentage,
  description,
  scheme,
  value,
  level,
  language,
  hours,
  content,
  reference,
  code,
  message
};

struct ElmoEntry {
  std::string_view name;
  ElmoPlace place = ElmoPlace::text;
  ElmoField field = ElmoField::none;
};

// What an element of that name is inside `parent`; null where the reader does not know it (it becomes loss). Covers the
// schemas 1.0.0 to 2.1.1 and the pre-1.0 form (http://purl.org/net/elmo).
[[nodiscard]] const ElmoEntry* elmo_entry(ElmoPlace parent, std::string_view name);

// The element's name, for loss paths.
[[nodiscard]] std::string_view name(ElmoPlace place);

}  // namespace crosswalk::formats
