// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/weigher.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "mappers/competencies/field.hpp"
#include "mappers/competencies/label_likeness.hpp"
#include "mappers/competencies/votes.hpp"

namespace crosswalk::competencies {
namespace {

constexpr std::size_t slice = 2048;  // subjects searched together
constexpr std::size_t most_siblings = 400;

float ratio(float part, float whole) { return whole > 0 ? std::min(1.0F, part / whole) : 0; }

float band_overlap(const LevelBand& a, const LevelBand& b) {
  const int common = std::min(a.highest, b.highest) - std::max(a.lowest, b.lowest) + 1;
  const int both = std::max(a.highest, b.highest) - std::min(a.lowest, b.lowest) + 1;
  return common <= 0 ? 0 : static_cast<float>(common) / static_cast<float>(both);
}

float band_distance(const LevelBand& a, const LevelBand& b) {
  const int gap = std::max(a.lowest, b.lowest) - std::min(a.highest, b.highest);
  return static_cast<float>(std::clamp(gap, 0, 3)) / 3;
}

Side cut_or_nothing(const CompetencyFramework* framework, text::Analyser& analyser, Terms& terms) {
  return framework == nullptr ? Side{} : cut(*framework, analyser, terms);
}

float cosine(const float* a, const float* b, std::size_t n) {
  float dot = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < n; ++i) {
    dot += a[i] * b[i];
    aa += a[i] * a[i];
    bb += b[i] * b[i];
  }
  return aa > 0 && bb > 0 ? std::clamp(dot / std::sqrt(aa * bb), 0.0F, 1.0F) : 0;
}

}  // namespace

// The objects first, so that terms only subjects have are unknown to the indexes.
struct Weigher::State {
  State(const Inputs& given, const Options& chosen)
      : inputs(given),
        options(chosen),
        analyser(given.to->language.empty() ? "en" : given.to->language,
                 {given.stop_words.begin(), given.stop_words.end()}),
        to(cut(*given.to, analyser, terms)),
        words(to.words, terms.words.size()),
        titles(to.titles, terms.titles.size()),
        definitions(to.definitions, terms.words.size()),
        grams(to.grams, terms.grams.size()),
        labels(to, terms.grams.size(), terms.label_words.size()),
        object_words(terms.label_words.size()),
        parents(to.parents, terms.parents.size()),
        decided(cut_or_nothing(given.decided, analyser, terms)),
        decisions(given, decided, to.size()),
        from(cut_or_nothing(given.from, analyser, terms)),
        similar(terms.label_words.words(), object_words) {
    for (const Side* side : {&to, &decided, &from}) similar.read(*side);
    if (!decisions.empty()) decided_words.emplace(decided.words, terms.words.size());
    for (std::uint32_t d = 0; d < decided.size(); ++d) decided_by_id.emplace(given.decided->entries[d].id, d);
    for (std::uint32_t t = 0; t < to.size(); ++t) {
      for (const text::TermId label : to.labels[t]) by_label[label].push_back(t);
      for (const text::TermId code : to.codes[t]) by_code[code].push_back(t);
    }
    for (const CodePair& pair : inputs.prior)
      prior[terms.codes.add(pair.subject)].push_back(terms.codes.add(pair.object));
  }

  const Inputs& inputs;
  Options options;
  text::Analyser analyser;
  Terms terms;
  Side to;
  Field words, titles, definitions, grams;
  LabelFields labels;
  std::size_t object_words;
  Field parents;
  Side decided;
  Decisions decisions;
  Side from;
  mutable SimilarWords similar;  // remembers what it was asked
  std::optional<text::Index> decided_words;
  std::unordered_map<std::string_view, std::uint32_t> decided_by_id;
  std::unordered_map<text::TermId, std::vector<std::uint32_t>> by_label, by_code;
  std::unordered_map<text::TermId, std::vector<text::TermId>> prior;

  [[nodiscard]] bool vote() const { return options.decisions_as_signals && !decisions.empty(); }

  class Run;
};

// One slice of subjects: searches in bulk, then measures pair by pair.
class Weigher::State::Run {
 public:
  Run(const State& state, const Side& side, const CompetencyFramework& framework, const std::vector<float>* vectors)
      : state_(state),
        side_(side),
        framework_(framework),
        vectors_(vectors),
        words_(state.words),
        titles_(state.titles),
        definitions_(state.definitions),
        grams_(state.grams),
        parents_(state.parents),
        labels_(state.labels, state.to, state.similar) {}

  void operator()(std::span<const std::uint32_t> subjects, const Visit& visit) {
    search(subjects);
    for (std::size_t i = 0; i < subjects.size(); ++i) {
      subject_ = subjects[i];
      place_ = i;
      prepare();
      std::vector<Candidate> candidates = find();
      for (Candidate& candidate : candidates) measure(candidate);
      visit(subject_, candidates);
    }
  }

