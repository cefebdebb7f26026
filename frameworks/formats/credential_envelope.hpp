// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "frameworks/formats/probe.hpp"

namespace crosswalk::formats {

// How a credential comes: as it is, as the payload of a compact JWS ("eyJ...": VC-JWT), as the payload of a JWS in JSON
// ({"payload", "signatures"}: signed Europass credentials), under "credential" (what is uploaded to be issued).
// Signatures are not checked here.
struct Enveloped {
  std::string text;      // JSON of the credential, or of the claims that hold it under "vc" or "credential"
  std::string envelope;  // "", "jwt", "jws"
};

// Undone where the text is a JWS; its own text otherwise. InputError credential.payload where the payload is no JSON.
[[nodiscard]] Enveloped unwrapped(std::string_view text, const std::string& file);

// The text that tells what a file is: the payload where the file is a JWS, else what is there. Never throws.
[[nodiscard]] std::string credential_text(const Probe& probe);

}  // namespace crosswalk::formats
