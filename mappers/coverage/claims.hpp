// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/learner_record.hpp"
#include "lib/model/mapping.hpp"
#include "lib/model/offering.hpp"

namespace crosswalk::coverage {

// What a claim says of the competency it names.
enum class Bearing {
  full,  // the whole of it is taught, assessed or held
  part,  // a part of it: what was mapped is narrower
  open   // cannot be known from it: suggested only, in progress, merely related
};
[[nodiscard]] std::string_view name(Bearing bearing);

// Who claims: a course, a credential, an attempt of a learner.
struct Item {
  std::string id;
  std::string title;
  std::string provider;
  std::string coming{};  // "in progress", "planned": nothing it claims is certain yet; empty: it counts
  bool operator==(const Item&) const = default;
};

struct Claim {
  std::uint32_t item = 0;  // in ClaimSet::items
  std::string competency;  // as written
  Bearing bearing = Bearing::full;
  bool denied = false;   // the source says that it does NOT
  std::string relation;  // "outcome", "teaches", "exact", "broad", ...
  std::optional<double> confidence;
  std::string why_open;         // only with Bearing::open
  std::string through;          // the item's own outcome that a mapping led from; empty where the claim is direct
  std::optional<double> level;  // of mastery on the competency's own scale, where stated
  std::string document;
  bool operator==(const Claim&) const = default;
};

struct ClaimSet {
  std::vector<Item> items;  // in order of first mention
  std::vector<Claim> claims;
  std::vector<std::uint32_t> silent;  // items that state no competency at all: nothing can be concluded from them
};

struct ClaimOptions {
  // Mappings nobody curated count as claims from this confidence on; absent: never, they stay open.
  std::optional<double> accept;
};

// Every offering is an item, each of its outcomes a full claim.
void add_claims(ClaimSet& into, const Catalogue& catalogue, const std::string& document);
// Achieved attempts claim in full, attempts in progress and planned ones leave open; others claim nothing.
void add_claims(ClaimSet& into, const LearnerRecord& record, const std::string& document);
// Subjects are items, objects what they claim. ceterms:teaches and assesses and skos exact and narrow (the object is
// the narrower) claim in full, broad in part, all others leave open. A set nobody curated claims by ClaimOptions.
void add_claims(ClaimSet& into, const MappingSet& set, const std::string& document, const ClaimOptions& options);

// Claims on entries of other frameworks are led on: an outcome `x` of an item, and a mapping x -> y (or y -> x read
// backwards), make a claim on y. The weaker of the two bearings holds, confidences multiply.
void lead_on(ClaimSet& claims, std::span<const MappingSet> mappings, const ClaimOptions& options);

// Items of `into` that state nothing themselves are lent what `courses` claims of the course of the same identifier: a
// record names courses, a table what they teach.
void lend(ClaimSet& into, const ClaimSet& courses);

// The one place where a mapping becomes a bearing; absent where it is a denial of something that would not count.
struct Reading {
  Bearing bearing = Bearing::open;
  std::string relation;
  std::string why_open;
};
[[nodiscard]] Reading read_mapping(const MappingSet& set, const Mapping& mapping, const ClaimOptions& options);

}  // namespace crosswalk::coverage
