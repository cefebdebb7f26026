// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "mappers/competencies/align.hpp"
#include "mappers/competencies/weigher.hpp"

namespace crosswalk::competencies {
namespace {

constexpr double shrinkage = 1e-3;  // of the weights, a subject
constexpr int rounds = 300;
constexpr int calibration_rounds = 400;

// A decided subject with its candidates; `right[i]` where a person chose candidate i.
struct Lesson {
  std::vector<Signals> candidates;
  std::vector<bool> right;
};

double score(const Signals& signals, const std::array<double, signal_count>& weights) {
  double sum = 0;
  for (std::size_t i = 0; i < signal_count; ++i) sum += weights[i] * static_cast<double>(signals[i]);
  return sum;
}

std::vector<double> shares(const Lesson& lesson, const std::array<double, signal_count>& weights) {
  std::vector<double> out;
  for (const Signals& signals : lesson.candidates) out.push_back(score(signals, weights));
  const double most = *std::ranges::max_element(out);
  double sum = 0;
  for (double& value : out) sum += value = std::exp(value - most);
  for (double& value : out) value /= sum;
  return out;
}

std::vector<Lesson> lessons(const Inputs& inputs, const Options& options) {
  const Weigher weigher(inputs, options);
  std::vector<std::vector<std::uint32_t>> chosen(inputs.decided->entries.size());
  for (const Decision& decision : inputs.decisions) chosen[decision.subject].push_back(decision.object);
  std::vector<std::uint32_t> subjects;
  for (std::uint32_t s = 0; s < chosen.size(); ++s)
    if (!chosen[s].empty()) subjects.push_back(s);
  if (subjects.size() > options.learning_subjects) {
    std::vector<std::uint32_t> some;
    for (std::size_t i = 0; i < options.learning_subjects; ++i)
      some.push_back(subjects[i * subjects.size() / options.learning_subjects]);
    subjects = std::move(some);
  }
  std::vector<Lesson> out;
  weigher.weigh_decided(subjects, [&](std::size_t subject, std::vector<Candidate>& candidates) {
    Lesson lesson;
    for (const Candidate& candidate : candidates) {
      lesson.candidates.push_back(candidate.signals);
      lesson.right.push_back(std::ranges::find(chosen[subject], candidate.object) != chosen[subject].end());
    }
    if (!candidates.empty()) out.push_back(std::move(lesson));
  });
  return out;
}

// The gradient of the log of the right candidates' share together (conditional logit).
void add_gradient(const Lesson& lesson, const std::array<double, signal_count>& weights,
                  std::array<double, signal_count>& gradient) {
  const std::vector<double> all = shares(lesson, weights);
  double right = 0;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (lesson.right[i]) right += all[i];
  if (right <= 0) return;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double pull = (lesson.right[i] ? all[i] / right : 0) - all[i];
    for (std::size_t j = 0; j < signal_count; ++j) gradient[j] += pull * static_cast<double>(lesson.candidates[i][j]);
  }
}

// Ascent with a step of its own for each weight (Adam, Kingma and Ba 2014) over all lessons at once: no chance in it.
void fit_weights(Model& model, const std::vector<Lesson>& lessons) {
  std::array<double, signal_count> mean{}, spread{};
  for (int round = 1; round <= rounds; ++round) {
    std::array<double, signal_count> gradient{};
    for (const Lesson& lesson : lessons) add_gradient(lesson, model.weights, gradient);
    const double rate = 0.3 * (1 - 0.9 * round / rounds);
    for (std::size_t j = 0; j < signal_count; ++j) {
      const double slope = gradient[j] / static_cast<double>(lessons.size()) - shrinkage * model.weights[j];
      mean[j] = 0.9 * mean[j] + 0.1 * slope;
      spread[j] = 0.999 * spread[j] + 0.001 * slope * slope;
      const double steady = mean[j] / (1 - std::pow(0.9, round));
      const double scale = std::sqrt(spread[j] / (1 - std::pow(0.999, round))) + 1e-8;
      model.weights[j] += rate * steady / scale;
    }
  }
}

struct Trial {
  double score, odds;
  bool right;
};

// Newton's method on three coefficients; a ridge keeps it solvable where all trials agree.
void fit_calibration(Model& model, const std::vector<Lesson>& lessons) {
  std::vector<Trial> trials;
  for (const Lesson& lesson : lessons) {
    const std::vector<double> all = shares(lesson, model.weights);
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return all[i]; });
    for (std::size_t rank = 0; rank < std::min<std::size_t>(3, order.size()); ++rank) {
      const std::size_t i = order[rank];
      const double share = std::clamp(all[i], 1e-9, 1 - 1e-9);
      trials.push_back({score(lesson.candidates[i], model.weights), std::log(share / (1 - share)), lesson.right[i]});
    }
  }
  double middle = 0;
  for (const Trial& trial : trials)
    middle += trial.score / static_cast<double>(std::max<std::size_t>(1, trials.size()));
  std::array<double, 3> c{0, 0, 1};
  for (int round = 0; round < calibration_rounds; ++round) {
    std::array<double, 3> slope{}, curve{};
    for (const Trial& trial : trials) {
      const std::array<double, 3> x{1, trial.score - middle, trial.odds};
      const double chance = 1 / (1 + std::exp(-(c[0] * x[0] + c[1] * x[1] + c[2] * x[2])));
      for (std::size_t j = 0; j < 3; ++j) {
        slope[j] += ((trial.right ? 1 : 0) - chance) * x[j];
        curve[j] += chance * (1 - chance) * x[j] * x[j];
      }
    }
    for (std::size_t j = 0; j < 3; ++j) c[j] += 0.5 * (slope[j] - 0.1 * c[j]) / (curve[j] + 1);
  }
  model.calibration = {c[0] - c[1] * middle, c[1], c[2]};
}

}  // namespace

Model learn(const Inputs& inputs, const Options& options) {
  Model model;
  model.name = "learned";
  const std::vector<Lesson> all = lessons(inputs, options);
  model.subjects = all.size();
  if (all.empty()) return model;
  fit_weights(model, all);
  fit_calibration(model, all);
  return model;
}

}  // namespace crosswalk::competencies
