// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/offerings/explore.hpp"

namespace crosswalk::offerings {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : lower(text) + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::move(word));
      word.clear();
    }
  }
  return out;
}

Truth not_stated(const char* what) { return {Unknown::missing_attribute, std::string(what) + " is not stated"}; }

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += text + '\n';
  return out;
}

// Every word somewhere; the title counts three times.
std::optional<std::uint32_t> weigh(const std::vector<std::string>& words, const Offering& offering) {
  const std::string title = lower(offering.title.text()) + ' ' + lower(name_of(offering));
  const std::string rest =
      lower(offering.description.text()) + '\n' + lower(joined(offering.subjects)) + lower(joined(offering.outcomes));
  std::uint32_t weight = 0;
  for (const std::string& word : words) {
    const bool in_title = title.find(word) != std::string::npos, elsewhere = rest.find(word) != std::string::npos;
    if (!in_title && !elsewhere) return {};
    weight += (in_title ? 3U : 0U) + (elsewhere ? 1U : 0U);
  }
  return weight;
}

Truth credits_fit(const Offering& offering, const Query& query) {
  if (!query.least_credits && !query.most_credits) return true;
  bool any = false;
  for (const StatedCredit& credit : offering.credits) {
    if (!query.system.empty() && credit.system != query.system) continue;
    any = true;
    if ((!query.least_credits || credit.amount >= *query.least_credits) &&
        (!query.most_credits || credit.amount <= *query.most_credits))
      return true;
  }
  if (any) return false;
  return offering.credits.empty() ? not_stated("credit") : not_stated(("credit in " + query.system).c_str());
}

Truth cost_fits(const Offering& offering, const Query& query) {
  if (!query.most_cost) return true;
  if (!offering.cost) return not_stated("cost");
  if (!query.most_cost->currency.empty() && offering.cost->currency != query.most_cost->currency)
    return {Unknown::no_conversion, "cost is stated in " + offering.cost->currency};
  return offering.cost->amount <= query.most_cost->amount;
}

Truth level_fits(const Offering& offering, const Query& query) {
  if (query.level.empty()) return true;
  if (offering.levels.empty()) return not_stated("level");
  return std::ranges::any_of(offering.levels, [&](const StatedLevel& level) {
    return lower(level.value) == lower(query.level) || lower(level.scheme + "/" + level.value) == lower(query.level);
  });
}

Truth time_fits(const Offering& offering, const Query& query) {
  Truth out(true);
  if (query.most_weeks)
    out = out &&
          (offering.duration_weeks ? Truth(*offering.duration_weeks <= *query.most_weeks) : not_stated("duration"));
  if (query.most_hours)
    out = out && (offering.workload ? Truth(offering.workload->high <= *query.most_hours) : not_stated("workload"));
  if (query.on) {
    const bool stated = offering.validity.from || offering.validity.until;
    out = out && (stated ? Truth(offering.validity.contains(*query.on)) : not_stated("when it is offered"));
  }
  return out;
}

Truth learning_fits(const Offering& offering, const Query& query) {
  Truth out(true);
  if (!query.outcomes.empty())
    out = offering.outcomes.empty() ? not_stated("what it teaches")
                                    : Truth(std::ranges::all_of(query.outcomes, [&](const std::string& wanted) {
                                        return std::ranges::find(offering.outcomes, wanted) != offering.outcomes.end();
                                      }));
  if (query.subject.empty()) return out;
  if (offering.subjects.empty()) return out && not_stated("subject");
  return out && Truth(std::ranges::any_of(offering.subjects, [&](const std::string& subject) {
           return lower(subject).starts_with(lower(query.subject));
         }));
}

Truth provider_fits(const Catalogue& catalogue, const Offering& offering, const Query& query) {
  if (query.provider.empty()) return true;
  const std::string wanted = lower(query.provider);
  return lower(offering.provider.text).find(wanted) != std::string::npos ||
         lower(provider_of(catalogue, offering)).find(wanted) != std::string::npos;
}

}  // namespace

std::vector<Match> search(std::span<const Catalogue> catalogues, const Query& query) {
  const std::vector<std::string> words = words_of(query.words);
  std::vector<Match> out;
  for (std::uint32_t c = 0; c < catalogues.size(); ++c)
    for (std::uint32_t i = 0; i < catalogues[c].offerings.size(); ++i) {
      const Offering& offering = catalogues[c].offerings[i];
      if (query.kind && offering.kind != *query.kind) continue;
      const auto weight = weigh(words, offering);
      if (!weight) continue;
      Truth fits = provider_fits(catalogues[c], offering, query) && level_fits(offering, query) &&
                   credits_fit(offering, query) && cost_fits(offering, query) && time_fits(offering, query) &&
                   learning_fits(offering, query);
      if (!fits.no()) out.push_back({c, i, std::move(fits), *weight});
    }
  std::ranges::sort(out, [&](const Match& a, const Match& b) {
    if (a.fits.yes() != b.fits.yes()) return a.fits.yes();
    if (a.weight != b.weight) return a.weight > b.weight;
    const std::string x = name_of(catalogues[a.catalogue].offerings[a.offering]);
    const std::string y = name_of(catalogues[b.catalogue].offerings[b.offering]);
    if (x != y) return x < y;
    return std::pair(a.catalogue, a.offering) < std::pair(b.catalogue, b.offering);
  });
  return out;
}

}  // namespace crosswalk::offerings