 private:
  void search(std::span<const std::uint32_t> subjects) {
    text::Bags word_bags, gram_bags;
    for (const std::uint32_t s : subjects) {
      word_bags.add({side_.words[s].begin(), side_.words[s].end()});
      gram_bags.add({side_.grams[s].begin(), side_.grams[s].end()});
    }
    const std::size_t half = std::max<std::size_t>(1, state_.options.pool / 2);
    word_hits_ = state_.words.index().nearest(word_bags, half);
    gram_hits_ = state_.grams.index().nearest(gram_bags, half);
    labels_.search(side_, subjects);
    if (state_.decided_words) neighbours_ = state_.decided_words->nearest(word_bags, state_.options.neighbours + 1);
  }

  void prepare() {
    words_.hold(side_.words[subject_]);
    titles_.hold(side_.titles[subject_]);
    definitions_.hold(side_.definitions[subject_]);
    grams_.hold(side_.grams[subject_]);
    parents_.hold(side_.parents[subject_]);
    labels_.hold(place_);
    near_.clear();
    kin_.clear();
    if (state_.vote()) hold_ballots();
    joined_.clear();
    for (const text::TermId code : side_.codes[subject_])
      if (const auto found = state_.prior.find(code); found != state_.prior.end())
        joined_.insert(found->second.begin(), found->second.end());
    joined_objects_.clear();
    for (const text::TermId code : joined_)
      if (const auto found = state_.by_code.find(code); found != state_.by_code.end())
        joined_objects_.insert(joined_objects_.end(), found->second.begin(), found->second.end());
  }

  bool is_self(std::uint32_t neighbour) const { return self_ == neighbour; }

  // What was decided about the subject itself must not speak for it.
  void set_self_aside() {
    const auto found = state_.decided_by_id.find(framework_.entries[subject_].id);
    self_ = found == state_.decided_by_id.end() ? std::nullopt : std::optional(found->second);
    own_choices_ = self_ ? state_.decisions.objects_of(*self_) : std::vector<std::uint32_t>();
  }

  void hold_ballots() {
    set_self_aside();
    std::size_t voters = 0;
    const auto& hits = neighbours_[place_];
    double best = 0;
    for (const text::Hit& hit : hits) {
      if (is_self(hit.document) || state_.decisions.objects_of(hit.document).empty()) continue;
      if (voters++ == state_.options.neighbours) break;
      if (best == 0) best = hit.score;
      const auto weight = static_cast<float>((hit.score / best) * (hit.score / best));
      vote(near_, hit.document, weight);
    }
    std::size_t siblings = 0;
    for (const std::uint32_t sibling : state_.decisions.siblings(side_.kin[subject_])) {
      if (is_self(sibling)) continue;
      if (siblings++ == most_siblings) break;
      vote(kin_, sibling, 1);
    }
  }

  void vote(Ballot& ballot, std::uint32_t neighbour, float weight) const {
    for (const std::uint32_t object : state_.decisions.objects_of(neighbour))
      ballot.vote(object, state_.to.kin[object], weight);
  }

  std::vector<Candidate> find() const {
    std::vector<std::uint32_t> objects;
    for (const text::Hit& hit : word_hits_[place_]) objects.push_back(hit.document);
    for (const text::Hit& hit : gram_hits_[place_]) objects.push_back(hit.document);
    const auto alike = labels_.found();
    objects.insert(objects.end(), alike.begin(), alike.end());
    for (const text::TermId label : side_.labels[subject_])
      if (const auto found = state_.by_label.find(label); found != state_.by_label.end())
        objects.insert(objects.end(), found->second.begin(), found->second.end());
    objects.insert(objects.end(), joined_objects_.begin(), joined_objects_.end());
    const auto near = near_.objects();
    objects.insert(objects.end(), near.begin(), near.end());
    std::ranges::sort(objects);
    objects.erase(std::unique(objects.begin(), objects.end()), objects.end());
    std::vector<Candidate> candidates(objects.size());
    for (std::size_t i = 0; i < objects.size(); ++i) candidates[i].object = objects[i];
    return candidates;
  }

  void measure(Candidate& candidate) const {
    measure_labels(candidate.signals, candidate.object);
    measure_texts(candidate.signals, candidate.object);
    measure_standing(candidate.signals, candidate.object);
    if (!state_.vote()) return;
    Signals& signals = candidate.signals;
    const auto& kin = state_.to.kin[candidate.object];
    at(signals, Signal::neighbours) = near_.share(candidate.object);
    at(signals, Signal::neighbours_kin) = near_.kin_share(kin);
    at(signals, Signal::siblings) = kin_.share(candidate.object);
    at(signals, Signal::siblings_kin) = kin_.kin_share(kin);
    const bool own = std::ranges::binary_search(own_choices_, candidate.object);
    at(signals, Signal::popularity) = state_.decisions.popularity(candidate.object, own);
  }

