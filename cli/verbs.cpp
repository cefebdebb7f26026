// SPDX-License-Identifier: Apache-2.0
#include "cli/verb.hpp"

namespace crosswalk::cli {

const std::vector<VerbEntry>& verbs() {
  static const std::vector<VerbEntry> list{};
  return list;
}

}  // namespace crosswalk::cli
