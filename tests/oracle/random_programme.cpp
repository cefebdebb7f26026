// SPDX-License-Identifier: Apache-2.0
#include "tests/oracle/random_programme.hpp"

#include <array>

namespace oracle {

using namespace crosswalk;

std::string name(Rule rule) {
  static constexpr std::array<const char*, static_cast<std::size_t>(Rule::number_of_rules)> names{
      "courses",      "credits",        "either",        "both",          "range",        "choose_parts",
      "areas",        "nested_all",     "nested_any",    "nested_choose", "share_any",    "share_default",
      "exclusive",    "shared_maximum", "minimum_grade", "unit_band",     "average",      "maximum",
      "leaf_maximum", "level_minimum",  "distinct",      "spread",        "each_minimum", "residency_share",
      "last",         "uses",           "unique",        "times",         "unfinished",   "total",
      "optional",     "words",          "waiver",        "substitution",  "insertion",    "blocked_course",
      "including",    "conditional",    "applicability", "other_block",   "algebra",      "fractions"};
  return names[static_cast<std::size_t>(rule)];
}

namespace {

class Maker {
 public:
  Maker(std::mt19937& random, Rule a, Rule b) : random_(random), a_(a), b_(b) {}

  Case make() {
    const bool wide = has(Rule::share_any) || has(Rule::share_default) || has(Rule::exclusive) ||
                      has(Rule::shared_maximum) || has(Rule::unique) || has(Rule::uses);
    record(roll(2, wide ? 5 : 7));
    out_.programme.id.text = "P";
    out_.programme.system = "C";
    out_.programme.grade_scale = "L";
    out_.programme.root.id.text = "root";
    const int parts = roll(2, 3);
    for (int i = 0; i < parts; ++i) out_.programme.root.parts.push_back(part(i));
    whole();
    return std::move(out_);
  }

 private:
  bool has(Rule rule) const { return a_ == rule || b_ == rule; }
  int roll(int low, int high) { return low + static_cast<int>(random_() % static_cast<unsigned>(high - low + 1)); }
  bool often() { return roll(0, 2) > 0; }

  void record(int courses) {
    static constexpr std::array subjects{"AA", "BB", "CC"};
    static constexpr std::array grades{"A", "B", "C", "D"};
    out_.record.format = "test";
    if (!has(Rule::conditional) && !has(Rule::applicability))
      out_.record.declared["plan"] = {"x"};
    else if (const int which = roll(0, 2); which > 0)
      out_.record.declared["plan"] = {which == 1 ? "x" : "y"};
    for (int i = 0; i < courses; ++i) {
      Attempt attempt;
      attempt.id.text = "a" + std::to_string(i);
      attempt.code = CourseCode::parse(std::string(subjects[static_cast<std::size_t>(roll(0, 2))]) + " " +
                                       std::to_string(100 + i));
      codes_.push_back(attempt.code);
      const Rational amount = has(Rule::fractions) ? Rational(roll(1, 9), 2) : Rational(roll(1, 5));
      attempt.credits.push_back({"C", "C", "", amount});
      attempt.origin = often() ? Origin::resident : Origin::transfer;
      if (roll(0, 1) == 0) attempt.tags.push_back("w");
      attempt.levels.push_back({"", roll(0, 1) == 0 ? "upper" : "lower", ""});
      attempt.term = Term::parse("FALL " + std::to_string(2000 + (i * 7) % 11));
      if (has(Rule::unfinished)) {
        const int which = roll(0, 4);
        attempt.status = which < 2    ? Status::completed
                         : which == 2 ? Status::in_progress
                         : which == 3 ? Status::planned
                                      : Status::failed;
      }
      if (attempt.status == Status::completed) attempt.grade = Grade{grades[static_cast<std::size_t>(roll(0, 3))], "L"};
      out_.record.attempts.push_back(attempt);
    }
  }

  Selector some() {
    if (has(Rule::algebra)) {
      const int which = roll(0, 3);
      if (which == 0) return Selector::where(Attribute::tag, Comparison::is, {"w"});
      if (which == 1) return Selector::of_range("AA", 100, 104);
      if (which == 2) return Selector::except({}, {Selector::of_course(code())});
    }
    std::vector<Selector> parts;
    for (const CourseCode& code : codes_)
      if (often()) parts.push_back(Selector::of_course(to_string(code)));
    return parts.empty() ? Selector::of_course("ZZ 1") : Selector::any_of(std::move(parts));
  }
  std::string code() {
    return to_string(codes_[static_cast<std::size_t>(roll(0, static_cast<int>(codes_.size()) - 1))]);
  }

