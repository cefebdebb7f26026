// SPDX-License-Identifier: Apache-2.0
#include "mappers/gaps/gaps.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "mappers/competencies/entry_names.hpp"
#include "mappers/gaps/nearness.hpp"

namespace crosswalk::gaps {
namespace {

using coverage::Bearing;
using coverage::Claim;
using coverage::ClaimSet;

// Competencies as one number each: entries of the framework first, then whatever else is named.
class Places {
 public:
  explicit Places(const CompetencyFramework* framework)
      : entries_(framework == nullptr ? 0 : static_cast<std::uint32_t>(framework->entries.size())) {
    if (framework != nullptr) names_.emplace(*framework);
  }
  std::uint32_t of(const std::string& written) {
    if (names_)
      if (const auto found = names_->find_or_labelled(written)) return *found;
    return others_.emplace(written, entries_ + static_cast<std::uint32_t>(others_.size())).first->second;
  }
  [[nodiscard]] bool is_entry(std::uint32_t place) const { return place < entries_; }

 private:
  std::uint32_t entries_;
  std::optional<competencies::EntryNames> names_;
  std::unordered_map<std::string, std::uint32_t> others_;
};

const CompetencyFramework& nothing() {
  static const CompetencyFramework empty;
  return empty;
}

using ByPlace = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;

class Audit {
 public:
  Audit(const ClaimSet& record, const Target& target, const CompetencyFramework* framework, const ClaimSet& offerings,
        const Options& options)
      : record_(record),
        target_(target),
        framework_(framework),
        offerings_(offerings),
        options_(options),
        places_(framework),
        hierarchy_(framework == nullptr ? nothing() : *framework),
        walk_(hierarchy_.size()) {}

  Gaps run() {
    for (std::uint32_t i = 0; i < record_.claims.size(); ++i)
      held_[places_.of(record_.claims[i].competency)].push_back(i);
    for (std::uint32_t i = 0; i < offerings_.claims.size(); ++i)
      offered_[places_.of(offerings_.claims[i].competency)].push_back(i);
    std::optional<Nearness> nearness;
    if (framework_ != nullptr) nearness.emplace(*framework_, hierarchy_, certain(), options_.stop_words);
    for (std::uint32_t i = 0; i < target_.demands.size(); ++i) out_.findings.push_back(find(i, nearness));
    plan();
    note_unresolved();
    conclude();
    return std::move(out_);
  }

 private:
  // Entries held in full, whatever their level.
  [[nodiscard]] std::vector<std::uint32_t> certain() const {
    std::vector<std::uint32_t> out;
    for (const auto& [place, claims] : held_)
      if (places_.is_entry(place) && has(claims, Bearing::full)) out.push_back(place);
    std::ranges::sort(out);
    return out;
  }
  [[nodiscard]] bool has(const std::vector<std::uint32_t>& claims, Bearing bearing) const {
    return std::ranges::any_of(
        claims, [&](std::uint32_t i) { return !record_.claims[i].denied && record_.claims[i].bearing == bearing; });
  }
  [[nodiscard]] const std::vector<std::uint32_t>& claims_at(const ByPlace& where, std::uint32_t place) const {
    static const std::vector<std::uint32_t> none;
    const auto found = where.find(place);
    return found == where.end() ? none : found->second;
  }

  Finding find(std::uint32_t i, std::optional<Nearness>& nearness) {
    const Demand& demand = target_.demands[i];
    Finding out;
    out.demand = i;
    const std::uint32_t place = places_.of(demand.competency);
    if (places_.is_entry(place)) out.entry = place;
    out.claims = claims_at(held_, place);
    judge(out, demand);
    if (out.state == State::missing && out.entry) look_around(out);
    if (out.state == State::held) return out;
    if (out.entry && nearness) add_nearest(out, *nearness);
    add_closing(out, place);
    return out;
  }

