// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/market.hpp"

#include <algorithm>
#include <set>

#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/market_offering.hpp"
#include "frameworks/formats/crosswalk_yaml/programme.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

// Reads the members of a market, leaving out those that cannot be read.
class Members {
 public:
  Members(std::string_view file, ReadResult<Market>& out) : file_(file), out_(out) {}

  void provider(const Node& node) {
    Fields fields(node, file_, "provider");
    Institution institution;
    institution.id.text = fields.need_text("id");
    if (const std::string title = fields.text("title"); !title.empty()) institution.title = LanguageText(title);
    institution.country = fields.text("country");
    fields.each("ids", [&](const Node& one) {
      Fields inner(one, file_, "identifier");
      institution.ids.push_back({inner.need_text("scheme"), inner.need_text("value")});
      inner.finish();
    });
    assumed(fields, institution.id.text);
    fields.finish();
    out_.value.catalogue.institutions.push_back(std::move(institution));
  }

  void offering(const Node& node) {
    try {
      Offering offering = read_offering(node, file_);
      if (!ids_.insert(offering.id.text).second)
        throw InputError("market.duplicate-id", syntax::at(node, file_),
                         "two offerings have the id '" + offering.id.text + "'; the later one is left out");
      if (const auto at = grades_.find(offering.provider.text); at != grades_.end()) {
        offering.attributes.emplace("assumed-grade", at->second.label);
        if (!at->second.scale.empty()) offering.attributes.emplace("assumed-grade-scale", at->second.scale);
      }
      out_.value.catalogue.offerings.push_back(std::move(offering));
    } catch (const InputError& error) {
      out_.loss.add("/offerings/*", "offering not readable: " + error.diagnostic().code);
      out_.diagnostics.push_back(error.diagnostic());
    }
  }

  void programme(const Node& node) {
    auto read = read_programme(node, file_);
    out_.diagnostics.insert(out_.diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
    out_.value.programmes.push_back(std::move(read.value));
  }

  // Names that lead nowhere.
  void check_references() {
    const Catalogue& catalogue = out_.value.catalogue;
    std::set<std::string> providers;
    for (const Institution& each : catalogue.institutions) providers.insert(each.id.text);
    const std::set<std::string> terms(catalogue.terms.begin(), catalogue.terms.end());
    for (const Offering& offering : catalogue.offerings) {
      known(providers, offering.provider.text, "provider", offering);
      for (const OfferingId& part : offering.parts) known(ids_, part.text, "offering", offering);
      if (!terms.empty())
        for (const std::string& term : offering.terms) known(terms, term, "term", offering);
      if (offering.cost && !offering.cost->currency.empty() && offering.cost->currency != catalogue.currency &&
          !catalogue.rates.contains(offering.cost->currency))
        warn(offering, "the market states no rate for " + offering.cost->currency);
    }
  }

 private:
  void assumed(Fields& fields, const std::string& provider) {
    const Node* found = fields.find("assumed-grade");
    if (found == nullptr) return;
    if (!found->is_mapping()) {
      grades_[provider] = Grade{fields.text("assumed-grade"), {}};
      return;
    }
    Fields inner(*found, file_, "assumed grade");
    grades_[provider] = Grade{inner.need_text("label"), inner.text("scale")};
    inner.finish();
  }

  void known(const std::set<std::string>& names, const std::string& id, std::string_view what,
             const Offering& offering) {
    if (names.contains(id)) return;
    const std::string close = nearest(id, {names.begin(), names.end()});
    warn(offering, "no " + std::string(what) + " has the id '" + id + "'" +
                       (close.empty() ? "" : " (did you mean '" + close + "'?)"));
  }

  void warn(const Offering& offering, const std::string& text) {
    out_.diagnostics.push_back(
        {Severity::warning, "market.unknown-reference", offering.where, offering.id.text + ": " + text});
  }

  std::string_view file_;
  ReadResult<Market>& out_;
  std::set<std::string> ids_;
  std::map<std::string, Grade> grades_;
};

void read_calendar(Catalogue& out, Fields& fields) {
  out.currency = fields.text("currency");
  if (const Node* rates = fields.find("rates")) {
    Fields inner(*rates, fields.file(), "list of rates");
    for (const auto& [currency, value] : rates->members()) {
      const auto rate = inner.number(currency);
      if (!rate || rate->sign() <= 0) inner.refuse(value, "yaml.value", "a rate is a number above 0");
      out.rates[currency] = *rate;
    }
  }
  out.terms = fields.texts("terms");
  for (const auto& [key, into] : {std::pair{"term-weeks", &out.term_weeks}, {"term-credits", &out.term_credits}}) {
    *into = fields.number(key);
    if (*into && (*into)->sign() <= 0)
      fields.refuse(fields.need(key), "yaml.value", std::string(key) + " is a number above 0");
  }
}

Equivalence read_same(const Node& node, std::string_view file) {
  Fields fields(node, file, "equivalence");
  Equivalence out;
  for (const std::string& code : fields.texts("codes")) out.codes.push_back(CourseCode::parse(code));
  out.institution = fields.text("institution");
  out.period = fields.period("valid");
  out.one_way = fields.truth("one-way", false);
  fields.finish();
  return out;
}

Node write_provider(const Institution& institution, const Catalogue& catalogue) {
  Node out = Node::mapping();
  put(out, "id", institution.id.text);
  put(out, "title", std::string(institution.title.text()));
  put(out, "country", institution.country);
  if (!institution.ids.empty()) {
    Node& ids = out.set("ids", Node::sequence());
    for (const ForeignId& id : institution.ids) {
      Node& one = ids.push(Node::mapping());
      put(one, "scheme", id.scheme);
      put(one, "value", id.value);
    }
  }
  const auto graded = std::ranges::find_if(catalogue.offerings, [&](const Offering& offering) {
    return offering.provider == institution.id && offering.attributes.contains("assumed-grade");
  });
  if (graded == catalogue.offerings.end()) return out;
  Node& grade = out.set("assumed-grade", Node::mapping());
  put(grade, "label", graded->attributes.at("assumed-grade"));
  if (const auto scale = graded->attributes.find("assumed-grade-scale"); scale != graded->attributes.end())
    put(grade, "scale", scale->second);
  return out;
}

}  // namespace

