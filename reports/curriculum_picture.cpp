// SPDX-License-Identifier: Apache-2.0
#include "reports/curriculum_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

#include "reports/columns.hpp"
#include "reports/curriculum_layout.hpp"

namespace crosswalk::reports {
namespace {

constexpr double margin = 6, head = 40;

// One decimal is enough for a picture and keeps its bytes alike everywhere.
std::string px(double value) {
  const auto tenths = static_cast<long long>(std::llround(value * 10));
  std::string text = std::to_string(std::llabs(tenths) / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(std::llabs(tenths) % 10);
  return tenths < 0 ? "-" + text : text;
}

struct Drawn {
  std::vector<LayoutEdge> edges;
  std::vector<bool> together;  // a corequisite of either kind
};

Drawn edges_of(const MeasuredCurriculum& measured) {
  const Curriculum& given = measured.curriculum;
  std::unordered_map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < given.courses.size(); ++i) place.emplace(given.courses[i].id, i);
  std::map<std::pair<std::size_t, std::size_t>, bool> found;
  for (std::size_t to = 0; to < given.courses.size(); ++to) {
    for (const std::string& id : given.courses[to].prerequisites) found[{place.at(id), to}] = false;
    for (const auto* ids : {&given.courses[to].corequisites, &given.courses[to].strict_corequisites})
      for (const std::string& id : *ids) found.emplace(std::pair(place.at(id), to), true);
  }
  const auto& critical = measured.metrics.critical;
  Drawn drawn;
  for (const auto& [ends, together] : found) {
    bool strong = false;
    for (std::size_t i = 0; i + 1 < critical.size(); ++i)
      strong = strong || (critical[i] == ends.first && critical[i + 1] == ends.second);
    drawn.edges.push_back({ends.first, ends.second, strong});
    drawn.together.push_back(together);
  }
  return drawn;
}

// Words into at most two lines of so many characters.
std::vector<std::string> wrapped(const std::string& text, std::size_t first, std::size_t second) {
  if (text.empty()) return {};
  if (characters(text) <= first) return {text};
  std::size_t split = std::string::npos;
  for (std::size_t blank = text.find(' '); blank != std::string::npos; blank = text.find(' ', blank + 1))
    if (characters(text.substr(0, blank)) <= first) split = blank;
  if (split == std::string::npos) return {cut(text, first)};
  return {text.substr(0, split), cut(text.substr(split + 1), second)};
}

class Picture {
 public:
  Picture(const MeasuredCurriculum& measured, const PictureColumns& columns, const PictureOptions& options)
      : measured_(measured), columns_(columns), options_(options), drawn_(edges_of(measured)) {
    if (options.compact) geometry_ = {62, 24, 14, 7, 5};
    layout_ = lay_out(columns.courses, measured.curriculum.courses.size(), drawn_.edges, geometry_);
  }

  std::string svg() {
    const double width = layout_.width + 2 * margin + 10, height = layout_.height + head + margin;
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + px(width) + " " + px(height) +
                      "\" width=\"" + px(width) + "\" height=\"" + px(height) +
                      "\" style=\"min-width:" + px(std::min(width, options_.compact ? 520.0 : 1060.0)) +
                      "px\" role=\"img\">";
    out += bands(height) + "<g transform=\"translate(" + px(margin + 8) + " " + px(head) + ")\">";
    out += edges(false) + edges(true);
    for (std::size_t i = 0; i < measured_.curriculum.courses.size(); ++i) out += box(i);
    return out + "</g></svg>";
  }

