// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/record_reader.hpp"

#include <algorithm>
#include <charconv>

namespace crosswalk::facts {

RecordReader::RecordReader(const syntax::Node& node, std::string_view file, Diagnostics& diagnostics)
    : node_(node), file_(file), diagnostics_(diagnostics) {
  if (!node_.is_mapping()) fault("facts.value", node_, "a record with named fields is expected");
}

RecordReader::~RecordReader() {
  for (const auto& [key, value] : node_.members()) {
    if (std::ranges::find(asked_, key) != asked_.end()) continue;
    const std::string guess = nearest(key, asked_);
    fault("facts.unknown-field", value,
          "field '" + key + "' is not known" + (guess.empty() ? "" : " (did you mean '" + guess + "'?)"));
  }
}

void RecordReader::fault(std::string_view code, const syntax::Node& at, const std::string& text) {
  diagnostics_.push_back({Severity::error, std::string(code), syntax::at(at, file_), text});
}

const syntax::Node* RecordReader::take(std::string_view key) {
  asked_.emplace_back(key);
  const syntax::Node* found = node_.find(key);
  return found == nullptr || found->is_null() ? nullptr : found;
}

const syntax::Node* RecordReader::any(std::string_view key) { return take(key); }

std::string RecordReader::text(std::string_view key) {
  const syntax::Node* found = take(key);
  if (found == nullptr) return {};
  if (found->is_scalar()) return found->text();
  fault("facts.value", *found, "'" + std::string(key) + "' must be a text");
  return {};
}

std::string RecordReader::required(std::string_view key) {
  std::string out = text(key);
  if (out.empty()) fault("facts.missing-field", node_, "'" + std::string(key) + "' is missing");
  return out;
}

std::optional<int> RecordReader::whole(std::string_view key) {
  const std::string word = text(key);
  if (word.empty()) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc() && end == word.data() + word.size()) return value;
  fault("facts.value", *node_.find(key), "'" + std::string(key) + "' must be a whole number, found '" + word + "'");
  return std::nullopt;
}

std::optional<Rational> RecordReader::rational(std::string_view key) {
  const std::string word = text(key);
  if (word.empty()) return std::nullopt;
  if (auto value = Rational::parse(word)) return value;
  fault("facts.value", *node_.find(key),
        "'" + std::string(key) + "' must be a fraction or decimal, found '" + word + "'");
  return std::nullopt;
}

std::optional<Date> RecordReader::date(std::string_view key) {
  const std::string word = text(key);
  if (word.empty()) return std::nullopt;
  if (auto value = Date::parse(word)) return value;
  fault("facts.value", *node_.find(key), "'" + std::string(key) + "' must be a date, found '" + word + "'");
  return std::nullopt;
}

bool RecordReader::truth(std::string_view key, bool otherwise) {
  const std::string word = text(key);
  if (word.empty() || word == "true" || word == "false") return word.empty() ? otherwise : word == "true";
  fault("facts.value", *node_.find(key), "'" + std::string(key) + "' must be true or false, found '" + word + "'");
  return otherwise;
}

const std::vector<syntax::Node>& RecordReader::items(std::string_view key) {
  static const std::vector<syntax::Node> none;
  const syntax::Node* found = take(key);
  if (found == nullptr) return none;
  if (found->is_sequence()) return found->items();
  fault("facts.value", *found, "'" + std::string(key) + "' must be a list");
  return none;
}

const syntax::Node* RecordReader::mapping(std::string_view key) {
  const syntax::Node* found = take(key);
  if (found == nullptr || found->is_mapping()) return found;
  fault("facts.value", *found, "'" + std::string(key) + "' must have named fields");
  return nullptr;
}

void RecordReader::read_source(Fact& fact) {
  const syntax::Node* found = take("source");
  if (found == nullptr) return;
  if (found->is_scalar()) {
    fact.source = Source{};
    fact.source.document = found->text();
    return;
  }
  RecordReader source(*found, file_, diagnostics_);
  fact.source = Source{};
  fact.source.document = source.required("document");
  fact.source.locator = source.text("locator");
  fact.source.retrieved = source.date("retrieved");
  fact.source.decided_by = source.text("decided_by");
  fact.source.decided_on = source.date("decided_on");
}

void RecordReader::read_usage(Fact& fact) {
  const syntax::Node* found = mapping("usage");
  if (found == nullptr) return;
  RecordReader usage(*found, file_, diagnostics_);
  fact.usage.jurisdiction = usage.text("jurisdiction");
  fact.usage.period.from = usage.date("from");
  fact.usage.period.until = usage.date("until");
  fact.usage.purpose = usage.text("purpose");
  const auto& [from, until] = fact.usage.period;
  if (from && until && *until < *from) fault("facts.value", *found, "'until' lies before 'from'");
}

void RecordReader::read_confidence(Fact& fact, bool inherited) {
  const syntax::Node* found = take("confidence");
  if (found != nullptr) {
    if (const auto known = evidence(found->text()))
      fact.evidence = *known;
    else
      fault("facts.value", *found, "'confidence' must be checked, secondary, knowledge-high or knowledge-low");
  } else if (!inherited) {
    fault("facts.missing-field", node_, "'confidence' is missing");
  }
  const bool marked = truth("unverified", found == nullptr && inherited && fact.evidence == Evidence::unverified);
  if (marked != (fact.evidence == Evidence::unverified))
    fault("facts.unverified", node_, "'unverified: true' must stand with 'confidence: knowledge-high', and only there");
}

Fact RecordReader::fact(const Fact* inherited) {
  Fact out = inherited == nullptr ? Fact{} : *inherited;
  out.id = text("id");
  out.note = text("note");
  out.where = syntax::at(node_, file_);
  read_source(out);
  if (out.source.document.empty()) fault("facts.source", node_, "a record without a source is not loaded");
  read_usage(out);
  read_confidence(out, inherited != nullptr);
  return out;
}

}  // namespace crosswalk::facts
