// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/open_badges/open_badges.hpp"

#include "frameworks/formats/credential_envelope.hpp"
#include "frameworks/formats/open_badges/achievement_reader.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Identity identify_open_badges(const Probe& probe) {
  const std::string text = credential_text(probe);
  const auto mentions = [&](std::string_view words) { return text.find(words) != std::string::npos; };
  if (!mentions("\"credentialSubject\"") || mentions("\"ClrCredential\"") || mentions("\"EuropeanDigitalCredential\""))
    return Identity::no;
  const bool named = mentions("\"OpenBadgeCredential\"") || mentions("\"AchievementCredential\"") ||
                     mentions("\"EndorsementCredential\"") || mentions("purl.imsglobal.org/spec/ob/v3p0");
  return named ? Identity::yes : Identity::no;
}

// An endorsement asserts nothing of a learner: what it endorses and its words are all there is.
void read_endorsement(const Node& credential, AchievementReader& reader) {
  const Node* subject = reader.reading.child(credential, "credentialSubject");
  if (subject == nullptr) return reader.warn(credential, "no-subject", "the credential has no credentialSubject");
  reader.expect(*subject, "EndorsementSubject");
  reader.record.attributes["endorses"] = reader.reading.id(*subject);
  reader.record.attributes["endorsement"] = reader.reading.text(*subject, "endorsementComment");
}

ReadResult<Document> read_open_badges(Input& input) {
  const Enveloped enveloped = unwrapped(input.text(), input.name());
  const Node root = syntax::parse_json(enveloped.text, input.name(), input.limits());
  const Node* claim = root.find("vc");
  const Node& credential = claim != nullptr ? *claim : root;
  AchievementReader reader("open-badges", input.name());
  if (!credential.is_mapping() || credential.find("credentialSubject") == nullptr)
    throw InputError("open-badges.no-credential", reader.reading.at(credential),
                     "the JSON holds no credential: there is no credentialSubject");
  if (claim != nullptr) reader.reading.use(*claim);
  if (!enveloped.envelope.empty()) reader.record.attributes["envelope"] = enveloped.envelope;
  reader.read_envelope(credential);
  if (reader.reading.is(credential, "EndorsementCredential")) {
    read_endorsement(credential, reader);
  } else {
    if (!reader.reading.is(credential, "OpenBadgeCredential") &&
        !reader.reading.is(credential, "AchievementCredential"))
      reader.warn(credential, "type", "is called neither an OpenBadgeCredential nor an AchievementCredential");
    reader.add(credential);
  }
  return reader.take(root);
}

}  // namespace

Format open_badges_format() {
  Format format;
  format.id = "open-badges";
  format.title = "Open Badges 3.0 (JSON-LD, JWT)";
  format.media_types = {"application/vc+ld+json", "application/vc+jwt"};
  format.extensions = {"json", "jwt", "1ob"};
  format.identify = identify_open_badges;
  format.read = read_open_badges;
  return format;
}

}  // namespace crosswalk::formats
