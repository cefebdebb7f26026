// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "reports/page.hpp"
#include "reports/pathways.hpp"

namespace crosswalk::reports {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

std::string shape(double x, double y, double width, double height, const std::string& fill, const std::string& title) {
  return "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) +
         "\" height=\"" + std::to_string(height) + "\" rx=\"3\" fill=\"" + fill +
         "\" stroke=\"currentColor\" stroke-opacity=\"0.35\"><title>" + escape(title) + "</title></rect>";
}

std::string label(double x, double y, const std::string& text, const std::string& anchor = "start") {
  return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) +
         "\" font-size=\"12\" fill=\"currentColor\" text-anchor=\"" + anchor + "\">" + escape(text) + "</text>";
}

// Tints that keep the page's own ink readable in light and dark; providers beyond eight share.
std::string tint(std::size_t index) {
  static constexpr std::array tints{"#4e79a744", "#f28e2b44", "#59a14f44", "#b07aa144",
                                    "#edc94844", "#76b7b244", "#e1575944", "#9c755f44"};
  return tints[index % tints.size()];
}

std::string frame(double width, double height, const std::string& inside) {
  return "<svg viewBox=\"0 0 " + std::to_string(static_cast<int>(width)) + " " +
         std::to_string(static_cast<int>(height)) + "\" width=\"100%\" role=\"img\">" + inside + "</svg>";
}

// One row a purchase, one column a term.
std::string gantt(const PathwayAnswer& answer, const std::vector<PathwayStep>& all) {
  const int terms = std::max(1, answer.timetables.front().terms);
  const double left = 250, row = 22, width = 900, column = (width - left) / terms;
  std::string inside;
  for (int term = 1; term <= terms; ++term) {
    inside += label(left + column * (term - 0.5), 14, "term " + std::to_string(term), "middle");
    inside += "<line x1=\"" + std::to_string(left + column * (term - 1)) + "\" y1=\"20\" x2=\"" +
              std::to_string(left + column * (term - 1)) + "\" y2=\"" +
              std::to_string(24 + row * static_cast<double>(all.size())) +
              "\" stroke=\"currentColor\" stroke-opacity=\"0.2\"/>";
  }
  for (std::size_t index = 0; index < all.size(); ++index) {
    const auto& offering = answer.problem.offerings[at(all[index].offering)];
    const double y = 24 + row * static_cast<double>(index);
    std::string title = title_of(answer.problem, all[index].offering);
    if (title.size() > 38) title = title.substr(0, 36) + "…";
    inside += label(0, y + 14, title);
    if (all[index].term == 0) continue;
    const double x = left + column * (all[index].term - 1) + 2;
    inside += shape(x, y + 2, column - 4, row - 5, tint(at(offering.provider)),
                    title_of(answer.problem, all[index].offering));
    inside += label(x + 4, y + 14, credits_text(answer.problem, offering.credits));
  }
  return frame(width, 30 + row * static_cast<double>(all.size()), inside);
}

// One bar a requirement leaf that is filled, a block for each item in it, the minimum marked.
std::string stack(const PathwayAnswer& answer) {
  const StackingProblem& problem = answer.problem;
  std::map<int, std::vector<const StackingUse*>> leaves;
  std::int64_t longest = 1;
  for (const StackingUse& use : answer.result.plans.front().plan.counted) {
    for (const int leaf : use.leaves) leaves[leaf].push_back(&use);
    if (use.leaves.empty()) leaves[-1].push_back(&use);
  }
  for (const auto& [leaf, uses] : leaves) {
    std::int64_t sum = 0;
    for (const StackingUse* use : uses) sum += use->credits;
    longest = std::max(longest, sum);
  }
  const double left = 210, width = 900, row = 28;
  const double scale = (width - left - 70) / static_cast<double>(longest);
  double y = 4;
  std::string inside;
  for (const auto& [leaf, uses] : leaves) {
    const std::string title = leaf < 0                                ? "total only"
                              : problem.nodes[at(leaf)].title.empty() ? problem.nodes[at(leaf)].id
                                                                      : problem.nodes[at(leaf)].title;
    inside += label(0, y + 16, title);
    double x = left;
    std::int64_t sum = 0;
    for (const StackingUse* use : uses) {
      const auto& unit = problem.offerings[at(use->offering)];
      const double wide = scale * static_cast<double>(use->credits);
      inside +=
          shape(x, y, wide - 1, row - 6, tint(at(unit.provider)),
                title_of(problem, use->offering) + (use->rule >= 0 ? " by " + problem.rules[at(use->rule)].id : "") +
                    ", " + credits_text(problem, use->credits));
      if (wide > 60) inside += label(x + 4, y + 15, unit.id);
      x += wide;
      sum += use->credits;
    }
    if (leaf >= 0 && problem.nodes[at(leaf)].minimum > 0) {
      const double mark = left + scale * static_cast<double>(problem.nodes[at(leaf)].minimum);
      inside += "<line x1=\"" + std::to_string(mark) + "\" y1=\"" + std::to_string(y - 2) + "\" x2=\"" +
                std::to_string(mark) + "\" y2=\"" + std::to_string(y + row - 4) +
                "\" stroke=\"currentColor\" stroke-width=\"2\"/>";
    }
    inside += label(x + 6, y + 16, to_string(Rational(sum) * problem.quantum));
    y += row;
  }
  return frame(width, y + 4, inside);
}

