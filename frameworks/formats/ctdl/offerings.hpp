// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/ctdl/statements.hpp"
#include "lib/model/offering.hpp"

namespace crosswalk::formats::ctdl {

// Credentials, learning opportunities, assessments and pathway components as offerings, and the organisations that own
// them. Findings: ctdl.two-things (one IRI of two classes), ctdl.two-labels (two names in one language), ctdl.date,
// ctdl.credit, ctdl.credit-range, ctdl.credit-without-unit, ctdl.duration.
class OfferingBuilder {
 public:
  explicit OfferingBuilder(Statements& statements) : statements_(statements) {}

  [[nodiscard]] Catalogue build();

  // Values that transfer value profiles state as well.
  std::vector<StatedCredit> credits(const Resource& resource, std::initializer_list<std::string_view> properties);
  std::string code(const Resource& resource);  // coded notation, course code or identifier; empty where it has none
  InstitutionId owner(const Resource& resource);
  std::vector<StatedLevel> levels(const Resource& resource, std::initializer_list<std::string_view> properties);

 private:
  Offering offering(const Resource& resource, OfferingKind kind);
  Institution organisation(const Resource& resource);
  void read_identity(const Resource& resource, Offering& offering);
  void read_size(const Resource& resource, Offering& offering);
  void read_content(const Resource& resource, Offering& offering);
  void read_prerequisites(const Resource& resource, Offering& offering);
  void read_condition_profile(const Resource& profile, Offering& offering);
  void read_relations(const Resource& resource, Offering& offering);
  void read_cost(const Resource& resource, Offering& offering);
  void note_two_things(const Resource& resource);
  void keep(const Resource& resource, std::initializer_list<std::string_view> properties, std::string_view as,
            Offering& offering);
  std::optional<StatedCredit> credit(const Resource& profile);

  Statements& statements_;
};

}  // namespace crosswalk::formats::ctdl
