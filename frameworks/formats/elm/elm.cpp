// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/elm/elm.hpp"

#include "frameworks/formats/credential_envelope.hpp"
#include "frameworks/formats/edci/edci.hpp"
#include "frameworks/formats/elm/credential_reader.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Identity identify_elm(const Probe& probe) {
  const bool shaped = probe.has_key("credentialSubject") || probe.has_key("credential") || probe.has_key("payload");
  if (!shaped) return Identity::no;
  const bool named = credential_text(probe).find("\"EuropeanDigitalCredential\"") != std::string::npos;
  return named ? Identity::yes : Identity::no;
}

bool is_xml(Input& input) { return input.prefix().substr(0, 3).find('<') != std::string_view::npos; }

ReadResult<Document> read_elm(Input& input) {
  if (is_xml(input)) return edci_format().read(input);
  const Enveloped enveloped = unwrapped(input.text(), input.name());
  const Node root = syntax::parse_json(enveloped.text, input.name(), input.limits());
  const Node* uploaded = root.find("credential");
  const Node* claim = uploaded != nullptr ? uploaded : root.find("vc");
  const Node& credential = claim != nullptr ? *claim : root;
  if (!credential.is_mapping())
    throw InputError("elm.no-credential", syntax::at(credential, input.name()), "the JSON holds no credential object");
  return elm::CredentialReader(input.name()).read(root, credential, enveloped.envelope);
}

}  // namespace

Format elm_format() {
  Format format;
  format.id = "elm";
  format.title = "European Learning Model 3 (JSON-LD, JWS); 2 in XML";
  format.media_types = {"application/vc+ld+json", "text/xml"};
  format.extensions = {"json", "jsonld", "xml"};
  format.identify = identify_elm;
  format.read = read_elm;
  return format;
}

}  // namespace crosswalk::formats