  // By the claims on the competency itself.
  void judge(Finding& out, const Demand& demand) const {
    bool denied = false;
    std::optional<double> best;
    for (const std::uint32_t i : out.claims) {
      const Claim& claim = record_.claims[i];
      denied = denied || claim.denied;
      if (!claim.denied && claim.bearing == Bearing::full && claim.level)
        best = std::max(best.value_or(*claim.level), *claim.level);
    }
    const bool full = has(out.claims, Bearing::full), part = has(out.claims, Bearing::part);
    if (denied)
      out.state = full || part || has(out.claims, Bearing::open) ? State::unknown : State::missing;
    else if (full)
      out.state = demand.level && best && *best < *demand.level ? State::below : State::held;
    else if (part)
      out.state = State::partial;
    else if (has(out.claims, Bearing::open))
      out.state = State::unknown;
    out.level_stated = out.state != State::held || !demand.level || best.has_value();
  }

  // Something narrower held is a part of it; something narrower that is open, or something broader, leaves it unknown.
  void look_around(Finding& out) {
    const auto collect = [&](const graph::View& view, bool open, State state) {
      std::vector<std::uint32_t> found;
      for (const graph::Node node : walk_.from(view, *out.entry))
        for (const std::uint32_t i : claims_at(held_, node))
          if (!record_.claims[i].denied && (record_.claims[i].bearing == Bearing::open) == open) found.push_back(i);
      if (found.empty()) return false;
      std::ranges::sort(found);
      out.claims.insert(out.claims.end(), found.begin(), found.end());
      out.state = state;
      return true;
    };
    if (collect(hierarchy_.down(), false, State::partial) || collect(hierarchy_.up(), false, State::unknown)) return;
    collect(hierarchy_.down(), true, State::unknown);
  }

  [[nodiscard]] std::vector<std::uint32_t> holders(std::uint32_t entry) const {
    std::set<std::uint32_t> items;
    for (const std::uint32_t i : claims_at(held_, entry))
      if (record_.claims[i].bearing == Bearing::full && !record_.claims[i].denied) items.insert(record_.claims[i].item);
    return {items.begin(), items.end()};
  }

  void add_nearest(Finding& out, Nearness& nearness) const {
    const auto name_of = [&](graph::Node node) {
      return node < hierarchy_.entries() ? std::string(framework_->entries[node].label()) : hierarchy_.absent(node);
    };
    const auto kin = nearness.kin(*out.entry, options_.most_steps);
    if (kin && kin->entry != *out.entry) {
      const std::string relation = kin->common == *out.entry   ? "narrower"
                                   : kin->common == kin->entry ? "broader"
                                                               : "beside it under " + name_of(kin->common);
      const Competency& entry = framework_->entries[kin->entry];
      out.nearest.push_back({entry.id, std::string(entry.label()), relation, kin->steps, 0, holders(kin->entry)});
    }
    const auto alike = nearness.alike(*out.entry, options_.least_similarity);
    if (alike && alike->entry != *out.entry && !(kin && kin->entry == alike->entry)) {
      const Competency& entry = framework_->entries[alike->entry];
      out.nearest.push_back(
          {entry.id, std::string(entry.label()), "similar words", 0, alike->similarity, holders(alike->entry)});
    }
  }

  void add_closing(Finding& out, std::uint32_t place) const {
    std::unordered_map<std::uint32_t, bool> parts;
    for (const std::uint32_t i : claims_at(offered_, place)) {
      const Claim& claim = offerings_.claims[i];
      if (claim.denied || claim.bearing == Bearing::open) continue;
      const auto [at, fresh] = parts.emplace(claim.item, claim.bearing == Bearing::part);
      if (!fresh) at->second = at->second && claim.bearing == Bearing::part;
    }
    for (const auto& [item, part] : parts) out.closing.push_back({item, part});
    std::ranges::sort(out.closing, [&](const Closing& a, const Closing& b) {
      if (a.part != b.part) return b.part;
      return offerings_.items[a.item].id < offerings_.items[b.item].id;
    });
  }

