// SPDX-License-Identifier: Apache-2.0
#include "reports/drawing.hpp"

#include <array>
#include <cmath>

#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

// One decimal is enough for a picture.
std::string place(double value) {
  const auto tenths = static_cast<long long>(std::llround(value * 10));
  std::string out = std::to_string(tenths / 10);
  return tenths % 10 == 0 ? out : out + "." + std::to_string(std::llabs(tenths % 10));
}

}  // namespace

std::string block(double x, double y, double width, double height, const std::string& fill, const std::string& title) {
  return "<rect x=\"" + place(x) + "\" y=\"" + place(y) + "\" width=\"" + place(width) + "\" height=\"" +
         place(height) + "\" rx=\"3\" fill=\"" + fill + "\" stroke=\"currentColor\" stroke-opacity=\"0.35\"><title>" +
         escape(title) + "</title></rect>";
}

std::string words_at(double x, double y, const std::string& text, const std::string& anchor) {
  return "<text x=\"" + place(x) + "\" y=\"" + place(y) + "\" font-size=\"12\" fill=\"currentColor\" text-anchor=\"" +
         anchor + "\">" + escape(text) + "</text>";
}

std::string rule_line(double x1, double y1, double x2, double y2, double opacity, double width) {
  return "<line x1=\"" + place(x1) + "\" y1=\"" + place(y1) + "\" x2=\"" + place(x2) + "\" y2=\"" + place(y2) +
         "\" stroke=\"currentColor\" stroke-opacity=\"" + place(opacity) + "\" stroke-width=\"" + place(width) + "\"/>";
}

std::string dot(double x, double y, const std::string& title) {
  return "<circle cx=\"" + place(x) + "\" cy=\"" + place(y) + "\" r=\"5\" fill=\"#4e79a7\"><title>" + escape(title) +
         "</title></circle>";
}

std::string tint(std::size_t index) {
  static constexpr std::array tints{"#4e79a755", "#f28e2b55", "#59a14f55", "#b07aa155",
                                    "#edc94855", "#76b7b255", "#e1575955", "#9c755f55"};
  return tints[index % tints.size()];
}

std::string drawing(double width, double height, const std::string& inside) {
  return "<svg viewBox=\"0 0 " + place(width) + " " + place(height) + "\" width=\"100%\" role=\"img\">" + inside +
         "</svg>";
}

std::string shortened(const std::string& text, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U) continue;
    if (++characters > most) return text.substr(0, i) + "\u2026";
  }
  return text;
}

}  // namespace crosswalk::reports
