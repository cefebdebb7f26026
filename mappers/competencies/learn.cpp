// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numeric>

#include "mappers/competencies/align.hpp"
#include "mappers/competencies/second_look.hpp"
#include "mappers/competencies/weigher.hpp"

namespace crosswalk::competencies {
namespace {

constexpr double shrinkage = 6;  // of the weights, in lessons: a Gaussian prior around 0
constexpr int rounds = 300;
constexpr int rounds_again = 120;  // after each second look
constexpr int second_looks = 2;
constexpr int calibration_rounds = 400;
constexpr std::size_t parameter_count = signal_count + 1;  // the last is the score of nothing
using Parameters = std::array<double, parameter_count>;

// A decided subject with its candidates; `right[i]` where a person chose candidate i.
struct Lesson {
  std::vector<Candidate> candidates;
  std::vector<bool> right;
  bool may_be_nothing = false;  // people looked for counterparts in vain elsewhere in this set
  bool nothing = false;         // ... and here
  double counts = 1;
};

// One set of decisions: lessons of decided subjects, in order of subject.
struct Course {
  const CompetencyFramework* decided = nullptr;
  const CompetencyFramework* to = nullptr;
  std::vector<std::uint32_t> subjects;
  std::vector<Lesson> lessons;
  double subjects_each = 1;  // of those to be aligned, for each lesson
};

Parameters parameters(const Model& model) {
  Parameters out{};
  std::ranges::copy(model.weights, out.begin());
  out.back() = model.nothing.value_or(0);
  return out;
}

void assign(Model& model, const Parameters& parameters, bool nothing) {
  std::copy_n(parameters.begin(), signal_count, model.weights.begin());
  if (nothing) model.nothing = parameters.back();
}

double score(const Signals& signals, const Parameters& parameters) {
  double sum = 0;
  for (std::size_t i = 0; i < signal_count; ++i) sum += parameters[i] * static_cast<double>(signals[i]);
  return sum;
}

// Of the candidates and, last, of nothing.
std::vector<double> shares(const Lesson& lesson, const Parameters& parameters) {
  std::vector<double> out;
  for (const Candidate& candidate : lesson.candidates) out.push_back(score(candidate.signals, parameters));
  double most = out.empty() ? 0 : *std::ranges::max_element(out);
  if (lesson.may_be_nothing) most = std::max(most, parameters.back());
  double sum = 0;
  for (double& value : out) sum += value = std::exp(value - most);
  out.push_back(lesson.may_be_nothing ? std::exp(parameters.back() - most) : 0);
  sum += out.back();
  for (double& value : out) value /= sum;
  return out;
}

std::vector<std::uint32_t> some_of(std::vector<std::uint32_t> subjects, std::size_t most) {
  if (subjects.size() <= most) return subjects;
  std::vector<std::uint32_t> some;
  for (std::size_t i = 0; i < most; ++i) some.push_back(subjects[i * subjects.size() / most]);
  return some;
}

Course course(const Inputs& inputs, const Options& options) {
  Course out{inputs.decided, inputs.to, {}, {}, 1};
  std::vector<std::vector<std::uint32_t>> chosen(inputs.decided->entries.size());
  for (const Decision& decision : inputs.decisions) chosen[decision.subject].push_back(decision.object);
  std::vector<bool> in_vain(chosen.size());
  for (const std::uint32_t subject : inputs.nothing) in_vain[subject] = chosen[subject].empty();
  for (std::uint32_t s = 0; s < chosen.size(); ++s)
    if (!chosen[s].empty() || in_vain[s]) out.subjects.push_back(s);
  out.subjects = some_of(std::move(out.subjects), options.learning_subjects);
  out.lessons.resize(out.subjects.size());
  const std::size_t all = inputs.from == nullptr ? inputs.decided->entries.size() : inputs.from->entries.size();
  if (all > out.subjects.size() && !out.subjects.empty())
    out.subjects_each = static_cast<double>(all) / static_cast<double>(out.subjects.size());
  std::size_t next = 0;
  Weigher(inputs, options).weigh_decided(out.subjects, [&](std::size_t subject, std::vector<Candidate>& candidates) {
    Lesson& lesson = out.lessons[next++];
    lesson.candidates = candidates;
    lesson.may_be_nothing = !inputs.nothing.empty();
    lesson.nothing = in_vain[subject];
    for (const Candidate& candidate : candidates)
      lesson.right.push_back(std::ranges::find(chosen[subject], candidate.object) != chosen[subject].end());
  });
  return out;
}

// The gradient of the log of the right answers' share together (conditional logit).
void add_gradient(const Lesson& lesson, const Parameters& parameters, Parameters& gradient) {
  const std::vector<double> all = shares(lesson, parameters);
  double right = lesson.nothing ? all.back() : 0;
  for (std::size_t i = 0; i < lesson.candidates.size(); ++i)
    if (lesson.right[i]) right += all[i];
  if (right <= 0) return;
  for (std::size_t i = 0; i < lesson.candidates.size(); ++i) {
    const double pull = lesson.counts * ((lesson.right[i] ? all[i] / right : 0) - all[i]);
    const Signals& signals = lesson.candidates[i].signals;
    for (std::size_t j = 0; j < signal_count; ++j) gradient[j] += pull * static_cast<double>(signals[j]);
  }
  gradient.back() += lesson.counts * ((lesson.nothing ? all.back() / right : 0) - all.back());
}

// Ascent with a step of its own for each weight (Adam, Kingma and Ba 2014) over all lessons at once: no chance in it.
void fit_weights(Model& model, const std::vector<Course>& courses, int rounds_now, double first_rate) {
  Parameters at = parameters(model), mean{}, spread{};
  double counts = 0, lessons = 0;
  bool nothing = false;
  for (const Course& course : courses)
    for (const Lesson& lesson : course.lessons) {
      counts += lesson.counts;
      lessons += 1;
      nothing = nothing || lesson.may_be_nothing;
    }
  for (int round = 1; round <= rounds_now; ++round) {
    Parameters gradient{};
    for (const Course& course : courses)
      for (const Lesson& lesson : course.lessons) add_gradient(lesson, at, gradient);
    const double rate = first_rate * (1 - 0.9 * round / rounds_now);
    for (std::size_t j = 0; j < parameter_count; ++j) {
      const double slope = gradient[j] / counts - shrinkage / lessons * at[j];
      mean[j] = 0.9 * mean[j] + 0.1 * slope;
      spread[j] = 0.999 * spread[j] + 0.001 * slope * slope;
      const double steady = mean[j] / (1 - std::pow(0.9, round));
      const double scale = std::sqrt(spread[j] / (1 - std::pow(0.999, round))) + 1e-8;
      at[j] += rate * steady / scale;
    }
  }
  assign(model, at, nothing);
}

// As `align` will: only the likeliest candidates are looked at again.
void keep_likeliest(Lesson& lesson, const Parameters& parameters, std::size_t most) {
  if (lesson.candidates.size() <= most) return;
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t i = 0; i < lesson.candidates.size(); ++i)
    order.emplace_back(-score(lesson.candidates[i].signals, parameters), i);
  std::ranges::nth_element(order, order.begin() + static_cast<std::ptrdiff_t>(most));
  order.resize(most);
  std::ranges::sort(order, {}, &std::pair<double, std::size_t>::second);
  std::vector<Candidate> candidates;
  std::vector<bool> right;
  for (const auto& [less, i] : order) {
    candidates.push_back(lesson.candidates[i]);
    right.push_back(lesson.right[i]);
  }
  lesson.candidates = std::move(candidates);
  lesson.right = std::move(right);
}

void look_again(Course& course, const Model& model) {
  Candidates candidates(course.decided->entries.size());
  for (std::size_t i = 0; i < course.subjects.size(); ++i)
    candidates[course.subjects[i]] = std::move(course.lessons[i].candidates);
  look_again(candidates, Relatives(*course.decided), Relatives(*course.to), model, course.subjects_each);
  for (std::size_t i = 0; i < course.subjects.size(); ++i)
    course.lessons[i].candidates = std::move(candidates[course.subjects[i]]);
}

struct Trial {
  double score, odds;
  bool right;
};

std::vector<Trial> trials_of(const Model& model, const std::vector<Course>& courses) {
  const Parameters at = parameters(model);
  std::vector<Trial> trials;
  for (const Course& course : courses)
    for (const Lesson& lesson : course.lessons) {
      const std::vector<double> all = shares(lesson, at);
      std::vector<std::size_t> order(lesson.candidates.size());
      std::iota(order.begin(), order.end(), 0U);
      std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return all[i]; });
      for (std::size_t rank = 0; rank < std::min<std::size_t>(3, order.size()); ++rank) {
        const std::size_t i = order[rank];
        const double share = std::clamp(all[i], 1e-9, 1 - 1e-9);
        trials.push_back({score(lesson.candidates[i].signals, at), std::log(share / (1 - share)), lesson.right[i]});
      }
    }
  return trials;
}

