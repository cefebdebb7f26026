// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/archive.hpp"

#include <zip.h>

#include <memory>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::syntax {
namespace {

constexpr std::uint64_t ratio_free_bytes = std::uint64_t{8} << 20U;

Location member_of(const std::string& file, std::string_view name) {
  return Location{file, {}, {}, {}, std::string(name)};
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string take_message(zip_error_t& error) {
  std::string out = zip_error_strerror(&error);
  zip_error_fini(&error);
  return out;
}

}  // namespace

Archive::Archive(std::string_view bytes, std::string_view file, const Limits& limits)
    : file_(file), limits_(limits), packed_(bytes.size()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) throw InputError("archive.damaged", member_of(file_, {}), take_message(error));
  archive_ = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (archive_ == nullptr) {
    zip_source_free(source);
    throw InputError("archive.damaged", member_of(file_, {}), "not a sound ZIP file: " + take_message(error));
  }
  try {
    list();
  } catch (...) {
    zip_discard(archive_);
    throw;
  }
}

Archive::~Archive() { zip_discard(archive_); }

void Archive::list() {
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive_, 0));
  if (count > limits_.archive_members)
    refuse_over_limit("archive-members", limits_.archive_members, member_of(file_, {}), "members");
  std::uint64_t total = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t stat;
    if (zip_stat_index(archive_, i, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0)
      throw InputError("archive.damaged", member_of(file_, {}), zip_strerror(archive_));
    const std::string name = stat.name;
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
      throw InputError("archive.encrypted", member_of(file_, name), "the member is encrypted");
    total += stat.size;
    if (stat.size > limits_.archive_bytes || total > limits_.archive_bytes)
      refuse_over_limit("archive-bytes", limits_.archive_bytes, member_of(file_, name), "unpacked bytes");
    members_.push_back({name, stat.size});
  }
  if (total > ratio_free_bytes && total / limits_.unpack_ratio > packed_)
    refuse_over_limit("unpack-ratio", limits_.unpack_ratio, member_of(file_, {}), "unpacked to packed bytes");
}

std::string Archive::read(std::size_t index) const {
  const ArchiveMember& member = members_.at(index);
  const std::unique_ptr<zip_file_t, CloseFile> in(zip_fopen_index(archive_, index, 0));
  if (!in) throw InputError("archive.damaged", member_of(file_, member.name), zip_strerror(archive_));
  std::string out(member.bytes, '\0');
  std::uint64_t at = 0;
  while (at < out.size()) {
    const zip_int64_t got = zip_fread(in.get(), out.data() + at, out.size() - at);
    if (got <= 0)
      throw InputError("archive.damaged", member_of(file_, member.name), "the member is damaged or cut off");
    at += static_cast<std::uint64_t>(got);
  }
  char beyond = 0;  // reading to the end is what verifies the checksum
  if (zip_fread(in.get(), &beyond, 1) != 0)
    throw InputError("archive.damaged", member_of(file_, member.name), "the member's checksum or size is wrong");
  return out;
}

}  // namespace crosswalk::syntax
