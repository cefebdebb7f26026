// SPDX-License-Identifier: Apache-2.0
#include "reports/curriculum_layout.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace crosswalk::reports {
namespace {

constexpr int order_sweeps = 40, height_sweeps = 24;

// A box or a lane.
struct Item {
  std::size_t course = 0;
  bool lane = false;
  double height = 0, gap = 0, centre = 0;
};

struct Segment {
  std::size_t left = 0, right = 0;  // items in neighbouring columns
  double weight = 1;
};

// Blocks of items that touch, moved to their common mean: pool adjacent violators.
void settle(std::vector<Item>& items, const std::vector<std::size_t>& order, const std::vector<double>& wish,
            const std::vector<double>& weight) {
  struct Pool {
    double sum = 0, weight = 0;
    std::size_t count = 0;
    [[nodiscard]] double mean() const { return sum / weight; }
  };
  std::vector<Pool> pools;
  std::vector<double> offset(order.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) {
      const Item &above = items[order[i - 1]], &item = items[order[i]];
      offset[i] = offset[i - 1] + (above.height + item.height) / 2 + std::max(above.gap, item.gap);
    }
    pools.push_back({(wish[i] - offset[i]) * weight[i], weight[i], 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().weight += last.weight;
      pools.back().count += last.count;
    }
  }
  std::size_t i = 0;
  for (const Pool& pool : pools)
    for (std::size_t k = 0; k < pool.count; ++k, ++i) items[order[i]].centre = pool.mean() + offset[i];
}

class Drawing {
 public:
  Drawing(const std::vector<std::vector<std::size_t>>& columns, std::size_t courses,
          const std::vector<LayoutEdge>& edges, const LayoutGeometry& geometry)
      : geometry_(geometry), edges_(edges), column_of_(courses, 0), item_of_(courses, 0), order_(columns.size()) {
    std::vector<bool> linked(courses, false);
    for (const LayoutEdge& edge : edges) linked[edge.from] = linked[edge.to] = true;
    alone_.resize(columns.size());
    for (std::size_t column = 0; column < columns.size(); ++column)
      for (const std::size_t course : columns[column]) {
        column_of_[course] = column;
        if (linked[course])
          item_of_[course] = add(column, {course, false, geometry.box_height, geometry.gap, 0});
        else
          alone_[column].push_back(course);
      }
    for (const LayoutEdge& edge : edges) connect(edge);
    before_.resize(items_.size());
    after_.resize(items_.size());
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      after_[segments_[s].left].push_back(s);
      before_[segments_[s].right].push_back(s);
    }
  }

  Layout draw() {
    find_order();
    find_heights();
    return result();
  }

 private:
  std::size_t add(std::size_t column, const Item& item) {
    items_.push_back(item);
    order_[column].push_back(items_.size() - 1);
    return items_.size() - 1;
  }

  std::size_t lane(std::size_t course, std::size_t column) {
    const auto [known, added] = lane_of_.emplace(std::pair(course, column), items_.size());
    if (added) add(column, {course, true, geometry_.lane, geometry_.lane / 2, 0});
    return known->second;
  }

  void connect(const LayoutEdge& edge) {
    const std::size_t first = column_of_[edge.from], last = column_of_[edge.to];
    std::size_t at = item_of_[edge.from];
    for (std::size_t column = first + 1; column <= last; ++column) {
      const std::size_t next = column == last ? item_of_[edge.to] : lane(edge.from, column);
      const double weight = (items_[at].lane && items_[next].lane ? 6 : 1) * (edge.strong ? 6 : 1);
      const auto known =
          std::ranges::find_if(segments_, [&](const Segment& each) { return each.left == at && each.right == next; });
      if (known == segments_.end())
        segments_.push_back({at, next, weight});
      else
        known->weight = std::max(known->weight, weight);
      at = next;
    }
  }

  [[nodiscard]] std::vector<std::size_t> ranks() const {
    std::vector<std::size_t> rank(items_.size(), 0);
    for (const auto& column : order_)
      for (std::size_t i = 0; i < column.size(); ++i) rank[column[i]] = i;
    return rank;
  }

