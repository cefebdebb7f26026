// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "frameworks/facts/database.hpp"
#include "frameworks/facts/registry.hpp"

namespace crosswalk::tests {

// The facts this build compiled from data/, read once.
inline const facts::Registry& shipped() {
  static const facts::Registry registry = facts::Registry::open(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db");
  return registry;
}

}  // namespace crosswalk::tests