  void measure_labels(Signals& signals, std::uint32_t object) const {
    const auto& mine = side_.labels[subject_];
    const auto& its = state_.to.labels[object];
    const auto both =
        std::ranges::count_if(mine, [&](text::TermId label) { return std::ranges::find(its, label) != its.end(); });
    at(signals, Signal::same_label) = !mine.empty() && !its.empty() && mine[0] == its[0] ? 1.0F : 0.0F;
    at(signals, Signal::shared_label) = both > 0 ? 1.0F : 0.0F;
    at(signals, Signal::shared_labels) = ratio(static_cast<float>(both), static_cast<float>(mine.size()));
    at(signals, Signal::label_best) = labels_.best(object);
    at(signals, Signal::words_alike) = labels_.by_words(object);
    at(signals, Signal::label_mean) = labels_.mean(object);
  }

  static float relative(const Likeness& likeness, const std::vector<text::Hit>& hits) {
    return hits.empty() ? 0 : ratio(likeness.score, static_cast<float>(hits.front().score));
  }

  void measure_texts(Signals& signals, std::uint32_t object) const {
    const Likeness by_words = words_.with(object), by_grams = grams_.with(object);
    at(signals, Signal::title_overlap) = titles_.with(object).dice;
    at(signals, Signal::words_relative) = relative(by_words, word_hits_[place_]);
    at(signals, Signal::words_overlap) = by_words.dice;
    at(signals, Signal::words_covered) = by_words.covered;
    at(signals, Signal::grams_relative) = relative(by_grams, gram_hits_[place_]);
    at(signals, Signal::grams_overlap) = by_grams.dice;
    at(signals, Signal::definitions_overlap) = definitions_.with(object).dice;
    at(signals, Signal::parents_overlap) = parents_.with(object).dice;
  }

  void measure_standing(Signals& signals, std::uint32_t object) const {
    const auto& mine = framework_.entries[subject_].band;
    const auto& its = state_.inputs.to->entries[object].band;
    if (mine && its && mine->scale == its->scale) {
      at(signals, Signal::band_overlap) = band_overlap(*mine, *its);
      at(signals, Signal::band_distance) = band_distance(*mine, *its);
    }
    const auto& codes = state_.to.codes[object];
    const bool joined = std::ranges::any_of(codes, [&](text::TermId code) { return joined_.contains(code); });
    at(signals, Signal::code_prior) = joined ? 1.0F : 0.0F;
    at(signals, Signal::code_share) = joined ? 1 / static_cast<float>(joined_objects_.size()) : 0.0F;
    if (state_.inputs.vectors != nullptr && vectors_ != nullptr) {
      const std::size_t n = state_.inputs.vectors->dimensions;
      at(signals, Signal::vectors) =
          cosine(vectors_->data() + subject_ * n, state_.inputs.vectors->to.data() + object * n, n);
    }
  }

  const State& state_;
  const Side& side_;
  const CompetencyFramework& framework_;
  const std::vector<float>* vectors_;
  text::Hits word_hits_, gram_hits_, neighbours_;

  std::uint32_t subject_ = 0;  // in its side
  std::size_t place_ = 0;      // in the slice
  Comparison words_, titles_, definitions_, grams_, parents_;
  LabelLikeness labels_;
  std::unordered_set<text::TermId> joined_;    // codes a crosswalk joins to the subject's
  std::vector<std::uint32_t> joined_objects_;  // that carry them
  Ballot near_, kin_;
  std::optional<std::uint32_t> self_;  // the subject among the decided ones
  std::vector<std::uint32_t> own_choices_;
};

Weigher::Weigher(const Inputs& inputs, const Options& options) : state_(std::make_unique<State>(inputs, options)) {}
Weigher::~Weigher() = default;

namespace {

template <class Run>
void in_slices(std::span<const std::uint32_t> subjects, Run&& run) {
  for (std::size_t begin = 0; begin < subjects.size(); begin += slice)
    run(subjects.subspan(begin, std::min(slice, subjects.size() - begin)));
}

}  // namespace

void Weigher::weigh_from(const Visit& visit) const {
  std::vector<std::uint32_t> all(state_->from.size());
  std::iota(all.begin(), all.end(), 0U);
  const Vectors* vectors = state_->inputs.vectors;
  State::Run run(*state_, state_->from, *state_->inputs.from, vectors == nullptr ? nullptr : &vectors->from);
  in_slices(all, [&](auto part) { run(part, visit); });
}

void Weigher::weigh_decided(const std::vector<std::uint32_t>& subjects, const Visit& visit) const {
  const Vectors* vectors = state_->inputs.vectors;
  State::Run run(*state_, state_->decided, *state_->inputs.decided, vectors == nullptr ? nullptr : &vectors->decided);
  in_slices(subjects, [&](auto part) { run(part, visit); });
}

}  // namespace crosswalk::competencies