  // Takes in turn the offering that closes most essential demands still open, then most optional ones.
  void plan() {
    std::vector<std::vector<std::uint32_t>> closes(offerings_.items.size());
    std::set<std::uint32_t> open;
    for (const Finding& finding : out_.findings) {
      if (finding.state == State::held) continue;
      bool any = false;
      for (const Closing& closing : finding.closing)
        if (!closing.part) closes[closing.item].push_back(finding.demand), any = true;
      if (any)
        open.insert(finding.demand);
      else if (target_.demands[finding.demand].essential)
        out_.beyond_offer.push_back(finding.demand);
    }
    while (!open.empty()) take_best(closes, open);
  }

  void take_best(const std::vector<std::vector<std::uint32_t>>& closes, std::set<std::uint32_t>& open) {
    std::uint32_t best = 0;
    std::pair<std::size_t, std::size_t> most{0, 0};
    for (std::uint32_t item = 0; item < closes.size(); ++item) {
      std::pair<std::size_t, std::size_t> count{0, 0};
      for (const std::uint32_t demand : closes[item])
        if (open.contains(demand)) ++(target_.demands[demand].essential ? count.first : count.second);
      if (count > most ||
          (count == most && count.first + count.second > 0 && offerings_.items[item].id < offerings_.items[best].id)) {
        best = item;
        most = count;
      }
    }
    Step step{best, {}};
    for (const std::uint32_t demand : closes[best])
      if (open.erase(demand) > 0) step.closes.push_back(demand);
    out_.steps.push_back(std::move(step));
  }

  void note_unresolved() {
    std::set<std::uint32_t> demanded;
    for (const Demand& demand : target_.demands) demanded.insert(places_.of(demand.competency));
    std::set<std::string> out;
    for (const Claim& claim : record_.claims) {
      const std::uint32_t place = places_.of(claim.competency);
      if (!places_.is_entry(place) && !demanded.contains(place)) out.insert(claim.competency);
    }
    out_.unresolved.assign(out.begin(), out.end());
  }

  void conclude() {
    std::size_t lacking = 0, open = 0;
    for (const Finding& finding : out_.findings) {
      if (!target_.demands[finding.demand].essential) continue;
      if (finding.state == State::missing || finding.state == State::below)
        ++lacking;
      else if (finding.state != State::held || !finding.level_stated)
        ++open;
    }
    if (target_.demands.empty())
      out_.satisfied = Truth(Unknown::missing_attribute, "the target states no competencies");
    else if (lacking == 0 && open == 0)
      out_.satisfied = Truth(true);
    else if (lacking > 0 && record_.silent.empty())
      out_.satisfied = Truth(false);
    else if (lacking > 0)
      out_.satisfied = Truth(Unknown::missing_attribute, std::to_string(record_.silent.size()) +
                                                             " items of the record do not say what they stand for");
    else
      out_.satisfied = Truth(Unknown::needs_person, std::to_string(open) + " essential demands are open");
  }

  const ClaimSet& record_;
  const Target& target_;
  const CompetencyFramework* framework_;
  const ClaimSet& offerings_;
  const Options& options_;
  Places places_;
  competencies::Hierarchy hierarchy_;
  competencies::Walk walk_;
  ByPlace held_, offered_;
  Gaps out_;
};

}  // namespace

std::string_view name(State state) {
  switch (state) {
    case State::held:
      return "held";
    case State::below:
      return "below";
    case State::partial:
      return "partial";
    case State::unknown:
      return "unknown";
    case State::missing:
      return "missing";
  }
  return {};
}

Gaps find_gaps(const ClaimSet& record, const Target& target, const CompetencyFramework* framework,
               const ClaimSet& offerings, const Options& options) {
  return Audit(record, target, framework, offerings, options).run();
}

}  // namespace crosswalk::gaps
