// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lib/syntax/limits.hpp"

struct zip;

namespace crosswalk::syntax {

struct ArchiveMember {
  std::string name;
  std::uint64_t bytes = 0;  // unpacked
};

// A ZIP file held in memory, read through libzip: nothing is ever written to disk, so that names with `..` or an
// absolute path are only names. Checked on opening: consistent directory without two members of one name,
// archive_members, archive_bytes, unpack_ratio. Refused (InputError): archive.damaged, archive.encrypted, limit.*.
class Archive {
 public:
  // `bytes` must outlive the archive.
  Archive(std::string_view bytes, std::string_view file, const Limits& limits = {});
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive();

  [[nodiscard]] const std::vector<ArchiveMember>& members() const { return members_; }  // as stored
  // The member's bytes, its checksum verified.
  [[nodiscard]] std::string read(std::size_t index) const;

 private:
  void list();

  std::string file_;
  Limits limits_;
  std::uint64_t packed_;
  zip* archive_ = nullptr;
  std::vector<ArchiveMember> members_;
};

}  // namespace crosswalk::syntax
