// SPDX-License-Identifier: Apache-2.0
#include "lib/model/substantial_difference.hpp"

namespace crosswalk {

std::string_view name(RecognitionElement element) {
  switch (element) {
    case RecognitionElement::level:
      return "level";
    case RecognitionElement::workload:
      return "workload";
    case RecognitionElement::quality:
      return "quality";
    case RecognitionElement::profile:
      return "profile";
    case RecognitionElement::outcomes:
      return "outcomes";
  }
  return {};
}

std::string_view name(Finding finding) {
  switch (finding) {
    case Finding::no:
      return "no";
    case Finding::yes:
      return "yes";
    case Finding::unknown:
      return "unknown";
  }
  return {};
}

std::string_view name(RecognitionAnswer answer) {
  switch (answer) {
    case RecognitionAnswer::recognise:
      return "recognise";
    case RecognitionAnswer::partial:
      return "partial";
    case RecognitionAnswer::not_recognised:
      return "not-recognised";
  }
  return {};
}

}  // namespace crosswalk
