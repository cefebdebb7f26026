// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "mappers/offerings/explore.hpp"

namespace crosswalk::offerings {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "; ") + text;
  return out;
}

// Cost of one credit, of each system it states, to the hundredth.
std::string price(const Offering& offering) {
  if (!offering.cost) return {};
  std::string out;
  for (const StatedCredit& credit : offering.credits)
    if (credit.amount > Rational(0))
      out += (out.empty() ? "" : ", ") + decimal(offering.cost->amount / credit.amount, 2) + " " +
             offering.cost->currency + " a credit" + (credit.system.empty() ? "" : " of " + credit.system);
  return out;
}

std::string lapses(const Offering& offering) {
  return offering.credit_lapses_years ? "after " + to_string(*offering.credit_lapses_years) + " years" : "";
}

std::string validity(const Offering& offering) {
  return offering.validity.from || offering.validity.until ? to_string(offering.validity) : "";
}

Row row_of(std::string what, std::vector<std::string> values) {
  Row out{std::move(what), std::move(values), false, 0};
  std::set<std::string> stated;
  for (const std::string& value : out.values) {
    if (value.empty())
      ++out.silent;
    else
      stated.insert(value);
  }
  out.differs = stated.size() > 1;
  return out;
}

template <class Value>
Row row(std::string what, std::span<const Chosen> chosen, Value value) {
  std::vector<std::string> values;
  for (const Chosen& each : chosen) values.push_back(value(each));
  return row_of(std::move(what), std::move(values));
}

// Outcomes all share, and those only one of them has.
void add_outcomes(std::vector<Row>& out, std::span<const Chosen> chosen) {
  std::map<std::string, std::size_t> times;
  for (const Chosen& each : chosen)
    for (const std::string& outcome :
         std::set<std::string>(each.offering->outcomes.begin(), each.offering->outcomes.end()))
      ++times[outcome];
  const auto with = [&](const Chosen& each, auto test) {
    std::vector<std::string> found;
    for (const std::string& outcome : each.offering->outcomes)
      if (test(times[outcome])) found.push_back(outcome);
    return joined(found);
  };
  out.push_back(row("outcomes all have", chosen,
                    [&](const Chosen& each) { return with(each, [&](std::size_t n) { return n == chosen.size(); }); }));
  out.push_back(row("further outcomes", chosen,
                    [&](const Chosen& each) { return with(each, [&](std::size_t n) { return n < chosen.size(); }); }));
}

}  // namespace

std::vector<Row> compare(std::span<const Chosen> chosen) {
  std::vector<Row> out;
  const auto add = [&](const char* what, auto value) { out.push_back(row(what, chosen, value)); };
  add("provider", [](const Chosen& each) { return provider_of(*each.catalogue, *each.offering); });
  add("title", [](const Chosen& each) { return std::string(each.offering->title.text()); });
  add("kind", [](const Chosen& each) { return std::string(name(each.offering->kind)); });
  add("level", [](const Chosen& each) { return levels_of(*each.offering); });
  add("credits", [](const Chosen& each) { return credits_of(*each.offering); });
  add("workload", [](const Chosen& each) { return hours_of(*each.offering); });
  add("weeks", [](const Chosen& each) {
    return each.offering->duration_weeks ? to_string(*each.offering->duration_weeks) : std::string();
  });
  add("cost", [](const Chosen& each) { return cost_of(*each.offering); });
  add("price", [](const Chosen& each) { return price(*each.offering); });
  add("subjects", [](const Chosen& each) { return joined(each.offering->subjects); });
  add_outcomes(out, chosen);
  add("prerequisites", [](const Chosen& each) { return joined(each.offering->prerequisite_text); });
  add("terms", [](const Chosen& each) { return joined(each.offering->terms); });
  add("offered", [](const Chosen& each) { return validity(*each.offering); });
  add("credit lapses", [](const Chosen& each) { return lapses(*each.offering); });
  add("tags", [](const Chosen& each) { return joined(each.offering->tags); });
  std::set<std::string> attributes;
  for (const Chosen& each : chosen)
    for (const auto& [key, value] : each.offering->attributes) attributes.insert(key);
  for (const std::string& key : attributes)
    out.push_back(row(key, chosen, [&](const Chosen& each) {
      const auto found = each.offering->attributes.find(key);
      return found == each.offering->attributes.end() ? std::string() : found->second;
    }));
  std::erase_if(out, [&](const Row& each) { return each.silent == chosen.size(); });
  return out;
}

}  // namespace crosswalk::offerings