  Take take() {
    Take out;
    out.from = some();
    const bool credits = (has(Rule::credits) || has(Rule::fractions)) && often();
    if (credits)
      out.min_credits = roll(1, 7);
    else
      out.min_courses = roll(1, 2);
    if ((has(Rule::either) || has(Rule::both)) && often()) {
      out.min_courses = roll(1, 3);
      out.min_credits = roll(2, 8);
      out.join = has(Rule::either) && (!has(Rule::both) || roll(0, 1) == 0) ? Take::Join::either : Take::Join::both;
    }
    if (has(Rule::range) && often()) {
      if (out.min_courses) out.max_courses = *out.min_courses + roll(0, 1);
      if (out.min_credits) out.max_credits = *out.min_credits + Rational(roll(0, 2));
    }
    if (has(Rule::minimum_grade) && often()) out.grade.at_least = roll(0, 1) == 0 ? "B" : "C";
    if (has(Rule::unit_band) && often()) out.min_units = roll(2, 4);
    if (has(Rule::times) && roll(0, 1) == 0) out.multiplicity = 2;
    if (has(Rule::including) && roll(0, 1) == 0) out.including.push_back(Selector::of_course(code()));
    if (has(Rule::leaf_maximum) && often())
      out.limits.push_back(limit(Limit::Bound::at_most,
                                 roll(0, 1) == 0 ? Limit::Measure::courses : Limit::Measure::credits, roll(1, 4),
                                 some()));
    return out;
  }

  static Limit limit(Limit::Bound bound, Limit::Measure measure, const Rational& amount, Selector of) {
    Limit out;
    out.bound = bound;
    out.measure = measure;
    out.amount = amount;
    out.of = std::move(of);
    return out;
  }

  Condition need() {
    const bool nested = (has(Rule::nested_all) || has(Rule::nested_any) || has(Rule::nested_choose)) && ++nested_ == 1;
    if (has(Rule::words) && ++words_ == 1) return Condition::words("as the adviser decides");
    if (has(Rule::conditional) && ++conditional_ == 1) {
      Condition test, out;
      test.kind = Condition::Kind::declared;
      test.key = "plan";
      test.values = {"x"};
      out.kind = Condition::Kind::choice;
      out.parts = {test, Condition::taking(take()), Condition::taking(take())};
      return out;
    }
    if (!nested) return Condition::taking(take());
    std::vector<Condition> parts{Condition::taking(take()), Condition::taking(take())};
    if (has(Rule::nested_all)) return Condition::all_of(std::move(parts));
    if (has(Rule::nested_any)) return Condition::any_of(std::move(parts));
    return Condition::at_least(roll(1, 2), std::move(parts));
  }

  Requirement part(int index) {
    Requirement out;
    out.id.text = "r" + std::to_string(index);
    out.need = need();
    if (has(Rule::share_any) && often()) out.share_with = {"*"};
    if (has(Rule::optional) && roll(0, 1) == 0) out.optional = true;
    if (has(Rule::exclusive) && index == 1) out.exclusive_of = {"r0"};
    const int first = has(Rule::shared_maximum) && index == 0 ? roll(0, 1) : 0;
    if (has(Rule::shared_maximum) && index == 1 - first) {
      const bool count = roll(0, 1) == 0;
      out.limits.push_back(limit(Limit::Bound::at_most,
                                 count ? Limit::Measure::shared_courses : Limit::Measure::shared_credits,
                                 roll(0, count ? 2 : 6), {}));
      out.limits.back().partner = first == 1 ? "r1" : "r0";
    }
    if (has(Rule::unique) && index == 1)
      out.limits.push_back(roll(0, 1) == 0
                               ? limit(Limit::Bound::at_least, Limit::Measure::unique_credits, roll(1, 5), {})
                               : limit(Limit::Bound::at_least, Limit::Measure::unique_share, Rational(1, 2), {}));
    // The same limits beside a taking, whose partner may come later.
    if ((has(Rule::shared_maximum) || has(Rule::unique)) && roll(0, 1) == 0 &&
        out.need->kind == Condition::Kind::take) {
      for (Limit& one : out.limits) out.need->take.limits.push_back(std::move(one));
      out.limits.clear();
    }
    if (has(Rule::other_block) && index == 0 && out.need->kind == Condition::Kind::take) {
      Condition block;
      block.kind = Condition::Kind::block;
      block.key = "r1";
      out.need = Condition::all_of({std::move(*out.need), std::move(block)});
    }
    if (has(Rule::applicability) && index == 0) {
      Condition when;
      when.kind = Condition::Kind::declared;
      when.key = "plan";
      when.values = {"x"};
      out.when = when;
    }
    return out;
  }

