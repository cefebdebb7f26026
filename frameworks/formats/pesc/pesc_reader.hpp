// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "frameworks/formats/document.hpp"
#include "frameworks/formats/xml_reading.hpp"
#include "lib/diagnostics/finding_list.hpp"

namespace crosswalk::formats {

// Reads one transcript out of a whole tree.
class PescReader {
 public:
  PescReader(const syntax::XmlTree& root, std::string_view file) : root_(root), file_(file), reading_(file) {}
  [[nodiscard]] ReadResult<Document> read();

 private:
  using XmlTree = syntax::XmlTree;
  // What holds for the courses of one session.
  struct Session {
    std::optional<Term> term;
    std::string name;
    std::optional<Date> begins, ends;
    InstitutionId school;
  };

  void read_transmission();
  void read_person(const XmlTree& person);
  void read_record(const XmlTree& record);
  void read_session(const XmlTree& node, const InstitutionId& school);
  void read_course(const XmlTree& node, const Session& session);
  void read_credit(const XmlTree& node, Attempt& course);
  void read_end(const XmlTree& node, Attempt& course);
  void read_award(const XmlTree& node, const Session& session);
  void read_summary(const XmlTree& node, const std::string& of);
  [[nodiscard]] InstitutionId school(const XmlTree& organization);
  [[nodiscard]] std::optional<Date> date(const XmlTree& node, std::string_view name);
  [[nodiscard]] std::optional<Rational> amount(const XmlTree& node, std::string_view name);
  [[nodiscard]] AttemptId unique_id(const std::string& wanted);
  void copy(const XmlTree& node, std::string_view name, Attempt& course, const char* key);
  void warn(const XmlTree& where, std::string_view code, std::string text);

  const XmlTree& root_;
  std::string_view file_;
  XmlReading reading_;
  FindingList findings_;
  LearnerRecord record_;
  std::map<std::string, int> times_;
  int summaries_ = 0;
};

}  // namespace crosswalk::formats
