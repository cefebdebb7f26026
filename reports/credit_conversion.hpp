// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "mappers/credits/convert.hpp"

namespace crosswalk::reports {

struct CreditConversionReport {
  const credits::CreditAnswer* answer = nullptr;
  std::string to;  // target system id
  std::string facts_version;
};

[[nodiscard]] std::string credit_conversion_text(const CreditConversionReport& report);
[[nodiscard]] std::string credit_conversion_json(const CreditConversionReport& report);
[[nodiscard]] std::string credit_conversion_csv(const CreditConversionReport& report);
[[nodiscard]] std::string credit_conversion_html(const CreditConversionReport& report);

}  // namespace crosswalk::reports