// Newton's method on three coefficients; a ridge keeps it solvable where all trials agree.
void fit_calibration(Model& model, const std::vector<Course>& courses) {
  const std::vector<Trial> trials = trials_of(model, courses);
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

Model learn(std::span<const Inputs> sets, const Options& options) {
  Model model;
  model.name = "learned";
  std::vector<Course> courses;
  for (const Inputs& inputs : sets) {
    Course one = course(inputs, options);
    if (one.lessons.empty()) continue;
    for (Lesson& lesson : one.lessons) lesson.counts = 1000 / static_cast<double>(one.lessons.size());
    model.subjects += one.lessons.size();
    courses.push_back(std::move(one));
  }
  if (courses.empty()) return model;
  fit_weights(model, courses, rounds, 0.3);
  for (int look = 0; look < second_looks && options.second_look > 0; ++look) {
    const Parameters at = parameters(model);
    for (Course& each : courses) {
      for (Lesson& lesson : each.lessons) keep_likeliest(lesson, at, options.second_look);
      look_again(each, model);
    }
    fit_weights(model, courses, rounds_again, 0.1);
  }
  fit_calibration(model, courses);
  return model;
}

Model learn(const Inputs& inputs, const Options& options) { return learn(std::span(&inputs, 1), options); }

}  // namespace crosswalk::competencies
