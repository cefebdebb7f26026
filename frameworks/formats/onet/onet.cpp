// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/onet/onet.hpp"

#include "frameworks/formats/competency_table/competency_table.hpp"
#include "frameworks/formats/demand_table/demand_table.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::size_t soc_length = 7;  // "11-1011" of "11-1011.03"

// Tables that name points of reference rather than work.
std::vector<TableLayout> reference_tables() {
  TableLayout zone_names{.framework = "onet-job-zones",
                         .title = "O*NET job zones",
                         .type = "job zone",
                         .marks = {"Job Zone", "Name", "SVP Range"},
                         .id = "Job Zone",
                         .notation = "Job Zone",
                         .label = "Name"};
  zone_names.definitions = {"Experience", "Education", "Job Training", "Examples"};
  TableLayout scales{.framework = "onet-scales",
                     .title = "O*NET scales",
                     .type = "scale",
                     .marks = {"Scale ID", "Scale Name", "Minimum", "Maximum"},
                     .id = "Scale ID",
                     .notation = "Scale ID",
                     .label = "Scale Name"};
  return {zone_names, scales};
}

// The text files of the O*NET database that hold entries or their titles (onetcenter.org/dictionary).
const std::vector<TableLayout>& layouts() {
  static const std::vector<TableLayout> list = [] {
    TableLayout tasks{.framework = "onet-tasks",
                      .title = "O*NET task statements",
                      .type = "task",
                      .marks = {"Task ID", "Task", "Task Type"},
                      .id = "Task ID",
                      .label = "Task"};
    tasks.codes = {{"O*NET-SOC Code", "onet-soc"}, {"O*NET-SOC Code", "soc", soc_length}};
    TableLayout alternates{.framework = "onet-occupations",
                           .title = "O*NET-SOC occupations",
                           .type = "occupation",
                           .marks = {"O*NET-SOC Code", "Alternate Title"},
                           .id = "O*NET-SOC Code",
                           .notation = "O*NET-SOC Code",
                           .label = "Title"};
    alternates.alternatives = {"Alternate Title", "Short Title"};
    alternates.rows_repeat = true;
    TableLayout reported = alternates;
    reported.marks = {"O*NET-SOC Code", "Reported Job Title"};
    reported.alternatives = {"Reported Job Title"};
    TableLayout occupations = alternates;
    occupations.marks = {"O*NET-SOC Code", "Title", "Description"};
    occupations.alternatives = {};
    occupations.definitions = {"Description"};
    for (TableLayout* layout : {&alternates, &reported, &occupations})
      layout->codes = {{"O*NET-SOC Code", "onet-soc"}, {"O*NET-SOC Code", "soc", soc_length}};
    TableLayout activities{.framework = "onet-dwas",
                           .title = "O*NET detailed work activities",
                           .type = "detailed work activity",
                           .marks = {"DWA ID", "DWA Title", "IWA ID"},
                           .id = "DWA ID",
                           .notation = "DWA ID",
                           .label = "DWA Title"};
    activities.parents = {"IWA ID"};
    activities.definitions = {"IWA Title", "Element Name"};
    TableLayout intermediate{.framework = "onet-iwas",
                             .title = "O*NET intermediate work activities",
                             .type = "intermediate work activity",
                             .marks = {"IWA ID", "IWA Title", "Element ID"},
                             .id = "IWA ID",
                             .notation = "IWA ID",
                             .label = "IWA Title"};
    intermediate.parents = {"Element ID"};
    TableLayout elements{.framework = "onet-content-model",
                         .title = "O*NET content model",
                         .type = "element",
                         .marks = {"Element ID", "Element Name", "Description"},
                         .id = "Element ID",
                         .notation = "Element ID",
                         .label = "Element Name"};
    elements.definitions = {"Description"};
    elements.parents_in_notation = true;
    TableLayout zones = alternates;
    zones.marks = {"O*NET-SOC Code", "Job Zone"};
    zones.alternatives = {};
    zones.codes = {
        {"O*NET-SOC Code", "onet-soc"}, {"O*NET-SOC Code", "soc", soc_length}, {"Job Zone", "onet-job-zone"}};
    TableLayout commodities{.framework = "unspsc",
                            .title = "UNSPSC commodities of O*NET",
                            .type = "commodity",
                            .marks = {"Commodity Code", "Class Code", "Family Code"},
                            .id = "Commodity Code",
                            .notation = "Commodity Code",
                            .label = "Commodity Title"};
    commodities.parents = {"Class Code"};
    std::vector all{tasks, alternates, reported, occupations, activities, intermediate, elements, zones, commodities};
    for (TableLayout& each : reference_tables()) all.push_back(std::move(each));
    return all;
  }();
  return list;
}

}  // namespace

Format onet_format() {
  Format format;
  format.id = "onet";
  format.title = "O*NET database tables (tab-separated)";
  format.media_types = {"text/tab-separated-values"};
  format.extensions = {"txt"};
  format.identify = [](const Probe& probe) {
    if (probe.has_column("task id") && probe.has_column("dwa id")) return Identity::no;  // a mapping: crosswalk-csv
    return is_onet_rating(probe) || layout_of(probe, layouts()) != nullptr ? Identity::yes : Identity::no;
  };
  format.read = [](Input& input) {
    return is_onet_rating(probe(input)) ? read_onet_rating(input) : read_competency_table(input, layouts(), "onet");
  };
  return format;
}

}  // namespace crosswalk::formats
