// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/ewp_tor/ewp_tor.hpp"

#include "frameworks/formats/elmo/elmo_reader.hpp"
#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::string_view root_name = "imobility-tors-get-response";

Identity identify_ewp_tor(const Probe& probe) {
  return probe.xml_root && probe.xml_root->name == root_name ? Identity::yes : Identity::no;
}

// "1", "2", "3" out of ".../blob/stable-v2/endpoints/get-response.xsd"; else the namespace itself.
std::string edition(std::string_view space) {
  constexpr std::string_view mark = "stable-v";
  const auto at = space.find(mark);
  if (at == std::string_view::npos) return std::string(space);
  const std::string_view rest = space.substr(at + mark.size());
  return std::string(rest.substr(0, rest.find('/')));
}

class EwpReader : public syntax::XmlHandler {
 public:
  explicit EwpReader(std::string_view file)
      : file_(file), elmo_(file, [this](std::size_t index, Attempt&& attempt) { keep(index, std::move(attempt)); }) {}

  void start(const syntax::XmlElement& element) override {
    if (elmo_.inside() || element.name == "elmo") return elmo_.start(element);
    const Location here{file_, element.line, element.column, {}, {}};
    if (depth_++ == 0) {
      if (element.name != root_name)
        throw InputError(
            "ewp-tor.root", here,
            "the root element is '" + std::string(element.name) + "', not '" + std::string(root_name) + "'");
      result_.value.dialect = edition(element.space);
    }
    text_.clear();
    if (element.name == "tor") begin_tor(here);
    if (element.name == "iscedTable") field_ = value(element, "iscedCode");
    if (element.name == "gradeFrequency") add_share(element, here);
  }

  void text(std::string_view piece) override {
    if (elmo_.inside())
      elmo_.text(piece);
    else
      text_ += piece;
  }

  void end(std::string_view name, std::string_view space) override {
    if (elmo_.inside()) {
      elmo_.end(name, space);
      if (!elmo_.inside()) end_elmo();
      return;
    }
    --depth_;
    if (name == "omobility-id") mobility_ = trimmed(text_);
    if (name == "receiving-academic-year-id") year_ = trimmed(text_);
    if (name == "iscedTable") check_table();
    if (name == "tor") end_tor();
  }

  ReadResult<Document> take() {
    if (result_.value.parts.empty())
      throw InputError("ewp-tor.empty", Location{file_, {}, {}, {}, {}}, "the response holds no transcript of records");
    return std::move(result_);
  }

 private:
  static std::string value(const syntax::XmlElement& element, std::string_view name) {
    const syntax::XmlAttribute* found = element.attribute(name);
    return found == nullptr ? std::string() : std::string(found->value);
  }

  void warn(const Location& where, std::string_view code, std::string what) {
    result_.diagnostics.push_back({Severity::warning, "ewp-tor." + std::string(code), where, std::move(what)});
  }

  void keep(std::size_t index, Attempt&& attempt) {
    if (attempts_.size() <= index) attempts_.resize(index + 1);
    attempts_[index] = std::move(attempt);
  }

  void begin_tor(const Location& here) {
    record_ = {};
    tables_.clear();
    mobility_.clear();
    year_.clear();
    has_elmo_ = false;
    tor_ = here;
  }

  void end_elmo() {
    ReadResult<LearnerRecord> read = elmo_.take();
    record_ = std::move(read.value);
    record_.attempts = std::move(attempts_);
    attempts_.clear();
    has_elmo_ = true;
    result_.diagnostics.insert(result_.diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
    for (const Loss& loss : read.loss.losses()) result_.loss.add(loss.path, loss.why, loss.count);
  }

  void add_share(const syntax::XmlElement& element, const Location& here) {
    const std::string written = value(element, "percentage");
    const auto percent = Rational::parse(written);
    if (!percent || percent->sign() < 0 || *percent > Rational(100))
      return warn(here, "percentage", "'" + written + "' is no percentage; the grade is left out of the table");
    tables_[field_].push_back({value(element, "label"), *percent});
  }

  void check_table() {
    Rational sum = 0;
    for (const GradeShare& share : tables_[field_]) sum += share.percent;
    if (sum < Rational(99) || sum > Rational(101))
      warn(tor_, "table-sum", "the grade frequencies of field '" + field_ + "' add to " + to_string(sum) + ", not 100");
  }

  void end_tor() {
    if (!has_elmo_) return warn(tor_, "no-elmo", "this transcript of records holds no elmo element; it is left out");
    record_.format = "ewp-tor";
    record_.grade_tables = std::move(tables_);
    if (!mobility_.empty()) record_.attributes["mobility"] = mobility_;
    if (!year_.empty()) record_.attributes["receiving_academic_year"] = year_;
    result_.value.parts.emplace_back(std::move(record_));
  }

  std::string file_;
  ElmoReader elmo_;
  std::vector<Attempt> attempts_;
  LearnerRecord record_;
  std::map<std::string, std::vector<GradeShare>> tables_;
  std::string text_, field_, mobility_, year_;
  bool has_elmo_ = false;
  Location tor_;
  std::size_t depth_ = 0;
  ReadResult<Document> result_;
};

ReadResult<Document> read_ewp_tor(Input& input) {
  EwpReader reader(input.name());
  syntax::parse_xml(input.stream(), input.name(), reader, input.limits());
  return reader.take();
}

}  // namespace

Format ewp_tor_format() {
  Format format;
  format.id = "ewp-tor";
  format.title = "Erasmus Without Paper transcript of records";
  format.media_types = {"text/xml"};
  format.extensions = {"xml"};
  format.identify = identify_ewp_tor;
  format.read = read_ewp_tor;
  return format;
}

}  // namespace crosswalk::formats
