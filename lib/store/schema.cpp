// SPDX-License-Identifier: Apache-2.0
#include "lib/store/schema.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::store {
namespace {

// Documents and what they hold. `body` is the record as JSON (lib/store/body.hpp); the columns beside it are what is
// asked for: `name` is the record's identifier, `words` what a search may find it by, `seq` its place in the document.
// A document takes all that came from it along when it goes.
constexpr std::string_view records = R"sql(
CREATE TABLE document (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, bytes INTEGER NOT NULL,
  format TEXT NOT NULL, dialect TEXT NOT NULL, kind TEXT NOT NULL, as_of TEXT NOT NULL) STRICT;
CREATE TABLE diagnostic (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  severity TEXT NOT NULL, code TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (document, seq)) STRICT, WITHOUT ROWID;
CREATE TABLE loss (
  document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  path TEXT NOT NULL, count INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (document, seq)) STRICT, WITHOUT ROWID;

CREATE TABLE learner_record (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE catalogue (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE rule_set (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE programme (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE framework (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE competency_framework (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE mapping_set (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE curriculum (
  id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES learner_record ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE offering (
  id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES catalogue ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE rule (
  id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES rule_set ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE competency (
  id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES competency_framework ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE mapping (
  id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES mapping_set ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE curriculum_course (
  id INTEGER PRIMARY KEY, owner INTEGER NOT NULL REFERENCES curriculum ON DELETE CASCADE, seq INTEGER NOT NULL,
  name TEXT NOT NULL, words TEXT NOT NULL, body TEXT NOT NULL) STRICT;

CREATE INDEX learner_record_by_document ON learner_record (document, seq);
CREATE INDEX learner_record_by_name ON learner_record (name);
CREATE INDEX catalogue_by_document ON catalogue (document, seq);
CREATE INDEX catalogue_by_name ON catalogue (name);
CREATE INDEX rule_set_by_document ON rule_set (document, seq);
CREATE INDEX rule_set_by_name ON rule_set (name);
CREATE INDEX programme_by_document ON programme (document, seq);
CREATE INDEX programme_by_name ON programme (name);
CREATE INDEX framework_by_document ON framework (document, seq);
CREATE INDEX framework_by_name ON framework (name);
CREATE INDEX competency_framework_by_document ON competency_framework (document, seq);
CREATE INDEX competency_framework_by_name ON competency_framework (name);
CREATE INDEX mapping_set_by_document ON mapping_set (document, seq);
CREATE INDEX mapping_set_by_name ON mapping_set (name);
CREATE INDEX curriculum_by_document ON curriculum (document, seq);
CREATE INDEX curriculum_by_name ON curriculum (name);
CREATE INDEX attempt_by_owner ON attempt (owner, seq);
CREATE INDEX attempt_by_name ON attempt (name);
CREATE INDEX offering_by_owner ON offering (owner, seq);
CREATE INDEX offering_by_name ON offering (name);
CREATE INDEX rule_by_owner ON rule (owner, seq);
CREATE INDEX rule_by_name ON rule (name);
CREATE INDEX competency_by_owner ON competency (owner, seq);
CREATE INDEX competency_by_name ON competency (name);
CREATE INDEX mapping_by_owner ON mapping (owner, seq);
CREATE INDEX mapping_by_name ON mapping (name);
CREATE INDEX curriculum_course_by_owner ON curriculum_course (owner, seq);
CREATE INDEX curriculum_course_by_name ON curriculum_course (name);
)sql";

// The words of rules and competencies, found by FTS5; the index holds no text of its own. Triggers cannot keep it (an
// untrusted schema may not run FTS5): Import and Workspace::remove do.
constexpr std::string_view search = R"sql(
CREATE VIRTUAL TABLE rule_words USING fts5(
  words, content = 'rule', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO rule_words (rule_words) VALUES ('rebuild');
CREATE VIRTUAL TABLE competency_words USING fts5(
  words, content = 'competency', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO competency_words (competency_words) VALUES ('rebuild');
)sql";

// Rules that cannot be found by the course codes they name, because they ask with a pattern, a range, an attribute:
// few, and looked at for every record. Of rules that were stored before, nothing is known, so they are all taken for
// such.
constexpr std::string_view open_rules = R"sql(
ALTER TABLE rule ADD COLUMN open INTEGER NOT NULL DEFAULT 1;
CREATE INDEX rule_open ON rule (owner, seq) WHERE open = 1;
)sql";

}  // namespace

const std::vector<std::string_view>& migrations() {
  static const std::vector<std::string_view> steps{records, search, open_rules};
  return steps;
}

int schema_version(SQLite::Database& database, const std::string& path) {
  const int tables = database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
  const std::int32_t id = database.execAndGet("PRAGMA application_id").getInt();
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (tables == 0 && id == 0 && version == 0) return 0;
  if (id != application_id) throw StoreError(printable(path) + ": is not a crosswalk workspace");
  const int latest = static_cast<int>(migrations().size());
  if (version > latest)
    throw StoreError(printable(path) + ": was written by a later version (schema " + std::to_string(version) +
                     ", this program knows up to " + std::to_string(latest) + ")");
  return version;
}

void migrate(SQLite::Database& database, const std::string& path) {
  migrate(database, path, static_cast<int>(migrations().size()));
}

void migrate(SQLite::Database& database, const std::string& path, int version) {
  if (schema_version(database, path) >= version) return;
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  for (int at = schema_version(database, path); at < version; ++at)  // another process may have been faster
    database.exec(std::string(migrations()[static_cast<std::size_t>(at)]));
  database.exec("PRAGMA application_id = " + std::to_string(application_id));
  database.exec("PRAGMA user_version = " + std::to_string(version));
  transaction.commit();
}

}  // namespace crosswalk::store