  // What is asked of all of it.
  void whole() {
    using Bound = Limit::Bound;
    using Measure = Limit::Measure;
    Requirement& root = out_.programme.root;
    const int parts = static_cast<int>(root.parts.size());
    if (has(Rule::choose_parts)) root.at_least = roll(1, parts);
    if (has(Rule::areas)) root.min_areas = roll(1, parts);
    out_.programme.share_by_default = has(Rule::share_default) || has(Rule::exclusive);
    if (has(Rule::average)) root.limits.push_back(limit(Bound::at_least, Measure::gpa, Rational(roll(3, 7), 2), {}));
    if (has(Rule::maximum))
      root.limits.push_back(roll(0, 1) == 0 ? limit(Bound::at_most, Measure::courses, roll(1, 3), some())
                                            : limit(Bound::at_most, Measure::credits, roll(2, 8), some()));
    if (has(Rule::level_minimum))
      root.limits.push_back(limit(Bound::at_least, Measure::credits, roll(2, 8),
                                  Selector::where(Attribute::level, Comparison::is, {"upper"})));
    if (has(Rule::distinct) || has(Rule::spread)) {
      root.limits.push_back(has(Rule::distinct) ? limit(Bound::at_least, Measure::distinct, roll(1, 3), {})
                                                : limit(Bound::at_most, Measure::courses, roll(1, 2), {}));
      root.limits.back().by = Attribute::subject;
      root.limits.back().each = !has(Rule::distinct);
    }
    if (has(Rule::each_minimum)) {
      root.limits.push_back(limit(Bound::at_least, Measure::courses, 2, {}));
      root.limits.back().by = Attribute::subject;
      root.limits.back().each = true;
    }
    Limit residency = limit(Bound::at_least, Measure::share, Rational(roll(1, 3), 4),
                            Selector::where(Attribute::origin, Comparison::is, {"resident"}));
    residency.scope = Limit::Scope::programme;
    if (has(Rule::residency_share)) {
      if (roll(0, 1) == 0) {
        residency.bound = Bound::at_most;
        residency.of = Selector::where(Attribute::origin, Comparison::is, {"transfer"});
      }
      out_.programme.limits.push_back(residency);
    }
    if (has(Rule::last)) {
      residency.bound = Bound::at_least;
      residency.measure = roll(0, 1) == 0 ? Measure::credits : Measure::courses;
      residency.of = Selector::where(Attribute::origin, Comparison::is, {"resident"});
      residency.amount = roll(1, 3);
      residency.last = roll(3, 6);
      out_.programme.limits.push_back(residency);
    }
    if (has(Rule::uses)) {
      out_.programme.share_by_default = true;
      Limit uses = limit(Bound::at_most, Measure::uses, roll(1, 2), {});
      uses.scope = Limit::Scope::programme;
      out_.programme.limits.push_back(uses);
    }
    if (has(Rule::total)) out_.programme.total = roll(4, 20);
    exceptions();
  }

  void exceptions() {
    using Kind = Exception::Kind;
    const auto add = [&](Kind kind) -> Exception& {
      Exception exception;
      exception.kind = kind;
      exception.reason = "test";
      if (kind != Kind::waive) exception.course = Selector::of_course(code());
      if (kind == Kind::waive || roll(0, 1) == 0) exception.requirement.text = "r" + std::to_string(roll(0, 1));
      return out_.programme.exceptions.emplace_back(std::move(exception));
    };
    if (has(Rule::waiver)) add(Kind::waive);
    if (has(Rule::insertion)) add(Kind::insert);
    if (has(Rule::blocked_course)) add(Kind::block_course);
    if (has(Rule::substitution)) add(Kind::substitute).replacement = Selector::of_course(code());
  }

  std::mt19937& random_;
  Rule a_, b_;
  int nested_ = 0, words_ = 0, conditional_ = 0;
  std::vector<CourseCode> codes_;
  Case out_;
};

}  // namespace

Case random_case(std::mt19937& random, Rule a, Rule b) { return Maker(random, a, b).make(); }

}  // namespace oracle
