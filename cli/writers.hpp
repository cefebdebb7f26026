// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

#include "cli/verb.hpp"

namespace crosswalk::cli {

// The four forms a report is written in. A form a verb does not have repeats another.
template <class Report>
struct Writers {
  std::string (*text)(const Report&);
  std::string (*json)(const Report&);
  std::string (*csv)(const Report&);
  std::string (*html)(const Report&);
};

// Writes the answer in the form that is asked for: print(context, report, {gaps_text, gaps_json, gaps_csv, gaps_html}).
template <class Report>
void print(const Context& context, const Report& report, const Writers<Report>& writers) {
  switch (context.format) {
    case Format::text:
      *context.out << writers.text(report);
      return;
    case Format::json:
      *context.out << writers.json(report);
      return;
    case Format::csv:
      *context.out << writers.csv(report);
      return;
    case Format::html:
      *context.out << writers.html(report);
      return;
  }
}

}  // namespace crosswalk::cli
