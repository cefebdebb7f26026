// SPDX-License-Identifier: Apache-2.0
#include "lib/trust/pseudonym.hpp"

#include "lib/trust/digest.hpp"

namespace crosswalk::trust {

Learner pseudonym(const Learner& learner) {
  if (learner == Learner{}) return learner;  // the document names nobody
  std::string person = learner.given + "\n" + learner.family + "\n" +
                       (learner.birth ? to_string(*learner.birth) : learner.birth_as_written);
  for (const ForeignId& id : learner.ids) person += "\n" + id.scheme + "=" + id.value;
  constexpr std::size_t digits = 10;
  Learner shown;
  shown.given = "Learner";
  shown.family = sha256_hex(person).substr(0, digits);
  return shown;
}

}  // namespace crosswalk::trust
