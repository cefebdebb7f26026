// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/credential_envelope.hpp"

#include <algorithm>

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/input.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

bool is_compact(std::string_view text) {
  return text.starts_with("eyJ") && std::ranges::count(text, '.') == 2 &&
         text.find_first_of(" \t{\"") == std::string_view::npos;
}

// lib/syntax undoes base64 that holds JSON on its way in.
std::string decoded(std::string payload, const std::string& file) {
  const std::string name = file + " (payload)";
  Input input = Input::from_text(std::move(payload), name);
  std::string text = input.text();
  if (!text.starts_with('{') && !text.starts_with('['))
    throw InputError("credential.payload", {name, {}, {}, {}, {}}, "the signed payload is no JSON");
  return text;
}

}  // namespace

Enveloped unwrapped(std::string_view text, const std::string& file) {
  const std::string compact = trimmed(text);
  if (is_compact(compact)) {
    const auto first = compact.find('.');
    return {decoded(compact.substr(first + 1, compact.find('.', first + 1) - first - 1), file), "jwt"};
  }
  if (text.find("\"payload\"") == std::string_view::npos || text.find("\"signature") == std::string_view::npos)
    return {std::string(text), ""};
  const syntax::Node root = syntax::parse_json(text, file);
  const syntax::Node* payload = root.find("payload");
  if (payload == nullptr || !payload->is_scalar()) return {std::string(text), ""};
  return {decoded(payload->text(), file), "jws"};
}

std::string credential_text(const Probe& probe) {
  const bool enveloped = is_compact(trimmed(probe.text)) || probe.has_key("payload");
  if (!enveloped) return probe.json_keys.empty() ? std::string() : probe.text;
  if (!probe.whole) return {};
  try {
    return unwrapped(probe.text, "payload").text;
  } catch (const Error&) {
    return {};  // not a credential that can be told
  }
}

}  // namespace crosswalk::formats
