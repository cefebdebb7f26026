// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/align/titles.hpp"

#ifdef CROSSWALK_XAPIAN
#include <unistd.h>
#include <xapian.h>

#include <filesystem>
#endif

namespace bench {

#ifdef CROSSWALK_XAPIAN
double xapian_rate(const std::vector<std::vector<std::string>>& documents, std::size_t queries) {
  const auto folder = std::filesystem::temp_directory_path() / ("crosswalk-bench-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder);
  {
    Xapian::WritableDatabase writer(folder.string(), Xapian::DB_CREATE);
    for (const auto& title : documents) {
      Xapian::Document document;
      for (const auto& word : title) document.add_term(word);
      writer.add_document(document);
    }
    writer.commit();
  }
  Xapian::Database database(folder.string());
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0));
  const double begin = cpu_seconds();
  for (std::size_t q = 0; q < queries; ++q) {
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, documents[q].begin(), documents[q].end()));
    (void)enquire.get_mset(0, 10).size();
  }
  const double seconds = cpu_seconds() - begin;
  std::filesystem::remove_all(folder);
  return static_cast<double>(queries) / seconds;
}
#else
double xapian_rate(const std::vector<std::vector<std::string>>&, std::size_t) { return 0; }
#endif

}  // namespace bench
