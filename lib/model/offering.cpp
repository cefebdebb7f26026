// SPDX-License-Identifier: Apache-2.0
#include "lib/model/offering.hpp"

#include "lib/model/enumeration.hpp"

namespace crosswalk {
namespace {

constexpr Enumeration<OfferingKind, 8> kinds{{{{"course", OfferingKind::course},
                                               {"module", OfferingKind::module},
                                               {"micro-credential", OfferingKind::micro_credential},
                                               {"certificate", OfferingKind::certificate},
                                               {"programme", OfferingKind::programme},
                                               {"qualification", OfferingKind::qualification},
                                               {"exam", OfferingKind::exam},
                                               {"other", OfferingKind::other}}}};

}  // namespace

std::string_view name(OfferingKind kind) { return kinds.name(kind); }
std::optional<OfferingKind> offering_kind(std::string_view name) { return kinds.value(name); }

}  // namespace crosswalk