 private:
  // Every other term on a tinted ground, with its title and credits above.
  std::string bands(double height) const {
    std::string out;
    const double pitch = geometry_.box_width + geometry_.gutter;
    for (std::size_t c = 0; c < columns_.courses.size(); ++c) {
      const double left = margin + 8 + static_cast<double>(c) * pitch;
      if (c % 2 == 0)
        out += "<rect x=\"" + px(left - geometry_.gutter / 2) + "\" y=\"0\" width=\"" + px(pitch) + "\" height=\"" +
               px(height) + "\" fill=\"var(--grey-soft)\" opacity=\".38\"/>";
      Rational credits;
      for (const std::size_t course : columns_.courses[c])
        credits += measured_.curriculum.courses[course].credits.value_or(Rational(0));
      const std::string middle = px(left + geometry_.box_width / 2);
      const std::string title = c < columns_.titles.size() ? columns_.titles[c] : std::string();
      out += "<text x=\"" + middle + "\" y=\"16\" text-anchor=\"middle\" font-size=\"" +
             (options_.compact ? "10.5" : "12.5") + "\" font-weight=\"600\">" + escape(title) + "</text>";
      out += "<text x=\"" + middle + "\" y=\"30\" text-anchor=\"middle\" font-size=\"" +
             (options_.compact ? "9" : "10.5") + "\" style=\"fill:var(--muted)\">" + escape(to_string(credits)) +
             " cr</text>";
    }
    return out;
  }

  std::string edges(bool strong) const {
    std::string out;
    for (std::size_t e = 0; e < drawn_.edges.size(); ++e) {
      if (drawn_.edges[e].strong != strong) continue;
      const std::string line = path(e);
      const bool wrong = layout_.routes[e].backward || (layout_.routes[e].same_column && !drawn_.together[e]);
      const char* colour = wrong ? "var(--red)" : strong ? "var(--orange)" : "var(--blue)";
      const double width = (strong ? 2.8 : 1.15) * (options_.compact ? 0.8 : 1);
      out += "<path d=\"" + line + "\" fill=\"none\" stroke=\"var(--panel)\" stroke-width=\"" + px(width + 2) +
             "\"/><path d=\"" + line + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"" + px(width) + "\"" +
             (strong || wrong ? "" : " stroke-opacity=\".75\"") +
             (drawn_.together[e] || wrong ? " stroke-dasharray=\"4 3\"" : "") + "/>" + arrow(e, colour, strong);
    }
    return out;
  }

  // Ends of edge e: on the left side of its target, or of both where they share a column.
  std::string arrow(std::size_t e, const char* colour, bool strong) const {
    const Layout::Box& to = layout_.boxes[drawn_.edges[e].to];
    const double size = (strong ? 5.5 : 4.2) * (options_.compact ? 0.75 : 1), y = layout_.routes[e].end_y;
    return "<path d=\"M" + px(to.x) + " " + px(y) + "l-" + px(size * 1.3) + " -" + px(size * 0.75) + "v" +
           px(size * 1.5) + "z\" fill=\"" + colour + "\"/>";
  }

  std::string path(std::size_t e) const {
    const LayoutEdge& edge = drawn_.edges[e];
    const Layout::Route& route = layout_.routes[e];
    const Layout::Box &from = layout_.boxes[edge.from], &to = layout_.boxes[edge.to];
    if (route.same_column || route.backward) {
      const double bend = geometry_.gutter * 0.62;
      return "M" + px(from.x) + " " + px(route.start_y) + "C" + px(from.x - bend) + " " + px(route.start_y) + " " +
             px(to.x - bend) + " " + px(route.end_y) + " " + px(to.x) + " " + px(route.end_y);
    }
    double x = from.x + geometry_.box_width, y = route.start_y;
    std::string out = "M" + px(x) + " " + px(y);
    const auto curve = [&](double next_x, double next_y) {
      const double middle = (x + next_x) / 2;
      out += "C" + px(middle) + " " + px(y) + " " + px(middle) + " " + px(next_y) + " " + px(next_x) + " " + px(next_y);
      x = next_x;
      y = next_y;
    };
    for (const auto& [lane_x, lane_y] : route.lanes) {
      curve(lane_x, lane_y);
      x += geometry_.box_width;
      out += "H" + px(x);
    }
    curve(to.x, route.end_y);
    return out;
  }

