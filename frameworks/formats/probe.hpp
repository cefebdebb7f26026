// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk::formats {

class Input;

// What the first bytes of a file show, gathered once for all formats. Best effort over a text that may be cut anywhere;
// never throws. At most one of xml_root, json_keys, header is of use, as the text is.
struct Probe {
  struct Root {
    std::string name;   // local name
    std::string space;  // namespace IRI, empty where none
  };

  std::string_view bytes;              // as they are (transport undone)
  std::string text;                    // in UTF-8 without BOM, where it is text
  bool whole = false;                  // the bytes are all there is
  std::optional<Root> xml_root;        // the first element
  bool json_array = false;             // the text is a JSON array; json_keys are then those of its first object
  std::vector<std::string> json_keys;  // top-level keys in order
  std::vector<std::string> header;     // cells of the first line split at , ; tab or |; folded: lower case, no quotes
  std::string crosswalk;               // "rules" where the text is our own YAML beginning `crosswalk: rules/1`
  std::vector<std::string> members;    // of a folder

  [[nodiscard]] bool has_key(std::string_view key) const;      // among json_keys
  [[nodiscard]] bool has_column(std::string_view name) const;  // in the header, by folded name
};

[[nodiscard]] Probe probe(const Input& input);

}  // namespace crosswalk::formats
