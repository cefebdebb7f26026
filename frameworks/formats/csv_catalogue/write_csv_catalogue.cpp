// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/csv_catalogue/write_csv_catalogue.hpp"

#include <ostream>

#include "frameworks/formats/csv_catalogue/columns.hpp"
#include "frameworks/formats/csv_catalogue/requisite_text.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/model/offering.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

std::string listed(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& each : parts) out += (out.empty() ? "" : "; ") + each;
  return out;
}

std::string level(const Offering& offering) {
  if (offering.levels.empty()) return {};
  const StatedLevel& first = offering.levels.front();
  return first.scheme.empty() ? first.value : first.scheme + "/" + first.value;
}

std::string amount(const std::optional<Rational>& value) { return value ? to_string(*value) : std::string(); }

std::string code(const Offering& offering) {
  return offering.code.empty() ? offering.id.text : to_string(offering.code);
}

// A course or a bracketed list of them, as requisite_condition() reads it; nothing where it has no such form.
std::optional<std::string> requisite(const Condition& condition, bool inside = false) {
  if (condition.kind == Condition::Kind::text) return condition.text;
  if (condition.kind == Condition::Kind::take)
    return condition == Condition::course(to_string(condition.take.from.course)) ||
                   condition.take.from.kind == Selector::Kind::course
               ? std::optional(to_string(condition.take.from.course))
               : std::nullopt;
  const bool all = condition.kind == Condition::Kind::all, any = condition.kind == Condition::Kind::any;
  const bool some = condition.kind == Condition::Kind::k_of;
  if (!all && !any && !some) return std::nullopt;
  std::string out;
  for (const Condition& part : condition.parts) {
    const auto text = requisite(part, true);
    if (!text) return std::nullopt;
    out += (out.empty() ? "" : some ? ", " : all ? " and " : " or ") + *text;
  }
  if (some) return std::to_string(condition.count) + " of (" + out + ")";
  return inside && condition.parts.size() > 1 ? "(" + out + ")" : out;
}

// As it was written, where it was; else in the words of this format, where what they say is the same condition.
std::string prerequisites(const Offering& offering, LossReport& loss) {
  if (offering.prerequisite_text.size() == 1) return offering.prerequisite_text.front();
  if (!offering.prerequisites) return listed(offering.prerequisite_text);
  const auto text = requisite(*offering.prerequisites);
  if (text && requisite_condition(*text) == *offering.prerequisites) return *text;
  loss.add("prerequisites", "the condition has no form in csv-catalogue");
  return {};
}

std::string corequisites(const Offering& offering, LossReport& loss) {
  if (!offering.corequisites) return {};
  Condition plain = *offering.corequisites;
  plain.concurrent = false;
  const auto text = requisite(plain);
  if (text && (plain.kind == Condition::Kind::text || requisite_condition(*text) == plain)) return *text;
  loss.add("corequisites", "the condition has no form in csv-catalogue");
  return {};
}

std::vector<std::string> row(const Offering& offering, LossReport& loss) {
  const StatedCredit* credit = offering.credits.empty() ? nullptr : &offering.credits.front();
  const auto language = offering.attributes.find("language");
  return {code(offering),
          std::string(offering.title.text()),
          credit == nullptr ? std::string() : to_string(credit->amount),
          credit == nullptr ? std::string() : credit->system,
          level(offering),
          listed(offering.subjects),
          std::string(name(offering.kind)),
          offering.provider.text,
          prerequisites(offering, loss),
          corequisites(offering, loss),
          listed(offering.terms),
          offering.cost ? to_string(offering.cost->amount) + " " + offering.cost->currency : std::string(),
          amount(offering.duration_weeks),
          offering.workload ? to_string(offering.workload->high) : std::string(),
          listed(offering.outcomes),
          language == offering.attributes.end() ? std::string() : language->second,
          std::string(offering.description.text())};
}

void note_losses(const Offering& offering, LossReport& loss) {
  const auto note = [&loss](std::string_view path, std::size_t count) {
    if (count > 0) loss.add(path, "csv-catalogue has no column for it", count);
  };
  const auto beyond_first = [](std::size_t size) { return size > 1 ? size - 1 : 0; };
  note("ids", offering.ids.size());
  note("credits", beyond_first(offering.credits.size()));
  note("levels", beyond_first(offering.levels.size()));
  note("titles", beyond_first(offering.title.by_language.size()));
  note("exclusions", offering.exclusions.size());
  note("validity", offering.validity == Period{} ? 0 : 1);
  note("credit_lapses_years", offering.credit_lapses_years ? 1 : 0);
  note("parts", offering.parts.size());
  note("attributes", offering.attributes.size() - offering.attributes.count("language"));
  note("tags", offering.tags.size());
  if (offering.workload && offering.workload->low != offering.workload->high)
    loss.add("workload.low", "csv-catalogue holds one number of hours, the higher is written");
}

}  // namespace

LossReport write_csv_catalogue(const Document& document, std::ostream& out, const WriteOptions&) {
  const auto* catalogue = document.get<Catalogue>();
  if (catalogue == nullptr) throw UsageError("csv-catalogue holds catalogues, not " + std::string(kind(document)));
  out << syntax::write_csv_record({catalogue_columns.begin(), catalogue_columns.end()});
  LossReport loss;
  for (const Offering& offering : catalogue->offerings) {
    out << syntax::write_csv_record(row(offering, loss));
    note_losses(offering, loss);
  }
  if (!catalogue->equivalences.empty())
    loss.add("equivalences", "csv-catalogue has no column for it", catalogue->equivalences.size());
  return loss;
}

}  // namespace crosswalk::formats
