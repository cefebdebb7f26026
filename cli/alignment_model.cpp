// SPDX-License-Identifier: Apache-2.0
#include "cli/alignment_model.hpp"

#include <charconv>
#include <cmath>

#include "cli/alignment_files.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/yaml.hpp"

namespace crosswalk::cli {
namespace {

using competencies::Model;

[[noreturn]] void refuse(const syntax::Node& node, std::string_view file, std::string_view code, std::string text) {
  throw InputError("alignment-model." + std::string(code), syntax::at(node, file), std::move(text));
}

double number(const syntax::Node& node, std::string_view file) {
  const std::string& text = node.text();
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    refuse(node, file, "number", "'" + text + "' is no number");
  return value;
}

// Enough digits that reading gives the same value back.
std::string text(double value) {
  std::array<char, 32> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return {digits.data(), end};
}

}  // namespace

Model read_alignment_model(std::string_view source, std::string_view file) {
  const syntax::Node node = syntax::parse_yaml(source, file);
  const auto* kind = node.find("crosswalk");
  if (kind == nullptr || kind->text() != "alignment-model/1")
    refuse(node, file, "kind", "an alignment model begins 'crosswalk: alignment-model/1'");
  Model model;
  if (const auto* name = node.find("name")) model.name = name->text();
  if (const auto* subjects = node.find("subjects"))
    model.subjects = static_cast<std::uint64_t>(number(*subjects, file));
  if (const auto* weights = node.find("weights"))
    for (const auto& [name, value] : weights->members()) {
      const auto signal = competencies::signal(name);
      if (!signal) refuse(value, file, "signal", "'" + name + "' is no signal of this version");
      model.weights[static_cast<std::size_t>(*signal)] = number(value, file);
    }
  if (const auto* nothing = node.find("nothing")) model.nothing = number(*nothing, file);
  const auto* calibration = node.find("calibration");
  if (calibration == nullptr || calibration->items().size() != model.calibration.size())
    refuse(node, file, "calibration", "calibration has three numbers: constant, score, log odds of the share");
  for (std::size_t i = 0; i < model.calibration.size(); ++i)
    model.calibration[i] = number(calibration->items()[i], file);
  return model;
}

std::string write_alignment_model(const Model& model) {
  syntax::Node node = syntax::Node::mapping();
  node.set("crosswalk", syntax::Node("alignment-model/1"));
  node.set("name", syntax::Node(model.name));
  node.set("subjects", syntax::Node(std::to_string(model.subjects)));
  syntax::Node weights = syntax::Node::mapping();
  for (std::size_t i = 0; i < competencies::signal_count; ++i)
    weights.set(std::string(competencies::name(static_cast<competencies::Signal>(i))),
                syntax::Node(text(model.weights[i])));
  node.set("weights", std::move(weights));
  if (model.nothing) node.set("nothing", syntax::Node(text(*model.nothing)));
  syntax::Node calibration = syntax::Node::sequence();
  for (const double value : model.calibration) calibration.push(syntax::Node(text(value)));
  node.set("calibration", std::move(calibration));
  return syntax::write_yaml(node);
}

Model general_alignment_model() { return read_alignment_model(alignment_data("general.model"), "general.model"); }

}  // namespace crosswalk::cli
