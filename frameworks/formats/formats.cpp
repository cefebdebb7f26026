// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/alignment_api/alignment_api.hpp"
#include "frameworks/formats/ap_table/ap_table.hpp"
#include "frameworks/formats/assist/assist.hpp"
#include "frameworks/formats/case/case.hpp"
#include "frameworks/formats/catalogue_ndjson/catalogue_ndjson.hpp"
#include "frameworks/formats/classification/classification.hpp"
#include "frameworks/formats/clr/clr.hpp"
#include "frameworks/formats/course_pairs/course_pairs.hpp"
#include "frameworks/formats/crosswalk_csv/crosswalk_csv.hpp"
#include "frameworks/formats/crosswalk_ndjson/crosswalk_ndjson.hpp"
#include "frameworks/formats/crosswalk_yaml/crosswalk_yaml.hpp"
#include "frameworks/formats/cs2013/cs2013.hpp"
#include "frameworks/formats/csv_catalogue/csv_catalogue.hpp"
#include "frameworks/formats/csv_rules/csv_rules.hpp"
#include "frameworks/formats/csv_transcript/csv_transcript.hpp"
#include "frameworks/formats/ctdl/ctdl.hpp"
#include "frameworks/formats/curricular_analytics/curricular_analytics.hpp"
#include "frameworks/formats/edci/edci.hpp"
#include "frameworks/formats/elm/elm.hpp"
#include "frameworks/formats/elmo/elmo.hpp"
#include "frameworks/formats/esco/esco.hpp"
#include "frameworks/formats/ewp_tor/ewp_tor.hpp"
#include "frameworks/formats/fireroad/fireroad.hpp"
#include "frameworks/formats/format.hpp"
#include "frameworks/formats/kentucky/kentucky.hpp"
#include "frameworks/formats/nice/nice.hpp"
#include "frameworks/formats/njtransfer/njtransfer.hpp"
#include "frameworks/formats/nus/nus.hpp"
#include "frameworks/formats/onet/onet.hpp"
#include "frameworks/formats/open_badges/open_badges.hpp"
#include "frameworks/formats/outcome_table/outcome_table.hpp"
#include "frameworks/formats/owl/owl.hpp"
#include "frameworks/formats/pesc/pesc.hpp"
#include "frameworks/formats/princeton/princeton.hpp"
#include "frameworks/formats/rdf/rdf_formats.hpp"
#include "frameworks/formats/scribe/scribe.hpp"
#include "frameworks/formats/sssom/sssom.hpp"
#include "frameworks/formats/tccns/tccns.hpp"
#include "frameworks/formats/tes/tes.hpp"
#include "frameworks/formats/unsw/unsw.hpp"
#include "frameworks/formats/xcri/xcri.hpp"

namespace crosswalk::formats {
namespace {

// A format of the contract that this version does not read.
Format not_read(std::string_view id, std::string_view title) {
  Format format;
  format.id = id;
  format.title = title;
  return format;
}

}  // namespace

// In the contract's order; a helper's format is one line.
const std::vector<Format>& formats() {
  static const std::vector<Format> list{
      elmo_format(),
      ewp_tor_format(),
      pesc_format(),
      xcri_format(),
      elm_format(),
      edci_format(),
      case_format(),
      asn_format(),
      ctdl_format(),
      esco_format(),
      onet_format(),
      open_badges_format(),
      clr_format(),
      sssom_format(),
      alignment_api_format(),
      crosswalk_csv_format(),
      outcome_table_format(),
      classification_format(),
      owl_format(),
      skos_format(),
      assist_format(),
      tes_format(),
      njtransfer_format(),
      fireroad_format(),
      scribe_format(),
      princeton_format(),
      curricular_analytics_format(),
      course_pairs_format(),
      unsw_format(),
      kentucky_format(),
      nus_format(),
      tccns_format(),
      ap_table_format(),
      not_read("bcit", "BCIT stackable credentials"),
      digcomp_format(),
      nice_format(),
      cs2013_format(),
      csv_rules_format(),
      csv_transcript_format(),
      csv_catalogue_format(),
      crosswalk_yaml_format(),
      crosswalk_ndjson_format(),
      catalogue_ndjson_format(),
      not_read("problem-json", "pathway problem in JSON"),
  };
  return list;
}

}  // namespace crosswalk::formats