std::string front(const PathwayAnswer& answer) {
  std::int64_t low_x = answer.result.plans.front().other, high_x = low_x,
               low_y = answer.result.plans.front().plan.objective, high_y = low_y;
  for (const auto& point : answer.result.plans) {
    low_x = std::min(low_x, point.other), high_x = std::max(high_x, point.other);
    low_y = std::min(low_y, point.plan.objective), high_y = std::max(high_y, point.plan.objective);
  }
  const double width = 700, height = 360, pad = 60;
  std::string inside = "<path d=\"M60 20V310H690\" fill=\"none\" stroke=\"currentColor\"/>";
  inside += label(380, 350, std::string(name(*answer.options.against)), "middle") +
            label(4, 14, std::string(name(answer.options.objective)));
  for (const auto& point : answer.result.plans) {
    const double x =
        pad + 20 +
        580 * static_cast<double>(point.other - low_x) / static_cast<double>(std::max<std::int64_t>(1, high_x - low_x));
    const double y = 300 - 260 * static_cast<double>(point.plan.objective - low_y) /
                               static_cast<double>(std::max<std::int64_t>(1, high_y - low_y));
    inside += "<circle cx=\"" + std::to_string(x) + "\" cy=\"" + std::to_string(y) +
              "\" r=\"5\" fill=\"#4e79a7\"><title>" + std::to_string(point.other) + ", " +
              std::to_string(point.plan.objective) + "</title></circle>";
    inside += label(x + 8, y - 4, std::to_string(point.plan.objective));
    inside += label(x, 326, std::to_string(point.other), "middle");
  }
  return frame(width, height, inside);
}

void providers(const PathwayAnswer& answer, Page& page) {
  const StackingProblem& problem = answer.problem;
  struct Sums {
    std::int64_t cost = 0, bought = 0, counted = 0;
  };
  std::map<int, Sums> sums;
  const StackingPlan& plan = answer.result.plans.front().plan;
  for (const int offering : plan.offerings) {
    const auto& unit = problem.offerings[at(offering)];
    sums[unit.provider].cost += unit.cost;
    sums[unit.provider].bought += unit.credits;
  }
  for (const int bundle : plan.bundles) {
    const auto& unit = problem.offerings[at(problem.bundles[at(bundle)].parts.front())];
    sums[unit.provider].cost += problem.bundles[at(bundle)].cost;
    for (const int part : problem.bundles[at(bundle)].parts)
      sums[unit.provider].bought += problem.offerings[at(part)].credits;
  }
  for (const StackingUse& use : plan.counted) {
    const int from = use.rule >= 0 && !problem.rules[at(use.rule)].offerings.empty()
                         ? problem.rules[at(use.rule)].offerings.front()
                         : use.offering;
    sums[problem.offerings[at(from)].provider].counted += use.credits;
  }
  Table table{"Costs and credits by provider",
              {{"provider"}, {"cost", true}, {"credits bought", true}, {"credits counted", true}},
              {}};
  for (const auto& [provider, sum] : sums)
    table.rows.push_back({problem.providers[at(provider)].id, std::to_string(sum.cost) + " " + problem.currency,
                          credits_text(problem, sum.bought), credits_text(problem, sum.counted)});
  page.section("Providers").table(table);
}

}  // namespace

