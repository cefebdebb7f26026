// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/cs2013/cs2013.hpp"

#include "frameworks/formats/competency_table/competency_table.hpp"

namespace crosswalk::formats {
namespace {

const std::vector<TableLayout>& layouts() {
  static const std::vector<TableLayout> list = [] {
    TableLayout topics{
        .framework = "cs2013-topics", .title = "CS2013 topics", .marks = {"topicId", "topic", "subdomainId"}};
    topics.id = "topicId";
    topics.notation = "topicId";
    topics.label = "topic";
    topics.type_column = "tier";
    topics.parents = {"subdomainId"};
    topics.taught_by = "courses";
    TableLayout units{.framework = "cs2013-units",
                      .title = "CS2013 knowledge units",
                      .type = "unit",
                      .marks = {"subdomainId", "subdomain"}};
    units.id = "subdomainId";
    units.notation = "subdomainId";
    units.label = "subdomain";
    units.parents = {"domain"};
    TableLayout areas{.framework = "cs2013-areas",
                      .title = "CS2013 knowledge areas",
                      .type = "area",
                      .marks = {"domainId", "domain"}};
    areas.id = "domainId";
    areas.notation = "domainId";
    areas.label = "domain";
    return std::vector{topics, units, areas};
  }();
  return list;
}

}  // namespace

Format cs2013_format() {
  Format format;
  format.id = "cs2013";
  format.title = "CS2013 curriculum guidelines (CSV)";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = [](const Probe& probe) {
    return layout_of(probe, layouts()) != nullptr ? Identity::yes : Identity::no;
  };
  format.read = [](Input& input) { return read_competency_table(input, layouts(), "cs2013"); };
  return format;
}

}  // namespace crosswalk::formats