  [[nodiscard]] bool critical(std::size_t course) const {
    return measured_.metrics.longest_path > 1 &&
           std::ranges::find(measured_.metrics.critical, course) != measured_.metrics.critical.end();
  }

  [[nodiscard]] CourseMark mark(std::size_t course) const {
    return options_.marks.empty() ? CourseMark::none : options_.marks[course];
  }

  [[nodiscard]] std::string fill(std::size_t course) const {
    switch (mark(course)) {
      case CourseMark::added:
        return "var(--green-soft)";
      case CourseMark::removed:
        return "var(--red-soft)";
      case CourseMark::changed:
        return "var(--orange-soft)";
      case CourseMark::none:
        break;
    }
    return "var(--blue-soft)";
  }

  // From nothing for the least complex to the full tint for the most.
  [[nodiscard]] double tint(std::size_t course) const {
    if (mark(course) != CourseMark::none) return 1;
    const Rational& most = measured_.metrics.most.complexity;
    if (most.sign() <= 0) return 0;
    const Rational part = measured_.metrics.courses[course].complexity / most;
    return static_cast<double>(part.numerator()) / static_cast<double>(part.denominator());
  }

  std::string box(std::size_t i) const {
    const CurriculumCourse& course = measured_.curriculum.courses[i];
    const curriculum::CourseMetrics& figures = measured_.metrics.courses[i];
    const Layout::Box& at = layout_.boxes[i];
    const std::string size =
        "width=\"" + px(geometry_.box_width) + "\" height=\"" + px(geometry_.box_height) + "\" rx=\"6\"";
    std::string out = "<g transform=\"translate(" + px(at.x) + " " + px(at.y) + ")\"><title>" +
                      escape(course_title(course)) + ": " + to_string(course.credits.value_or(Rational(0))) +
                      " credits, complexity " + to_string(figures.complexity) + ", blocking " +
                      std::to_string(figures.blocking) + ", delay " + std::to_string(figures.delay) + ", centrality " +
                      std::to_string(figures.centrality) + "</title>";
    out += "<rect " + size + " fill=\"var(--panel)\"/><rect " + size + " fill=\"" + fill(i) + "\" fill-opacity=\"" +
           px(tint(i)) + "\" stroke=\"" + (critical(i) ? "var(--orange)" : "var(--muted)") + "\" stroke-width=\"" +
           (critical(i) ? "2.4" : "1") + "\"" + (mark(i) == CourseMark::removed ? " stroke-dasharray=\"5 3\"" : "") +
           "/>";
    return out + (options_.compact ? compact_label(i) : full_label(i)) + "</g>";
  }

  // Code and credits above, the name below in two lines, the complexity in the lower right corner.
  std::string full_label(std::size_t i) const {
    const CurriculumCourse& course = measured_.curriculum.courses[i];
    std::string rest = course.name.empty() && course.code().empty() ? course.id : course.name;
    std::string heading = course.code();
    if (heading.empty()) {
      const auto split = wrapped(rest, 11, 99);
      heading = split.front();
      rest = split.size() > 1 ? split.back() : std::string();
    }
    const double right = geometry_.box_width - 5;
    std::string out = label(6, 14.5, "11", course.code().empty() ? "600" : "700", "ink", cut(heading, 11));
    if (course.credits) out += label(right, 14.5, "9", "400", "muted", to_string(*course.credits) + " cr", true);
    double y = 28;
    for (const std::string& line : wrapped(rest, 18, 14)) {
      out += label(6, y, "9.5", "400", "ink", line);
      y += 12;
    }
    return out + label(right, geometry_.box_height - 7, "11", "700", critical(i) ? "orange" : "blue",
                       to_string(measured_.metrics.courses[i].complexity), true);
  }

  static std::string label(double x, double y, const std::string& size, const std::string& weight,
                           const std::string& colour, const std::string& words, bool at_end = false) {
    return "<text x=\"" + px(x) + "\" y=\"" + px(y) + "\"" + (at_end ? " text-anchor=\"end\"" : "") + " font-size=\"" +
           size + "\" font-weight=\"" + weight + "\" style=\"fill:var(--" + colour + ")\">" + escape(words) + "</text>";
  }

