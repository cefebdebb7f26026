// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "lib/store/workspace.hpp"

namespace crosswalk::store {

// A member ready to be written: what is costly about it is done, on whatever thread.
struct PreparedRow {
  std::uint64_t seq = 0;
  std::string name, words, body;
};
template <class Value, class Member>
[[nodiscard]] PreparedRow prepare_row(std::uint64_t seq, const Member& member);

// Bringing one file in: one transaction, that ends with `commit` or leaves the workspace as it was (also when the
// process dies in it). What the same path held before is replaced.
class Import {
 public:
  Import(Workspace& workspace, const DocumentRow& document);
  Import(const Import&) = delete;
  Import& operator=(const Import&) = delete;
  ~Import();

  // A whole value, its members included.
  template <class Value>
  void add(const Value& value);

  // A value whose members come one by one, for lists that are never held whole: begin, member..., finish with the head
  // (whose own list is ignored).
  template <class Value>
  void begin();
  template <class Value, class Member>
  void member(std::uint64_t seq, const Member& member);
  // The same for members that were prepared elsewhere.
  template <class Value>
  void rows(const std::vector<PreparedRow>& rows);
  template <class Value>
  void finish(const Value& head);

  // What is known of the document only when it has been read (digest, size, dialect, kind).
  void describe(const DocumentRow& document);
  void report(const Diagnostics& diagnostics, const LossReport& loss);
  void commit();

  // Records added, by table ("rule_set": 1, "rule": 60); in order of name.
  [[nodiscard]] const std::map<std::string, std::uint64_t>& counts() const { return counts_; }

 private:
  struct Statements;
  std::map<std::string, std::uint64_t> counts_;
  std::unique_ptr<Statements> statements_;
};

}  // namespace crosswalk::store
