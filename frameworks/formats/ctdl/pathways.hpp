// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "frameworks/formats/ctdl/offerings.hpp"
#include "frameworks/formats/ctdl/statements.hpp"
#include "lib/model/requirement.hpp"

namespace crosswalk::formats::ctdl {

// Pathways as programmes: the destination's conditions are the root requirement; a condition asks for so many of its
// target components, with constraints; a component that comes before another brings its own conditions along; a
// credential of the file that the destination does not lead over is an exit, an optional part that earns its award.
// Findings: ctdl.dangling (a target that is not described), ctdl.required-number (more is asked than there is),
// ctdl.cycle, ctdl.too-deep, ctdl.inverse (precedes against precededBy), ctdl.no-condition (children are taken for what
// is required).
class PathwayBuilder {
 public:
  PathwayBuilder(Statements& statements, OfferingBuilder& offerings) : statements_(statements), offerings_(offerings) {}

  [[nodiscard]] std::vector<Programme> build();

 private:
  Programme programme(const Resource& pathway);
  // Are the children of a component without conditions what it requires, or only what it offers?
  enum class Children { required, offered };
  Requirement component(const Resource& component, Children children = Children::required);
  void add_stage(const Resource& before, Requirement& into);
  Requirement condition(const Resource& condition);
  Requirement leaf(const std::string& id, const Selector& selector) const;
  void add_exits(Programme& programme);
  void check_inverses();
  bool has_conditions(const Resource& component) const;
  bool is_whole(const std::string& id) const;
  void add_targets(const Resource& condition, Requirement& into);
  void gather(const Resource& condition, std::vector<std::string>& targets, std::string& number,
              std::vector<const Resource*>& nested);
  Selector selector_of(const std::string& id, const Resource& by);
  Requirement reference(const std::string& id) const;
  void set_need(Requirement& into, std::vector<Selector> selectors, const std::string& number,
                const Resource& condition);
  std::string name(const Resource& resource);

  Statements& statements_;
  OfferingBuilder& offerings_;
  std::set<std::string> open_, done_;  // components and conditions being, and having been, written out
  std::size_t unnamed_ = 0;            // conditions without an identifier so far
};

}  // namespace crosswalk::formats::ctdl