  [[nodiscard]] std::size_t crossings() const {
    const auto rank = ranks();
    std::size_t found = 0;
    for (std::size_t column = 0; column + 1 < order_.size(); ++column) {
      std::vector<std::pair<std::size_t, std::size_t>> lines;
      for (const std::size_t item : order_[column])
        for (const std::size_t s : after_[item]) lines.emplace_back(rank[item], rank[segments_[s].right]);
      for (std::size_t i = 0; i < lines.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          if ((lines[i].first < lines[j].first && lines[i].second > lines[j].second) ||
              (lines[i].first > lines[j].first && lines[i].second < lines[j].second))
            ++found;
    }
    return found;
  }

  // Sorts one column by the mean place of its neighbours on one side; items without one keep their place.
  void sort_column(std::size_t column, bool by_left) {
    const auto rank = ranks();
    std::map<std::size_t, double> mean;
    for (const std::size_t item : order_[column]) {
      const auto& near = by_left ? before_[item] : after_[item];
      double sum = 0;
      for (const std::size_t s : near) {
        const std::size_t other = by_left ? segments_[s].left : segments_[s].right;
        const std::size_t other_column = by_left ? column - 1 : column + 1;
        sum += (static_cast<double>(rank[other]) + 0.5) / static_cast<double>(order_[other_column].size());
      }
      mean[item] = near.empty() ? (static_cast<double>(rank[item]) + 0.5) / static_cast<double>(order_[column].size())
                                : sum / static_cast<double>(near.size());
    }
    std::ranges::stable_sort(order_[column], {}, [&](std::size_t item) { return mean[item]; });
  }

  // Swaps neighbours in a column while that removes crossings.
  void transpose(std::size_t& least) {
    for (bool better = true; better;) {
      better = false;
      for (auto& column : order_)
        for (std::size_t i = 0; i + 1 < column.size(); ++i) {
          std::swap(column[i], column[i + 1]);
          const std::size_t now = crossings();
          if (now < least) {
            least = now;
            better = true;
          } else {
            std::swap(column[i], column[i + 1]);
          }
        }
    }
  }

  void find_order() {
    auto best = order_;
    std::size_t least = crossings();
    for (int sweep = 0; sweep < order_sweeps && least > 0; ++sweep) {
      const bool rightward = sweep % 2 == 0;
      for (std::size_t i = 1; i < order_.size(); ++i) sort_column(rightward ? i : order_.size() - 1 - i, rightward);
      const std::size_t now = crossings();
      if (now >= least) continue;
      least = now;
      best = order_;
    }
    order_ = best;
    if (items_.size() < 400) transpose(least);
  }

  void find_heights() {
    for (const auto& column : order_) {
      double y = 0;
      for (const std::size_t item : column) {
        items_[item].centre = y + items_[item].height / 2;
        y += items_[item].height + items_[item].gap;
      }
    }
    for (int sweep = 0; sweep < height_sweeps; ++sweep)
      for (std::size_t i = 0; i < order_.size(); ++i) {
        const std::size_t column = sweep % 2 == 0 ? i : order_.size() - 1 - i;
        place_column(column);
      }
  }

  void place_column(std::size_t column) {
    std::vector<double> wish, weight;
    for (const std::size_t item : order_[column]) {
      double sum = 0, total = 0;
      for (const std::size_t s : before_[item]) {
        sum += items_[segments_[s].left].centre * segments_[s].weight;
        total += segments_[s].weight;
      }
      for (const std::size_t s : after_[item]) {
        sum += items_[segments_[s].right].centre * segments_[s].weight;
        total += segments_[s].weight;
      }
      wish.push_back(total == 0 ? items_[item].centre : sum / total);
      weight.push_back(total == 0 ? 0.1 : total);
    }
    settle(items_, order_[column], wish, weight);
  }

  [[nodiscard]] double left_of(std::size_t column) const {
    return static_cast<double>(column) * (geometry_.box_width + geometry_.gutter);
  }

  Layout result() {
    double top = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const double above = items_[i].centre - items_[i].height / 2;
      top = i == 0 ? above : std::min(top, above);
    }
    Layout layout;
    layout.boxes.resize(column_of_.size());
    for (std::size_t column = 0; column < order_.size(); ++column) {
      double bottom = 0;
      for (const std::size_t item : order_[column]) {
        items_[item].centre -= top;
        bottom = std::max(bottom, items_[item].centre + items_[item].height / 2 + geometry_.gap);
        if (!items_[item].lane)
          layout.boxes[items_[item].course] = {column, left_of(column), items_[item].centre - geometry_.box_height / 2};
      }
      for (const std::size_t course : alone_[column]) {
        layout.boxes[course] = {column, left_of(column), bottom};
        bottom += geometry_.box_height + geometry_.gap;
      }
      layout.height = std::max(layout.height, bottom);
    }
    layout.width = left_of(order_.size()) - geometry_.gutter;
    for (const LayoutEdge& edge : edges_) layout.routes.push_back(route(edge));
    spread_ends(layout);
    return layout;
  }

  Layout::Route route(const LayoutEdge& edge) {
    Layout::Route found;
    const std::size_t first = column_of_[edge.from], last = column_of_[edge.to];
    found.same_column = first == last;
    found.backward = last < first;
    found.start_y = items_[item_of_[edge.from]].centre;
    found.end_y = items_[item_of_[edge.to]].centre;
    for (std::size_t column = first + 1; column < last; ++column)
      found.lanes.emplace_back(left_of(column), items_[lane_of_.at({edge.from, column})].centre);
    return found;
  }

  // Edges into one box end one under the other, in the order they come from above.
  void spread_ends(Layout& layout) const {
    std::map<std::size_t, std::vector<std::size_t>> into;
    for (std::size_t e = 0; e < edges_.size(); ++e)
      if (!layout.routes[e].same_column && !layout.routes[e].backward) into[edges_[e].to].push_back(e);
    for (auto& [course, ends] : into) {
      std::ranges::stable_sort(ends, {}, [&](std::size_t e) {
        const Layout::Route& each = layout.routes[e];
        return each.lanes.empty() ? each.start_y : each.lanes.back().second;
      });
      const double room = geometry_.box_height * 0.7, step = room / static_cast<double>(ends.size());
      for (std::size_t i = 0; i < ends.size(); ++i)
        layout.routes[ends[i]].end_y += (static_cast<double>(i) + 0.5) * step - room / 2;
    }
  }

  LayoutGeometry geometry_;
  const std::vector<LayoutEdge>& edges_;
  std::vector<std::size_t> column_of_, item_of_;
  std::vector<Item> items_;
  std::vector<Segment> segments_;
  std::vector<std::vector<std::size_t>> order_, alone_, before_, after_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> lane_of_;
};

}  // namespace

Layout lay_out(const std::vector<std::vector<std::size_t>>& columns, std::size_t courses,
               const std::vector<LayoutEdge>& edges, const LayoutGeometry& geometry) {
  return Drawing(columns, courses, edges, geometry).draw();
}

}  // namespace crosswalk::reports
