// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/side.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "lib/text/normalise.hpp"

namespace crosswalk::competencies {
namespace {

constexpr std::size_t most_labels = 40;        // of one entry that are compared one by one
constexpr std::size_t most_gram_bytes = 4096;  // of labels cut into runs
constexpr std::array<std::string_view, 12> numerals{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                    "vii", "viii", "ix",  "x",  "xi", "xii"};
constexpr std::size_t gram_length = 4;  // 3 to 5 finds nothing more and takes twice the time

class Cutter {
 public:
  Cutter(const CompetencyFramework& framework, text::Analyser& analyser, Terms& terms)
      : framework_(framework), analyser_(analyser), terms_(terms) {
    for (const Competency& entry : framework.entries) by_id_.emplace(entry.id, &entry);
  }

  Side cut() {
    for (const Competency& entry : framework_.entries) add(entry);
    side_.label_begin.push_back(static_cast<std::uint32_t>(side_.label_owner.size()));
    return std::move(side_);
  }

 private:
  using Ids = std::vector<text::TermId>;

  void add(const Competency& entry) {
    const std::string_view preferred = entry.label();
    const std::vector<std::string> title = words_of(preferred);
    side_.titles.add(numbers(title, terms_.titles));
    side_.words.add(all_words(entry, title));
    add_labels(entry, preferred);
    Ids parents;
    for (const std::string& parent : entry.parents)
      if (const auto found = by_id_.find(parent); found != by_id_.end())
        for (const auto term : numbers(words_of(found->second->label()), terms_.parents)) parents.push_back(term);
    side_.parents.add(parents);
    add_kin(entry);
  }

  // "cranial nerve V" and "cranial nerve 5" count alike; "C1" is a word that begins with c, and 1.
  std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::string& word : analyser_.words(text)) {
      if (const auto* found = std::ranges::find(numerals, word); found != numerals.end()) {
        words.push_back(std::to_string(found - numerals.begin() + 1));
      } else if (is_numbered_initial(word)) {
        words.push_back({word.front(), initial_mark});
        words.push_back(word.substr(1));
      } else {
        words.push_back(std::move(word));
      }
    }
    return words;
  }

  static bool is_numbered_initial(std::string_view word) {
    const auto is_figure = [](char c) { return c >= '0' && c <= '9'; };
    return (word.size() == 2 || word.size() == 3) && !is_figure(word.front()) &&
           std::ranges::all_of(word.substr(1), is_figure);
  }

  static Ids numbers(const std::vector<std::string>& words, text::Vocabulary& vocabulary) {
    Ids ids;
    for (const std::string& word : words) ids.push_back(vocabulary.add(word));
    return ids;
  }

  Ids all_words(const Competency& entry, const std::vector<std::string>& title) {
    Ids ids = numbers(title, terms_.words);
    append(ids, text::bigrams(title));
    Ids defining;
    for (const auto* texts : {&entry.alternatives, &entry.definitions})
      for (const Label& label : *texts) {
        const auto words = words_of(label.text);
        append(ids, words);
        if (texts == &entry.definitions) append(defining, words);
        append(ids, text::bigrams(words));
      }
    side_.definitions.add(std::move(defining));
    return ids;
  }

  void append(Ids& ids, const std::vector<std::string>& words) {
    for (const std::string& word : words) ids.push_back(terms_.words.add(word));
  }

  void add_labels(const Competency& entry, std::string_view preferred) {
    const auto owner = static_cast<std::uint32_t>(side_.labels.size());
    side_.label_begin.push_back(static_cast<std::uint32_t>(side_.label_owner.size()));
    Ids labels, grams;
    std::size_t bytes = 0;
    const auto take = [&](std::string_view label) {
      const std::string normalised = text::normalise(label);
      const text::TermId number = terms_.labels.add(normalised);
      if (normalised.empty() || std::ranges::find(labels, number) != labels.end()) return;
      labels.push_back(number);
      bytes += normalised.size();
      if (labels.size() > most_labels || bytes > most_gram_bytes) return;
      Ids runs = runs_of(normalised);
      grams.insert(grams.end(), runs.begin(), runs.end());
      side_.label_grams.add(std::move(runs));
      side_.label_words.add(numbers(words_of(label), terms_.label_words));
      side_.label_owner.push_back(owner);
    };
    take(preferred);
    for (const Label& label : entry.alternatives) take(label.text);
    side_.labels.push_back(std::move(labels));
    side_.grams.add(std::move(grams));
  }

  // Runs do not cross words, so each word is cut once.
  Ids runs_of(const std::string& normalised) {
    Ids runs;
    for (const std::string_view word : text::split(normalised)) {
      auto found = runs_of_word_.find(std::string(word));
      if (found == runs_of_word_.end())
        found = runs_of_word_.emplace(word, numbers(text::grams(word, gram_length, gram_length), terms_.grams)).first;
      runs.insert(runs.end(), found->second.begin(), found->second.end());
    }
    return runs;
  }

  void add_kin(const Competency& entry) {
    Ids kin, codes;
    const std::string open = without_level(entry);
    if (open != entry.notation) kin.push_back(terms_.groups.add("code " + open));
    for (const std::string& parent : entry.parents) kin.push_back(terms_.groups.add("parent " + parent));
    if (!entry.notation.empty()) codes.push_back(terms_.codes.add(entry.notation));
    for (const ClassCode& code : entry.codes) {
      kin.push_back(terms_.groups.add("class " + code.scheme + ' ' + code.value));
      codes.push_back(terms_.codes.add(code.value));
    }
    side_.kin.push_back(std::move(kin));
    side_.codes.push_back(std::move(codes));
  }

  const CompetencyFramework& framework_;
  text::Analyser& analyser_;
  Terms& terms_;
  std::unordered_map<std::string_view, const Competency*> by_id_;
  std::unordered_map<std::string, Ids> runs_of_word_;
  Side side_;
};

bool is_grade_segment(std::string_view segment) {
  if (segment == "K" || segment == "KG") return true;
  return !segment.empty() && segment.front() >= '0' && segment.front() <= '9' &&
         segment.find_first_not_of("0123456789-K") == std::string_view::npos;
}

}  // namespace

Side cut(const CompetencyFramework& framework, text::Analyser& analyser, Terms& terms) {
  return Cutter(framework, analyser, terms).cut();
}

std::string without_level(const Competency& entry) {
  if (!entry.band) return entry.notation;
  const std::string_view code = entry.notation;
  for (std::size_t begin = 0; begin < code.size();) {
    const std::size_t end = std::min(code.find('.', begin), code.size());
    if (begin > 0 && is_grade_segment(code.substr(begin, end - begin)))
      return std::string(code.substr(0, begin)) + '*' + std::string(code.substr(end));
    begin = end + 1;
  }
  return entry.notation;
}

}  // namespace crosswalk::competencies
