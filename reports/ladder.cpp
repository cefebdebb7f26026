// SPDX-License-Identifier: Apache-2.0
#include "reports/ladder.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

// Sizes in SVG user units.
constexpr int rung = 46, gap = 6, box = 330, between = 300, top = 54;

struct Place {
  double low = 0, high = 0;  // upper and lower edge of the box
  double x = 0, width = 0;
  double start = 0, end = 0;  // its part of the rung's edge, where bands begin and end
};

// One framework's rungs: levels of one rank stand side by side on one rung.
struct Ladder {
  const Framework* framework;
  std::map<std::string, Place> places;
  double edge = 0;  // x of the side the bands touch
};

std::string n(double value) {
  std::string out = std::to_string(value);
  out.resize(out.find('.') + 2);
  return out.ends_with(".0") ? out.substr(0, out.size() - 2) : out;
}

std::vector<std::vector<const Level*>> rungs(const Framework& framework) {
  std::vector<std::vector<const Level*>> out;
  for (const Level& level : framework.levels) {
    if (!level.rank) continue;
    if (!out.empty() && out.back().front()->rank == level.rank)
      out.back().push_back(&level);
    else
      out.push_back({&level});
  }
  return out;
}

Ladder build(const Framework& framework, double height, double x, bool right) {
  Ladder out{&framework, {}, right ? x : x + box};
  const auto all = rungs(framework);
  const double step = height / static_cast<double>(std::max<std::size_t>(all.size(), 1));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double share = box / static_cast<double>(all[i].size());
    for (std::size_t k = 0; k < all[i].size(); ++k) {
      const double low = top + height - step * static_cast<double>(i + 1) + gap / 2.0;
      const double part = (step - gap) / static_cast<double>(all[i].size());
      out.places[all[i][k]->ref.level] = {low,
                                          low + step - gap,
                                          x + share * static_cast<double>(k),
                                          share - (k + 1 < all[i].size() ? 4 : 0),
                                          low + part * static_cast<double>(k),
                                          low + part * static_cast<double>(k + 1)};
    }
  }
  return out;
}

