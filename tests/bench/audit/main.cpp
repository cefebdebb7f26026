// SPDX-License-Identifier: Apache-2.0
// Audit instances: slots (a course each), indivisible credits, sharing, maxima, and a hard mix; 45 courses, 30
// requirements. Prints audits a second of CPU time, building the problem's rows included, and the 99th percentile of
// the mix.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <vector>

#include "lib/solve/selection_search.hpp"

namespace {

using namespace crosswalk::solve;

constexpr int courses = 45, requirements = 30;

double seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The programme: a root that needs all its leaves, each a top-level requirement.
Problem programme() {
  Problem out;
  out.nodes.resize(1);
  for (int leaf = 0; leaf < requirements; ++leaf) {
    Node node;
    node.leaf = leaf;
    node.is_leaf = node.is_top = true;
    out.nodes[0].parts.push_back(static_cast<int>(out.nodes.size()));
    out.nodes.push_back(node);
    Leaf slot;
    slot.min_count = 1;
    out.leaves.push_back(slot);
  }
  out.exclusive.assign(requirements, std::vector<char>(requirements, 1));
  out.items.resize(courses);
  return out;
}

// What of a record fits which requirement: the rows an audit has to build. Each requirement takes 2 to 9 of the
// courses.
void fit(Problem& problem, std::mt19937& random, int low, int high) {
  for (Leaf& leaf : problem.leaves) {
    leaf.eligible = {};
    const int count = low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
    for (int i = 0; i < count; ++i) leaf.eligible.insert(random() % courses);
  }
}

// `tight`: needs of 2 to 6 drawn evenly, with which 6 % of the programmes cannot be met; else mostly one course.
void credits(Problem& problem, std::mt19937& random, bool tight) {
  static constexpr int sizes[] = {1, 2, 3, 3, 3, 3, 4, 4, 4, 5};
  for (Item& item : problem.items) item.credits = sizes[random() % 10];
  for (Leaf& leaf : problem.leaves) {
    leaf.min_count = 0;
    const auto roll = static_cast<std::int64_t>(random() % 10);
    leaf.min_credits = tight ? 2 + roll / 2 : roll < 7 ? 3 : roll < 9 ? 4 : 6;
  }
}

struct Report {
  long audits = 0, satisfied = 0, unproven = 0;
  double took = 0, p99 = 0;
};

template <class Make>
Report measure(Problem& problem, Make make, double budget, std::mt19937& random) {
  Report out;
  SelectionSearch search;
  std::vector<double> times;
  const double start = seconds();
  while (seconds() - start < budget) {
    for (int batch = 0; batch < 16; ++batch) {
      const double before = seconds();
      make(problem, random);
      search.prepare(problem);
      const Solution solution = search.run({.work = 50'000, .tail_work = 0});
      times.push_back(seconds() - before);
      ++out.audits;
      out.satisfied += solution.value.root;
      out.unproven += solution.optimal ? 0 : 1;
    }
  }
  for (const double time : times) out.took += time;
  std::sort(times.begin(), times.end());
  out.p99 = times[times.size() * 99 / 100];
  return out;
}

void print(const char* name, const Report& r) {
  std::printf("%-28s %9.0f audits/s  %8ld audits  %6.2f %% satisfied  %ld not proven  99th percentile %.3f ms\n", name,
              static_cast<double>(r.audits) / r.took, r.audits,
              100.0 * static_cast<double>(r.satisfied) / static_cast<double>(r.audits), r.unproven, r.p99 * 1e3);
}

}  // namespace

int main(int argc, char** argv) {
  const double budget = argc > 1 ? std::atof(argv[1]) : 5;
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::printf("%d courses x %d requirements, one thread, CPU time, seed 1\n", courses, requirements);
  std::mt19937 random(1);
  Problem slots = programme();
  print("slots", measure(
                     slots, [](Problem& p, std::mt19937& r) { fit(p, r, 5, 12); }, budget, random));
  Problem tight = programme();
  print("slots, often short", measure(
                                  tight, [](Problem& p, std::mt19937& r) { fit(p, r, 1, 3); }, budget, random));
  Problem indivisible = programme();
  print("indivisible credits", measure(
                                   indivisible,
                                   [](Problem& p, std::mt19937& r) {
                                     fit(p, r, 6, 14);
                                     credits(p, r, false);
                                   },
                                   budget, random));
  Problem evenly = programme();
  print("indivisible credits, tight", measure(
                                          evenly,
                                          [](Problem& p, std::mt19937& r) {
                                            fit(p, r, 6, 14);
                                            credits(p, r, true);
                                          },
                                          budget, random));
  Problem scarce = programme();
  print("indivisible credits, short", measure(
                                          scarce,
                                          [](Problem& p, std::mt19937& r) {
                                            fit(p, r, 3, 8);
                                            credits(p, r, true);
                                          },
                                          budget, random));
  Problem sharing = programme();
  for (std::size_t a = 20; a < requirements; ++a)
    for (std::size_t b = 0; b < requirements; ++b)
      sharing.exclusive[a][b] = sharing.exclusive[b][a] = (b >= 20 && a != b) ? 1 : 0;
  print("sharing between two blocks",
        measure(
            sharing, [](Problem& p, std::mt19937& r) { fit(p, r, 5, 12); }, budget, random));
  Problem mix = programme();
  const auto hard = [](Problem& p, std::mt19937& r) {
    fit(p, r, 6, 14);
    credits(p, r, false);
    for (std::size_t i = 0; i < p.leaves.size(); i += 2) {
      p.leaves[i].min_credits = 0;
      p.leaves[i].min_count = 1;
    }
    p.constraints.clear();
    p.nodes[0].constraints.clear();
    Constraint cap;
    cap.measure = Measure::credits;
    cap.at_least = false;
    cap.amount = 70;
    for (int i = 0; i < courses; ++i)
      if (r() % 2 == 0) cap.of.insert(static_cast<std::size_t>(i));
    for (int leaf = 0; leaf < requirements; ++leaf) cap.leaves.push_back(leaf);
    p.nodes[0].constraints.push_back(0);
    p.constraints.push_back(cap);
  };
  print("credits and a maximum", measure(mix, hard, budget, random));
  // A block of twenty requirements and one of ten, which may have 9 credits in common; every requirement asks for
  // indivisible credits; at most 70 credits from half of the courses; two requirements that take at most 7 credits.
  Problem two = programme();
  for (std::size_t a = 0; a < requirements; ++a)
    for (std::size_t b = 0; b < requirements; ++b) two.exclusive[a][b] = a != b && (a < 20) == (b < 20) ? 1 : 0;
  const auto everything = [&](Problem& p, std::mt19937& r, bool tight) {
    hard(p, r);
    credits(p, r, tight);
    p.constraints[0].amount = tight ? 70 : 80;
    p.leaves[3].max_credits = p.leaves[25].max_credits = 7;
    Constraint shared;
    shared.measure = Measure::shared_credits;
    shared.at_least = false;
    shared.amount = 9;
    for (std::size_t i = 0; i < courses; ++i) shared.of.insert(i);
    for (int leaf = 0; leaf < requirements; ++leaf) (leaf < 20 ? shared.leaves : shared.partner).push_back(leaf);
    p.nodes[0].constraints.push_back(1);
    p.constraints.push_back(shared);
  };
  print("hard mix", measure(
                        two, [&](Problem& p, std::mt19937& r) { everything(p, r, false); }, budget, random));
  print("hard mix, tight", measure(
                               two, [&](Problem& p, std::mt19937& r) { everything(p, r, true); }, budget, random));
  return 0;
}