ReadResult<Market> read_market(const Node& node, std::string_view file) {
  ReadResult<Market> out;
  Fields fields(node, file, "market");
  const std::string kind = fields.need_text("crosswalk");
  if (kind != "market/1")
    fields.refuse(*fields.find("crosswalk"), "market.version", "this is '" + kind + "', a market is 'market/1'");
  Catalogue& catalogue = out.value.catalogue;
  catalogue.format = "crosswalk-yaml";
  catalogue.title = fields.text("title");
  catalogue.source = fields.source("source");
  read_calendar(catalogue, fields);
  Members members(file, out);
  fields.each("providers", [&](const Node& one) { members.provider(one); });
  fields.each("offerings", [&](const Node& one) { members.offering(one); });
  fields.each("equivalences", [&](const Node& one) { catalogue.equivalences.push_back(read_same(one, file)); });
  fields.each("programmes", [&](const Node& one) { members.programme(one); });
  fields.finish();
  members.check_references();
  return out;
}

Node write_market(const Catalogue& catalogue) {
  Node out = Node::mapping();
  put(out, "crosswalk", std::string("market/1"));
  put(out, "title", catalogue.title);
  put(out, "currency", catalogue.currency);
  if (!catalogue.rates.empty()) {
    Node& rates = out.set("rates", Node::mapping());
    for (const auto& [currency, rate] : catalogue.rates) rates.set(currency, Node(to_string(rate)));
  }
  put(out, "terms", catalogue.terms);
  put(out, "term-weeks", catalogue.term_weeks);
  put(out, "term-credits", catalogue.term_credits);
  put(out, "source", catalogue.source);
  Node& providers = out.set("providers", Node::sequence());
  for (const Institution& institution : catalogue.institutions) providers.push(write_provider(institution, catalogue));
  if (!catalogue.equivalences.empty()) {
    Node& list = out.set("equivalences", Node::sequence());
    for (const Equivalence& equivalence : catalogue.equivalences) {
      Node& one = list.push(Node::mapping());
      std::vector<std::string> codes;
      for (const CourseCode& code : equivalence.codes) codes.push_back(to_string(code));
      put(one, "codes", codes);
      put(one, "institution", equivalence.institution);
      put(one, "valid", equivalence.period);
      put_truth(one, "one-way", equivalence.one_way, false);
    }
  }
  Node& offerings = out.set("offerings", Node::sequence());
  for (Offering offering : catalogue.offerings) {
    offering.attributes.erase("assumed-grade");
    offering.attributes.erase("assumed-grade-scale");
    offerings.push(write_offering(offering));
  }
  return out;
}

}  // namespace crosswalk::formats
