// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace crosswalk::reports {

// Sizes of a picture of courses in columns, in pixels.
struct LayoutGeometry {
  double box_width = 112, box_height = 50, gutter = 26, gap = 12, lane = 9;
};

struct LayoutEdge {
  std::size_t from = 0, to = 0;  // courses
  bool strong = false;           // on the critical path: drawn as straight as possible
};

// Where boxes and edges go. Coordinates from the top left corner of the picture.
struct Layout {
  struct Box {
    std::size_t column = 0;
    double x = 0, y = 0;  // its top left corner
  };
  struct Route {
    double start_y = 0, end_y = 0;                 // on the right edge of `from`, the left edge of `to`
    std::vector<std::pair<double, double>> lanes;  // left end (x, y) of each column passed between boxes
    bool same_column = false, backward = false;
  };
  std::vector<Box> boxes;     // by course
  std::vector<Route> routes;  // by edge
  double width = 0, height = 0;
};

// Layered drawing after Sugiyama, Tagawa, Toda (1981): edges over several columns run in lanes between the boxes, one
// lane per source and column; orders by barycentre sweeps, the one with fewest crossings stays; heights by isotonic
// regression towards the neighbours. Courses without edges fill the columns below. Deterministic.
[[nodiscard]] Layout lay_out(const std::vector<std::vector<std::size_t>>& columns, std::size_t courses,
                             const std::vector<LayoutEdge>& edges, const LayoutGeometry& geometry);

}  // namespace crosswalk::reports
