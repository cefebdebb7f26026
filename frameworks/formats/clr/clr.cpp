// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/clr/clr.hpp"

#include <deque>
#include <map>
#include <optional>
#include <set>

#include "frameworks/formats/credential_envelope.hpp"
#include "frameworks/formats/open_badges/achievement_reader.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Identity identify_clr(const Probe& probe) {
  return credential_text(probe).find("\"ClrCredential\"") != std::string::npos ? Identity::yes : Identity::no;
}

class ClrReader {
 public:
  explicit ClrReader(const std::string& file) : file_(file), reader_("clr", file_) {}

  ReadResult<Document> read(const Node& root, const Node& credential, const std::string& envelope) {
    if (&root != &credential) reader_.reading.use(credential);
    if (!envelope.empty()) reader_.record.attributes["envelope"] = envelope;
    if (!reader_.reading.is(credential, "ClrCredential"))
      reader_.warn(credential, "type", "is not called a ClrCredential");
    reader_.read_envelope(credential);
    const Node* subject = reader_.reading.child(credential, "credentialSubject");
    if (subject == nullptr)
      throw InputError("clr.no-subject", reader_.reading.at(credential), "the record has no credentialSubject");
    reader_.expect(*subject, "ClrSubject");
    reader_.read_learner(*subject);
    for (const Node* each : reader_.reading.all(*subject, "verifiableCredential")) add(*each);
    for (const Node* each : reader_.reading.all(*subject, "achievement")) reader_.define(*each);
    for (const Node* each : reader_.reading.all(*subject, "association")) associate(*each);
    order();
    return reader_.take(root);
  }

 private:
  void add(const Node& credential) {
    if (!credential.is_mapping()) return add_token(credential);
    if (reader_.reading.is(credential, "EndorsementCredential"))
      return reader_.warn(credential, "endorsement", "an enclosed endorsement asserts no achievement", Severity::note);
    if (const auto index = reader_.add(credential)) {
      const Attempt& attempt = reader_.record.attempts[*index];
      place_.emplace(attempt.id.text, *index);
      if (const auto id = attempt.attributes.find("credential"); id != attempt.attributes.end())
        place_.emplace(id->second, *index);
    }
  }

  // A credential may be enclosed as a signed token.
  void add_token(const Node& token) {
    if (!token.text().starts_with("eyJ"))
      return reader_.warn(token, "enclosed", "an enclosed credential is neither an object nor a token; it is left out");
    const Node& root = tokens_.emplace_back(syntax::parse_json(unwrapped(token.text(), file_).text, file_));
    const Node* claim = root.find("vc");
    if (claim != nullptr) reader_.reading.use(*claim);
    reader_.also(root);
    add(claim != nullptr ? *claim : root);
  }

  // Who is part of whom; the other types of association say nothing the model has a place for.
  void associate(const Node& association) {
    if (!association.is_mapping()) return;
    reader_.expect(association, "Association");
    const std::string type = reader_.reading.text(association, "associationType");
    const std::string source = reader_.reading.text(association, "sourceId");
    const std::string target = reader_.reading.text(association, "targetId");
    const bool down = type == "isParentOf";
    if (!down && type != "isChildOf" && type != "isPartOf") {
      reader_.record.attributes[type + " " + source] = target;
      return;
    }
    const std::string &whole = down ? source : target, &piece = down ? target : source;
    for (const std::string& side : {whole, piece})
      if (!place_.contains(side) && !reader_.offers(side))
        return reader_.warn(association, "dangling",
                            "the association names " + side + ", which is no achievement of the record");
    reader_.note_part(whole, piece);
    const auto parent = place_.find(whole), part = place_.find(piece);
    if (parent == place_.end() || part == place_.end()) return;  // described only
    if (parent->second == part->second)
      return reader_.warn(association, "self-loop", source + " is a part of itself; the statement is left out");
    const auto [at, fresh] = parent_.emplace(part->second, parent->second);
    if (!fresh && at->second != parent->second)
      reader_.warn(association, "two-parents", "the achievement is a part of two others; the first is kept");
  }

  // Parents come before their parts; a ring is cut where it closes. Each attempt is placed behind the chain above it.
  void order() {
    std::vector<Attempt>& attempts = reader_.record.attempts;
    std::vector<Attempt> sorted;
    std::vector<std::optional<std::size_t>> now_at(attempts.size());
    for (std::size_t i = 0; i < attempts.size(); ++i) {
      const std::vector<std::size_t> chain = unplaced_chain(i, now_at);
      for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
        const auto up = parent_.find(*at);
        attempts[*at].parent = up == parent_.end() ? std::nullopt : now_at[up->second];
        now_at[*at] = sorted.size();
        sorted.push_back(std::move(attempts[*at]));
      }
    }
    attempts = std::move(sorted);
  }

  // The attempt and what is above it, up to the first that is placed.
  std::vector<std::size_t> unplaced_chain(std::size_t from, const std::vector<std::optional<std::size_t>>& placed) {
    std::vector<std::size_t> chain;
    std::set<std::size_t> seen;
    for (std::size_t now = from; !placed[now];) {
      chain.push_back(now);
      seen.insert(now);
      const auto up = parent_.find(now);
      if (up == parent_.end()) break;
      if (seen.contains(up->second)) {
        reader_.warn(syntax::Node(), "ring", "achievements are parts of each other; the ring is cut");
        parent_.erase(up);
        break;
      }
      now = up->second;
    }
    return chain;
  }

  std::string file_;
  AchievementReader reader_;
  std::deque<Node> tokens_;
  std::map<std::string, std::size_t> place_;
  std::map<std::size_t, std::size_t> parent_;
};

ReadResult<Document> read_clr(Input& input) {
  const Enveloped enveloped = unwrapped(input.text(), input.name());
  const Node root = syntax::parse_json(enveloped.text, input.name(), input.limits());
  const Node* claim = root.find("vc");
  return ClrReader(input.name()).read(root, claim != nullptr ? *claim : root, enveloped.envelope);
}

}  // namespace

Format clr_format() {
  Format format;
  format.id = "clr";
  format.title = "1EdTech Comprehensive Learner Record 2.0 (JSON-LD, JWT)";
  format.media_types = {"application/vc+ld+json", "application/vc+jwt"};
  format.extensions = {"json", "jwt"};
  format.identify = identify_clr;
  format.read = read_clr;
  return format;
}

}  // namespace crosswalk::formats