// A text of 12.5 units' size in at most two lines, at about 7 units a letter in the widest usual font; cut with an
// ellipsis.
std::vector<std::string> lines_of(const std::string& text, double width) {
  const auto fits = static_cast<std::size_t>(std::max(4.0, width / 7.0));
  const auto letters = [](const std::string& part) {
    return static_cast<std::size_t>(
        std::ranges::count_if(part, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  };
  std::vector<std::string> out;
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    const std::string word = text.substr(at, end - at);
    at = end + 1;
    const std::string longer = line.empty() ? word : line + " " + word;
    if (letters(longer) <= fits || line.empty()) {
      line = longer;
      continue;
    }
    out.push_back(std::exchange(line, word));
    if (out.size() < 2) continue;
    out.back() += " …";
    return out;
  }
  if (!line.empty()) out.push_back(line);
  return out;
}

std::string subtitle(const Level& level) {
  if (!level.qualifications.empty()) return level.qualifications;
  return level.cycle.empty() ? "" : "QF-EHEA cycle " + level.cycle;
}

void draw_rung(std::string& out, const Level& level, const Place& at, bool right) {
  const double middle = (at.low + at.high) / 2 + 5;
  const double label_width = std::max<double>(44, 11.0 * static_cast<double>(level.ref.level.size()) + 18);
  const double label_x = right ? at.x : at.x + at.width - label_width;
  out += "<g><title>" +
         escape(to_string(level.ref) + (level.qualifications.empty() ? "" : ": " + level.qualifications)) + "</title>";
  out += "<rect x=\"" + n(at.x) + "\" y=\"" + n(at.low) + "\" width=\"" + n(at.width) + "\" height=\"" +
         n(at.high - at.low) + "\" rx=\"6\" style=\"fill:var(--panel);stroke:var(--line)\"/>";
  out += "<rect x=\"" + n(label_x) + "\" y=\"" + n(at.low) + "\" width=\"" + n(label_width) + "\" height=\"" +
         n(at.high - at.low) + "\" rx=\"6\" style=\"fill:var(--grey-soft)\"/>";
  out += "<text x=\"" + n(label_x + label_width / 2) + "\" y=\"" + n(middle) +
         "\" text-anchor=\"middle\" font-size=\"17\" font-weight=\"700\">" + escape(level.ref.level) + "</text>";
  const double text_x = right ? at.x + label_width + 10 : at.x + at.width - label_width - 10;
  const auto lines = lines_of(subtitle(level), at.width - label_width - 22);
  double y = middle - 1 - 7.5 * static_cast<double>(lines.size() - (lines.empty() ? 0U : 1U));
  for (const std::string& each : lines) {
    out += "<text x=\"" + n(text_x) + "\" y=\"" + n(y) +
           "\" font-size=\"12.5\" style=\"fill:var(--muted)\" text-anchor=\"" + (right ? "start" : "end") + "\">" +
           escape(each) + "</text>";
    y += 15;
  }
  out += "</g>\n";
}

// A band between two upright edges: the filled shape, and its upper and lower curves.
struct Band {
  double x1, a, b, x2, c, d;  // left edge from a to b, right edge from c to d
};

std::string curve(double x1, double y1, double x2, double y2) {
  const double m = (x1 + x2) / 2;
  return "C" + n(m) + " " + n(y1) + " " + n(m) + " " + n(y2) + " " + n(x2) + " " + n(y2);
}

std::string shape(const Band& band) {
  return "M" + n(band.x1) + " " + n(band.a) + curve(band.x1, band.a, band.x2, band.c) + "L" + n(band.x2) + " " +
         n(band.d) + curve(band.x2, band.d, band.x1, band.b) + "Z";
}

std::string edges(const Band& band) {
  return "M" + n(band.x1) + " " + n(band.a) + curve(band.x1, band.a, band.x2, band.c) + "M" + n(band.x1) + " " +
         n(band.b) + curve(band.x1, band.b, band.x2, band.d);
}

std::string evidence_mark(double x, double y, Evidence evidence, const char* colour) {
  const std::string at = "cx=\"" + n(x) + "\" cy=\"" + n(y) + "\" r=\"6.5\"";
  const std::string ring =
      "<circle " + at + " style=\"fill:var(--panel);stroke:var(--" + colour + ")\" stroke-width=\"2\"";
  if (evidence == Evidence::checked)
    return "<circle " + at + " style=\"fill:var(--" + colour + ");stroke:var(--panel)\" stroke-width=\"1.5\"/>";
  if (evidence == Evidence::secondary)
    return ring + "/><path d=\"M" + n(x) + " " + n(y - 6.5) + "a6.5 6.5 0 0 0 0 13z\" style=\"fill:var(--" + colour +
           ")\"/>";
  if (evidence == Evidence::unverified) return ring + "/>";
  return ring + " stroke-dasharray=\"3 2\"/>";
}

// Where a band ends: the levels it answers with, or its share of one level where several bands end there.
std::pair<double, double> landing(const ComparisonReport& report, const levels::LevelAnswer& level,
                                  const levels::Answer& answer, const Ladder& target, bool behind) {
  const Place low = target.places.at(answer.lowest), high = target.places.at(answer.highest);
  const double upper = std::min(low.start, high.start), bottom = std::max(low.end, high.end);
  if (behind || answer.lowest != answer.highest) return {upper, bottom};
  std::vector<const levels::LevelAnswer*> sharing;
  for (const levels::LevelAnswer& each : report.comparison->levels)
    if (each.leading.to == answer.to && report.from->level(each.from.level)->rank) sharing.push_back(&each);
  const auto at = std::ranges::find(sharing, &level);
  if (sharing.size() < 2 || at == sharing.end()) return {upper, bottom};
  const double share = (bottom - upper) / static_cast<double>(sharing.size());
  const auto from_foot = static_cast<double>(at - sharing.begin());
  return {bottom - share * (from_foot + 1), bottom - share * from_foot};
}

void draw_levels(std::string& out, const ComparisonReport& report, const levels::LevelAnswer& level,
                 const levels::Answer& answer, const Ladder& source, const Ladder& target, bool behind) {
  const Place& from = source.places.at(level.from.level);
  const auto [upper, bottom] = landing(report, level, answer, target, behind);
  const bool published = answer.kind == levels::AnswerKind::published;
  const char* colour = published ? "blue" : answer.kind == levels::AnswerKind::composed ? "orange" : "purple";
  const std::string fill = published                                     ? "var(--blue-soft)"
                           : answer.kind == levels::AnswerKind::composed ? "url(#hatch)"
                                                                         : "none";
  const double inset = behind ? 12 : 4, narrow = std::min(inset, (bottom - upper) / 8);
  const double x1 = source.edge, x2 = target.edge, tight = std::min(inset, (from.end - from.start) / 6);
  const Band band{x1, from.start + tight, from.end - tight, x2, upper + narrow, bottom - narrow};
  out += "<g" + std::string(behind ? " opacity=\".6\"" : "") + "><title>" +
         escape(to_string(level.from) + ": " + answer_words(answer, target.framework->id) + ", " + kind_words(answer) +
                ", " + std::string(name(answer.evidence))) +
         "</title><path d=\"" + shape(band) + "\" style=\"fill:" + fill + "\" fill-opacity=\".75\"/><path d=\"" +
         edges(band) + "\" style=\"fill:none;stroke:var(--" + colour + ")\" stroke-width=\"1.7\"" +
         (published ? "" : " stroke-dasharray=\"6 4\"") + "/>";
  if (!behind)
    out += evidence_mark((band.x1 + x2) / 2, (band.a + band.b + band.c + band.d) / 4, answer.evidence, colour);
  out += "</g>\n";
}

void draw_stub(std::string& out, const levels::LevelAnswer& level, const Place& from, double x) {
  const bool none = level.leading.known == levels::Known::none;
  const double y = (from.start + from.end) / 2;
  const char* colour = none ? "grey" : "purple";
  out += "<g><title>" +
         escape(to_string(level.from) + ": " + std::string(levels::name(level.leading.known)) + ". " +
                level.leading.reason) +
         "</title><line x1=\"" + n(x) + "\" y1=\"" + n(y) + "\" x2=\"" + n(x + 34) + "\" y2=\"" + n(y) +
         "\" style=\"stroke:var(--" + colour + ")\" stroke-width=\"2\"" + (none ? "" : " stroke-dasharray=\"3 4\"") +
         "/><text x=\"" + n(x + 40) + "\" y=\"" + n(y + 5) + "\" font-size=\"14\" style=\"fill:var(--" + colour +
         ")\">" + (none ? "∅ none" : "? unknown") + "</text></g>\n";
}

const levels::Answer* composed_beside(const levels::LevelAnswer& level) {
  if (level.leading.kind != levels::AnswerKind::published) return nullptr;
  const auto found = std::ranges::find_if(level.alternatives, [&](const levels::Answer& each) {
    return each.known == levels::Known::levels && each.to != level.leading.to;
  });
  return found == level.alternatives.end() ? nullptr : &*found;
}

const char* hatch =
    "<defs><pattern id=\"hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\">"
    "<rect width=\"7\" height=\"7\" style=\"fill:var(--orange-soft)\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\" "
    "style=\"stroke:var(--orange)\" stroke-width=\"1.4\" opacity=\".55\"/></pattern></defs>";

}  // namespace

