// SPDX-License-Identifier: Apache-2.0
#include "mappers/coverage/claims.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace crosswalk::coverage {
namespace {

constexpr std::string_view ctdl = "purl.org/ctdl/terms/";
constexpr std::string_view semapv = "https://w3id.org/semapv/vocab/";

bool says(std::string_view predicate, std::string_view word) {
  const std::size_t at = predicate.find(ctdl);
  if (at != std::string_view::npos) return predicate.substr(at + ctdl.size()) == word;
  return predicate.starts_with("ceterms:") && predicate.substr(8) == word;
}

// A person looked at it: curation, review, or no justification named.
bool curated(const Mapping& mapping) {
  std::string_view why = mapping.justification;
  if (why.starts_with(semapv)) why.remove_prefix(semapv.size());
  if (why.starts_with("semapv:")) why.remove_prefix(7);
  return why.empty() || why == "ManualMappingCuration" || why == "MappingReview";
}

Reading by_relation(const Mapping& mapping) {
  for (const std::string_view word : {"teaches", "assesses"})
    if (says(mapping.predicate_id, word)) return {Bearing::full, std::string(word), {}};
  const Relation relation = relation_of(mapping.predicate_id);
  Reading out{Bearing::open, std::string(name(relation)), {}};
  if (relation == Relation::exact || relation == Relation::narrow)
    out.bearing = Bearing::full;
  else if (relation == Relation::broad)
    out.bearing = Bearing::part;
  else
    out.why_open = "the mapping says no more than " + out.relation;
  return out;
}

std::uint32_t item_of(ClaimSet& set, std::unordered_map<std::string, std::uint32_t>& places, Item item) {
  const auto [at, fresh] = places.emplace(item.id, static_cast<std::uint32_t>(set.items.size()));
  if (fresh) set.items.push_back(std::move(item));
  return at->second;
}

std::unordered_map<std::string, std::uint32_t> places_of(const ClaimSet& set) {
  std::unordered_map<std::string, std::uint32_t> out;
  for (std::uint32_t i = 0; i < set.items.size(); ++i) out.emplace(set.items[i].id, i);
  return out;
}

std::optional<double> level_of(const Mapping& mapping) {
  const std::string_view text = mapping.slot("level");
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

template <class List>
void claim_outcomes(ClaimSet& into, std::uint32_t item, const List& outcomes, const Claim& like) {
  for (const std::string& outcome : outcomes) {
    Claim claim = like;
    claim.item = item;
    claim.competency = outcome;
    into.claims.push_back(std::move(claim));
  }
}

// A mapping seen from the side a claim is led on from.
struct Onward {
  const MappingSet* set;
  const Mapping* mapping;
  bool backwards;
};

Reading read_onward(const Onward& onward, const ClaimOptions& options) {
  if (!onward.backwards) return read_mapping(*onward.set, *onward.mapping, options);
  Mapping turned = *onward.mapping;
  const Relation relation = inverse(relation_of(turned.predicate_id));
  if (relation != Relation::other) turned.predicate_id = predicate_of(relation);
  return read_mapping(*onward.set, turned, options);
}

}  // namespace

std::string_view name(Bearing bearing) {
  switch (bearing) {
    case Bearing::full:
      return "full";
    case Bearing::part:
      return "part";
    case Bearing::open:
      return "open";
  }
  return {};
}

Reading read_mapping(const MappingSet&, const Mapping& mapping, const ClaimOptions& options) {
  Reading out = by_relation(mapping);
  if (out.bearing == Bearing::open || curated(mapping)) return out;
  const double sure = confidence_of(mapping);
  if (options.accept && sure >= *options.accept) return out;
  out.bearing = Bearing::open;
  out.why_open = "suggested, not decided";
  return out;
}

void add_claims(ClaimSet& into, const Catalogue& catalogue, const std::string& document) {
  auto places = places_of(into);
  const Claim like{0, {}, Bearing::full, false, "outcome", {}, {}, {}, {}, document};
  for (const Offering& offering : catalogue.offerings) {
    std::string id = offering.code.empty() ? offering.id.text : to_string(offering.code);
    const std::uint32_t item =
        item_of(into, places, {std::move(id), std::string(offering.title.text()), offering.provider.text});
    claim_outcomes(into, item, offering.outcomes, like);
    if (offering.outcomes.empty()) into.silent.push_back(item);
  }
}

void add_claims(ClaimSet& into, const LearnerRecord& record, const std::string& document) {
  auto places = places_of(into);
  for (const Attempt& attempt : record.attempts) {
    const bool coming = attempt.status == Status::in_progress || attempt.status == Status::planned;
    if (!attempt.achieved() && !coming) continue;
    Claim like{0, {}, Bearing::full, false, "outcome", {}, {}, {}, {}, document};
    if (coming) {
      like.bearing = Bearing::open;
      like.why_open = attempt.status == Status::planned ? "planned" : "in progress";
    }
    std::string id = attempt.code.empty() ? attempt.id.text : to_string(attempt.code);
    const std::uint32_t item = item_of(
        into, places, {std::move(id), std::string(attempt.title.text()), attempt.institution.text, like.why_open});
    claim_outcomes(into, item, attempt.outcomes, like);
    if (attempt.outcomes.empty()) into.silent.push_back(item);
  }
}

void add_claims(ClaimSet& into, const MappingSet& set, const std::string& document, const ClaimOptions& options) {
  auto places = places_of(into);
  for (const Mapping& mapping : set.mappings) {
    Reading reading = read_mapping(set, mapping, options);
    Claim claim;
    claim.item = item_of(into, places, {mapping.subject_id, mapping.subject_label, {}});
    claim.competency = mapping.object_id;
    claim.bearing = reading.bearing;
    claim.denied = mapping.negated;
    claim.relation = std::move(reading.relation);
    claim.why_open = std::move(reading.why_open);
    claim.confidence = mapping.confidence;
    claim.level = level_of(mapping);
    claim.document = document;
    into.claims.push_back(std::move(claim));
  }
}

void lend(ClaimSet& into, const ClaimSet& courses) {
  std::unordered_map<std::string_view, std::uint32_t> place;
  for (std::uint32_t i = 0; i < courses.items.size(); ++i) place.emplace(courses.items[i].id, i);
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> borrowers;  // by item of `courses`
  std::vector<std::uint32_t> still_silent;
  for (const std::uint32_t item : into.silent) {
    const auto found = place.find(into.items[item].id);
    if (found == place.end() || std::ranges::find(courses.silent, found->second) != courses.silent.end())
      still_silent.push_back(item);
    else
      borrowers[found->second].push_back(item);
  }
  for (const Claim& claim : courses.claims) {
    const auto found = borrowers.find(claim.item);
    if (found == borrowers.end()) continue;
    for (const std::uint32_t item : found->second) {
      Claim lent = claim;
      lent.item = item;
      if (!into.items[item].coming.empty() && !lent.denied) {
        lent.bearing = Bearing::open;
        lent.why_open = into.items[item].coming;
      }
      into.claims.push_back(std::move(lent));
    }
  }
  into.silent = std::move(still_silent);
}

void lead_on(ClaimSet& claims, std::span<const MappingSet> mappings, const ClaimOptions& options) {
  std::vector<Onward> in_order;
  for (const MappingSet& set : mappings)
    for (const Mapping& mapping : set.mappings) {
      if (mapping.negated) continue;
      in_order.push_back({&set, &mapping, false});
      in_order.push_back({&set, &mapping, true});
    }
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> from;
  for (std::uint32_t i = 0; i < in_order.size(); ++i)
    from[in_order[i].backwards ? in_order[i].mapping->object_id : in_order[i].mapping->subject_id].push_back(i);
  const std::size_t direct = claims.claims.size();
  for (std::size_t i = 0; i < direct; ++i) {
    const auto found = from.find(claims.claims[i].competency);
    if (found == from.end()) continue;
    for (const std::uint32_t place : found->second) {
      Claim led = claims.claims[i];
      const Onward& step = in_order[place];
      Reading reading = read_onward(step, options);
      led.through = led.competency;
      led.competency = step.backwards ? step.mapping->subject_id : step.mapping->object_id;
      led.relation += ", " + reading.relation;
      if (reading.bearing > led.bearing) led.bearing = reading.bearing;
      if (led.why_open.empty()) led.why_open = reading.why_open;
      if (step.mapping->confidence) led.confidence = led.confidence.value_or(1.0) * *step.mapping->confidence;
      claims.claims.push_back(std::move(led));
    }
  }
}

}  // namespace crosswalk::coverage