std::string pathways_html(const PathwayAnswer& answer) {
  const StackingProblem& problem = answer.problem;
  const auto& result = answer.result;
  Page page("Pathways");
  page.kicker("Stacking pathways: " + problem.title);
  if (result.plans.empty()) {
    page.lead(result.status == pathways::Result::Status::infeasible ? "There is no pathway."
                                                                    : "No pathway was found within the limits.");
    std::vector<std::string> reasons;
    for (const auto& obstacle : result.obstacles) reasons.push_back(words(answer, obstacle));
    if (!reasons.empty()) page.section("These cannot all be met").list(reasons);
    return page.html();
  }
  const bool optimal = result.status == pathways::Result::Status::optimal;
  page.lead("The best pathway " + std::string(optimal ? "is proven" : "found") + ": " +
            amount_text(answer, result.objective) + ".");
  page.fact("status", std::string(name(result.status)), optimal ? Tone::good : Tone::warning);
  page.fact("bound", amount_text(answer, result.bound));
  page.fact("gap", gap_text(result));
  page.fact("terms", std::to_string(answer.timetables.front().terms));
  const auto all = steps(answer, 0);
  page.section("Timetable")
      .figure(gantt(answer, all), "When each offering is taken; the tint is its provider.",
              "A chart of " + std::to_string(all.size()) + " offerings over " +
                  std::to_string(answer.timetables.front().terms) + " terms; the table below says the same.");
  Table table{"What is bought, when, and what for",
              {{"offering"}, {"term", true}, {"provider"}, {"credits", true}, {"cost", true}, {"counts for"}},
              {}};
  for (const PathwayStep& step : all) {
    const auto& offering = problem.offerings[at(step.offering)];
    table.rows.push_back({title_of(problem, step.offering), step.term > 0 ? std::to_string(step.term) : "none",
                          problem.providers[at(offering.provider)].id, credits_text(problem, offering.credits),
                          step.bundle >= 0 ? "with " + problem.bundles[at(step.bundle)].id
                                           : std::to_string(offering.cost) + " " + problem.currency,
                          joined(step.counts_for)});
  }
  page.table(table);
  page.section("Stack").figure(stack(answer), "What counts for what; the thick line is a requirement's minimum.",
                               "A bar for each requirement, made of the units that count for it; hover names them.");
  std::vector<std::string> earned;
  for (const int bundle : awards(problem, result.plans.front().plan)) earned.push_back(problem.bundles[at(bundle)].id);
  if (!earned.empty()) page.subsection("Awards on the way").list(earned);
  providers(answer, page);
  Table limits{"Limits over the whole plan", {{"limit"}, {"reached", true}, {"bound", true}, {"binds"}}, {}};
  for (const auto& margin : result.margins)
    limits.rows.push_back({std::string(name(margin.kind)), credits_text(problem, margin.got),
                           credits_text(problem, margin.limit), margin.got == margin.limit ? "yes" : "no"});
  page.section("What binds").table(limits);
  if (!answer.reasons.empty()) {
    Table why{"The best pathway without a step", {{"without"}, {"objective", true}, {"proven"}}, {}};
    for (const auto& reason : answer.reasons)
      why.rows.push_back(
          {reason.offering >= 0 ? title_of(problem, reason.offering) : problem.bundles[at(reason.bundle)].id,
           reason.without ? amount_text(answer, *reason.without) : "none", reason.proven ? "yes" : "no"});
    page.section("Why each step").table(why);
  }
  if (result.plans.size() > 1) {
    Table others{answer.options.against ? "Points of the front" : "Alternatives",
                 {{"pathway"},
                  {std::string(name(answer.options.objective)), true},
                  {answer.options.against ? std::string(name(*answer.options.against)) : "terms", true},
                  {"purchases", true},
                  {"proven"}},
                 {}};
    for (std::size_t index = 0; index < result.plans.size(); ++index) {
      const auto& plan = result.plans[index];
      others.rows.push_back({std::to_string(index + 1), amount_text(answer, plan.plan.objective),
                             std::to_string(answer.options.against ? plan.other : answer.timetables[index].terms),
                             std::to_string(plan.plan.offerings.size() + plan.plan.bundles.size()),
                             plan.proven ? "yes" : "no"});
    }
    page.section(answer.options.against ? "Front" : "Alternatives");
    if (answer.options.against)
      page.figure(front(answer), "Each point is the least of the one for a given amount of the other.",
                  "A scatter of the points in the table below.");
    page.table(others);
  }
  return page.html();
}

}  // namespace crosswalk::reports
