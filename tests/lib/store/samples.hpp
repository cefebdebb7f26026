// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/model/curriculum.hpp"
#include "lib/model/framework.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/mapping.hpp"
#include "lib/model/offering.hpp"
#include "lib/model/requirement.hpp"
#include "lib/model/rule.hpp"
#include "lib/store/workspace.hpp"

// One value of each kind with unusual members set, and a folder that goes away.
namespace samples {

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] std::vector<std::string> names() const;  // sorted

 private:
  std::string path_;
};

[[nodiscard]] std::string bytes(const std::string& path);

[[nodiscard]] crosswalk::store::DocumentRow document(const std::string& path);
[[nodiscard]] crosswalk::LearnerRecord record();
[[nodiscard]] crosswalk::RuleSet rule_set();
[[nodiscard]] crosswalk::Programme programme();
[[nodiscard]] crosswalk::Catalogue catalogue();
[[nodiscard]] crosswalk::CompetencyFramework competencies();
[[nodiscard]] crosswalk::MappingSet mappings();
[[nodiscard]] crosswalk::Framework framework();
[[nodiscard]] crosswalk::Curriculum curriculum();

}  // namespace samples