std::string ladder_svg(const ComparisonReport& report) {
  const auto tallest = std::max(rungs(*report.from).size(), rungs(*report.to).size());
  const double height = static_cast<double>(tallest) * rung, width = 2 * box + between + 8;
  const Ladder left = build(*report.from, height, 4, false), right = build(*report.to, height, box + between + 4, true);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + n(width) + " " + n(height + top + 8) +
                    "\" width=\"" + n(width) + "\" aria-hidden=\"true\">" + hatch;
  for (const Ladder* ladder : {&left, &right}) {
    const double x = ladder == &left ? box + 4 : box + between + 4;
    const char* anchor = ladder == &left ? "end" : "start";
    out += "<text x=\"" + n(x) + "\" y=\"20\" font-size=\"17\" font-weight=\"700\" text-anchor=\"" + anchor + "\">" +
           escape(ladder->framework->id.text) + "</text><text x=\"" + n(x) +
           "\" y=\"40\" font-size=\"13\" style=\"fill:var(--muted)\" text-anchor=\"" + anchor + "\">" +
           escape(ladder->framework->region) + "</text>\n";
  }
  for (const bool behind : {true, false})
    for (const levels::LevelAnswer& level : report.comparison->levels) {
      const auto from = left.places.find(level.from.level);
      if (from == left.places.end()) continue;
      if (behind) {
        if (const levels::Answer* other = composed_beside(level))
          draw_levels(out, report, level, *other, left, right, true);
      } else if (level.leading.known == levels::Known::levels && right.places.contains(level.leading.lowest) &&
                 right.places.contains(level.leading.highest)) {
        draw_levels(out, report, level, level.leading, left, right, false);
      } else {
        draw_stub(out, level, from->second, left.edge);
      }
    }
  for (const Level& level : report.from->levels)
    if (level.rank) draw_rung(out, level, left.places.at(level.ref.level), false);
  for (const Level& level : report.to->levels)
    if (level.rank) draw_rung(out, level, right.places.at(level.ref.level), true);
  return out + "</svg>";
}