  std::string compact_label(std::size_t i) const {
    const CurriculumCourse& course = measured_.curriculum.courses[i];
    const std::string text = course.code().empty() ? course.name : course.code();
    return "<text x=\"" + px(geometry_.box_width / 2) +
           "\" y=\"15.8\" text-anchor=\"middle\" font-size=\"9.2\" font-weight=\"600\">" + escape(cut(text, 9)) +
           "</text>" + (sign(i).empty() ? "" : label(geometry_.box_width - 2, 7.5, "9", "700", "ink", sign(i), true));
  }

  [[nodiscard]] std::string sign(std::size_t i) const {
    switch (mark(i)) {
      case CourseMark::added:
        return "+";
      case CourseMark::removed:
        return "\u2212";
      case CourseMark::changed:
        return "\u00b1";
      case CourseMark::none:
        break;
    }
    return {};
  }

  const MeasuredCurriculum& measured_;
  const PictureColumns& columns_;
  const PictureOptions& options_;
  Drawn drawn_;
  LayoutGeometry geometry_;
  Layout layout_;
};

// The level of each course: one after its latest prerequisite, at least that of its corequisites.
std::vector<std::size_t> levels_of(const MeasuredCurriculum& measured) {
  const Drawn drawn = edges_of(measured);
  std::vector<std::size_t> level(measured.curriculum.courses.size(), 0);
  for (bool more = true; more;) {
    more = false;
    for (std::size_t e = 0; e < drawn.edges.size(); ++e) {
      const std::size_t least = level[drawn.edges[e].from] + (drawn.together[e] ? 0 : 1);
      if (level[drawn.edges[e].to] >= least) continue;
      level[drawn.edges[e].to] = least;
      more = true;
    }
  }
  return level;
}

PictureColumns by_level(const MeasuredCurriculum& measured) {
  const auto level = levels_of(measured);
  const std::size_t levels = level.empty() ? 0 : *std::ranges::max_element(level) + 1;
  PictureColumns columns;
  columns.courses.resize(std::max<std::size_t>(levels, 6));
  std::vector<bool> linked(level.size(), false);
  for (const LayoutEdge& edge : edges_of(measured).edges) linked[edge.from] = linked[edge.to] = true;
  for (std::size_t i = 0; i < level.size(); ++i)
    if (linked[i]) columns.courses[level[i]].push_back(i);
  for (std::size_t i = 0; i < level.size(); ++i)
    if (!linked[i])
      std::ranges::min_element(columns.courses, {}, [](const auto& column) { return column.size(); })->push_back(i);
  for (std::size_t c = 0; c < columns.courses.size(); ++c)
    columns.titles.push_back(c < levels ? "Level " + std::to_string(c + 1) : "");
  return columns;
}

}  // namespace

PictureColumns columns_of(const curriculum::Plan& plan) {
  PictureColumns columns;
  for (std::size_t t = 0; t < plan.terms.size(); ++t) {
    columns.courses.push_back(plan.terms[t].courses);
    columns.titles.push_back("Term " + std::to_string(t + 1));
  }
  return columns;
}

PictureColumns columns_of(const MeasuredCurriculum& measured) {
  const auto stated = curriculum::stated_plan(measured.curriculum);
  return stated ? columns_of(*stated) : by_level(measured);
}

std::string curriculum_svg(const MeasuredCurriculum& measured, const PictureColumns& columns,
                           const PictureOptions& options) {
  return Picture(measured, columns, options).svg();
}

std::string picture_legend() {
  return "Solid lines are prerequisites, dashed ones corequisites. The thick orange line is one longest chain, the "
         "critical path: a course failed on it moves the end of the programme. The figure in each box is the "
         "course's complexity; the darker the box, the higher. A red dashed line is a requisite that the plan places "
         "too late.";
}

}  // namespace crosswalk::reports
