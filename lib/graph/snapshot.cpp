// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/snapshot.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "lib/diagnostics/error.hpp"
#include "lib/graph/storage.hpp"

namespace crosswalk::graph {
namespace {

struct Header {
  char magic[8] = {'X', 'W', 'G', 'R', 'A', 'P', 'H', '1'};
  std::uint64_t byte_order = 0x0102030405060708ULL;
  std::uint64_t nodes = 0, edges = 0, text = 0, slots = 0, labels = 0;
  bool operator==(const Header&) const = default;
};

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
  throw StoreError(path + ": " + why + "; build the snapshot again");
}

template <class T>
void write_column(std::ofstream& file, std::span<const T> column) {
  const std::string padding((8 - column.size_bytes() % 8) % 8, '\0');
  file.write(reinterpret_cast<const char*>(column.data()), static_cast<std::streamsize>(column.size_bytes()));
  file.write(padding.data(), static_cast<std::streamsize>(padding.size()));
}

// Hands out the columns of a mapped file one behind the other.
class Cursor {
 public:
  Cursor(std::span<const std::byte> bytes, const std::string& path) : bytes_(bytes), path_(path) {}
  template <class T>
  std::span<const T> column(std::uint64_t count) {
    if (count > (bytes_.size() - place_) / sizeof(T)) refuse(path_, "the snapshot is cut short");
    const std::span<const T> found(reinterpret_cast<const T*>(bytes_.data() + place_), count);
    place_ = std::min(bytes_.size(), (place_ + count * sizeof(T) + 7) / 8 * 8);
    return found;
  }

 private:
  std::span<const std::byte> bytes_;
  const std::string& path_;
  std::size_t place_ = 0;
};

bool ascends_to(std::span<const std::uint32_t> offsets, std::size_t end) {
  return offsets.front() == 0 && offsets.back() == end && std::is_sorted(offsets.begin(), offsets.end());
}

// The largest entry, without branches, so that it runs at memory speed.
template <class T>
std::uint64_t largest(std::span<const T> values) {
  T most{};
  for (const T value : values) most = value > most ? value : most;
  return static_cast<std::uint64_t>(most);
}

bool sound(const Rows& rows, std::uint64_t nodes) {
  return ascends_to(rows.offsets, rows.ends.size()) && (rows.ends.empty() || largest(rows.ends) < nodes) &&
         largest(rows.kinds) <= static_cast<std::uint64_t>(EdgeKind::alternative);
}

bool sound(const KeyColumns& keys) {
  const auto free = std::count(keys.slots.begin(), keys.slots.end(), 0U);
  return ascends_to(keys.begins, keys.text.size()) && largest(keys.slots) <= keys.size() &&
         largest(keys.kinds) <= static_cast<std::uint64_t>(NodeKind::provider) && free > 0 &&
         (keys.slots.size() & (keys.slots.size() - 1)) == 0;
}

}  // namespace

MappedFile::MappedFile(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw StoreError(path + ": cannot be opened");
  struct stat status {};
  void* mapped = MAP_FAILED;
  if (::fstat(file, &status) == 0 && status.st_size > 0)
    mapped = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  ::close(file);
  if (mapped == MAP_FAILED) throw StoreError(path + ": cannot be mapped");
  begin_ = static_cast<const std::byte*>(mapped);
  size_ = static_cast<std::size_t>(status.st_size);
}

MappedFile::~MappedFile() {
  if (begin_ != nullptr) ::munmap(const_cast<std::byte*>(begin_), size_);
}

void save_snapshot(const Graph& graph, const std::string& path) {
  const std::string part = path + ".part";
  {
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    Header header;
    header.nodes = graph.size();
    header.edges = graph.edge_count();
    header.text = graph.keys().text.size();
    header.slots = graph.keys().slots.size();
    header.labels = graph.labels().size();
    file.write(reinterpret_cast<const char*>(&header), sizeof header);
    write_column(file, graph.keys().kinds);
    write_column(file, graph.keys().text);
    write_column(file, graph.keys().begins);
    write_column(file, graph.keys().slots);
    for (const Rows* rows : {&graph.out(), &graph.in()}) {
      write_column(file, rows->offsets);
      write_column(file, rows->ends);
      write_column(file, rows->kinds);
    }
    write_column(file, graph.labels());
    file.flush();
    if (!file) throw StoreError(path + ": cannot be written");
  }
  std::filesystem::rename(part, path);
}

Graph load_snapshot(const std::string& path) {
  auto storage = std::make_unique<Storage>();
  storage->file = std::make_unique<MappedFile>(path);
  Cursor cursor(storage->file->bytes(), path);
  const Header header = cursor.column<Header>(1).front();
  Header expected = header;
  std::memcpy(expected.magic, Header().magic, sizeof expected.magic);
  expected.byte_order = Header().byte_order;
  if (!(header == expected)) refuse(path, "this is no graph snapshot of this program and machine");
  if (header.nodes > ~Node{0} - 1 || header.edges > ~EdgeNumber{0} ||
      (header.labels != 0 && header.labels != header.edges))
    refuse(path, "the counts of the snapshot contradict themselves");
  storage->keys.kinds = cursor.column<NodeKind>(header.nodes);
  storage->keys.text = cursor.column<char>(header.text);
  storage->keys.begins = cursor.column<std::uint32_t>(header.nodes + 1);
  storage->keys.slots = cursor.column<std::uint32_t>(header.slots);
  for (Rows* rows : {&storage->out, &storage->in}) {
    rows->offsets = cursor.column<EdgeNumber>(header.nodes + 1);
    rows->ends = cursor.column<Node>(header.edges);
    rows->kinds = cursor.column<EdgeKind>(header.edges);
  }
  storage->labels = cursor.column<std::uint32_t>(header.labels);
  if (!sound(storage->keys) || !sound(storage->out, header.nodes) || !sound(storage->in, header.nodes))
    refuse(path, "the snapshot is damaged");
  return Graph(std::move(storage));
}

}  // namespace crosswalk::graph
