// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "frameworks/formats/rdf/resources.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/offering.hpp"

// CTDL's classes and what they are here (credreg.net/ctdl/terms).
namespace crosswalk::formats::ctdl {

// Of credentials, learning opportunities, assessments and pathway components; nothing for other classes.
[[nodiscard]] std::optional<OfferingKind> offering_kind_of(std::string_view type);
[[nodiscard]] std::optional<OfferingKind> offering_kind_of(const rdf::Resource& resource);
[[nodiscard]] bool is_component(const rdf::Resource& resource);   // of a pathway
[[nodiscard]] bool is_credential(const rdf::Resource& resource);  // or a component that stands for one
[[nodiscard]] bool is_organisation(const rdf::Resource& resource);
[[nodiscard]] bool is_competency(const rdf::Resource& resource);  // or a framework, concept, task, role of work
[[nodiscard]] bool is_transfer_value(const rdf::Resource& resource);

// "audLevel:LowerDivisionLevel" is LowerDivisionLevel of audLevel; ".../scqf/levels/7" is 7 of ".../scqf/levels".
[[nodiscard]] StatedLevel stated_level(std::string_view level);
// The unit of a credit as it is named: "creditUnit:SemesterHours" is SemesterHours; an IRI without a last step is
// itself.
[[nodiscard]] std::string credit_unit(std::string_view unit);

}  // namespace crosswalk::formats::ctdl