std::string ladder_words(const ComparisonReport& report) {
  std::string out =
      "Two ladders, " + report.from->id.text + " left and " + report.to->id.text + " right, lowest level at the foot. ";
  for (const levels::LevelAnswer& level : report.comparison->levels)
    out += to_string(level.from) + " to " + answer_words(level.leading, report.to->id) + ", " +
           kind_words(level.leading) + ". ";
  out += "The table below says the same.";
  return out;
}

std::string ladder_key() {
  std::string out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 940 62\" width=\"940\" aria-hidden=\"true\">";
  out +=
      "<defs><pattern id=\"hatch-key\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
      "patternTransform=\"rotate(45)\">"
      "<rect width=\"7\" height=\"7\" style=\"fill:var(--orange-soft)\"/><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\" "
      "style=\"stroke:var(--orange)\" stroke-width=\"1.4\" opacity=\".55\"/></pattern></defs>";
  const auto word = [&](double x, double y, const std::string& text) {
    out += "<text x=\"" + n(x) + "\" y=\"" + n(y) + "\" font-size=\"13\">" + text + "</text>";
  };
  out +=
      "<rect x=\"2\" y=\"5\" width=\"40\" height=\"17\" rx=\"3\" style=\"fill:var(--blue-soft);stroke:var(--blue)\" "
      "stroke-width=\"1.6\"/>";
  word(50, 19, "published");
  out +=
      "<rect x=\"142\" y=\"5\" width=\"40\" height=\"17\" rx=\"3\" style=\"fill:url(#hatch-key);stroke:var(--orange)\" "
      "stroke-width=\"1.8\" stroke-dasharray=\"6 4\"/>";
  word(190, 19, "composed through a hub: an interval");
  out += "<text x=\"478\" y=\"19\" font-size=\"13\" style=\"fill:var(--grey)\">∅ none: the documents say so</text>";
  out += "<text x=\"722\" y=\"19\" font-size=\"13\" style=\"fill:var(--purple)\">? unknown: no document says</text>";
  double x = 10;
  for (const auto& [evidence, text] : {std::pair{Evidence::checked, "seen in the named source"},
                                       {Evidence::secondary, "seen in a derived page"},
                                       {Evidence::unverified, "unverified: general knowledge"},
                                       {Evidence::shaky, "shaky: only when asked for"}}) {
    out += evidence_mark(x, 44, evidence, "blue");
    word(x + 13, 49, text);
    x += 236;
  }
  return out + "</svg>";
}

}  // namespace crosswalk::reports
