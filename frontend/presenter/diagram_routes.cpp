#include "frontend/presenter/diagram_routes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

namespace stillhouse {

namespace {

// pixels that each is worth
constexpr double kBend = 30.0, kCrossing = 45.0, kShared = 1e5;
constexpr double kNear = 4.0;  // pixels, between lines that are told apart

// right, down, left, up
constexpr int kRight[] = {1, 0, -1, 0}, kDown[] = {0, 1, 0, -1};

std::size_t index_of(int index) {
  return static_cast<std::size_t>(index);
}

bool is_level(int direction) {
  return direction % 2 == 0;
}

int direction_of(const Nozzle& nozzle) {
  return nozzle.dx > 0 ? 0 : nozzle.dy > 0 ? 1 : nozzle.dx < 0 ? 2 : 3;
}

/// Sorted, each once.
std::vector<double> tidy(std::vector<double> tracks) {
  std::sort(tracks.begin(), tracks.end());
  tracks.erase(std::unique(tracks.begin(), tracks.end()), tracks.end());
  return tracks;
}

int index_of(const std::vector<double>& tracks, double place) {
  return static_cast<int>(std::lower_bound(tracks.begin(), tracks.end(), place) - tracks.begin());
}

}  // namespace

struct StreamRouter::Step {
  double estimate, cost;
  int state;
  bool operator<(const Step& other) const {
    return estimate > other.estimate || (estimate == other.estimate && state > other.state);
  }
};

StreamRouter::StreamRouter(std::vector<double> xs, std::vector<double> ys, const std::vector<Box>& bars)
    : xs_(tidy(std::move(xs))), ys_(tidy(std::move(ys))) {
  const std::size_t count = xs_.size() * ys_.size();
  for (std::vector<bool>* each : {&barred_, &barred_right_, &barred_down_, &level_, &upright_})
    each->assign(count, false);
  for (const Box& bar : bars) {
    const auto first = [](const std::vector<double>& tracks, double low) {
      return static_cast<int>(std::upper_bound(tracks.begin(), tracks.end(), low) - tracks.begin());
    };
    const int left = first(xs_, bar.x), right = index_of(xs_, bar.right());
    const int top = first(ys_, bar.y), bottom = index_of(ys_, bar.bottom());
    // tracks left .. right - 1 lie in the bar; a way to the next one may cross it without one
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) barred_[index_of(y * columns() + x)] = true;
      for (int x = std::max(left - 1, 0); x < right && x + 1 < columns(); ++x)
        barred_right_[index_of(y * columns() + x)] = true;
    }
    for (int x = left; x < right; ++x)
      for (int y = std::max(top - 1, 0); y < bottom && y + 1 < static_cast<int>(ys_.size()); ++y)
        barred_down_[index_of(y * columns() + x)] = true;
  }
}

int StreamRouter::node_of(const Point& point) const {
  return index_of(ys_, point.y) * columns() + index_of(xs_, point.x);
}

Point StreamRouter::point_of(int node) const {
  return {xs_[index_of(node % columns())], ys_[index_of(node / columns())]};
}

/// -1 beyond the last track.
int StreamRouter::neighbour(int node, int direction) const {
  const int x = node % columns() + kRight[direction], y = node / columns() + kDown[direction];
  if (x < 0 || y < 0 || x >= columns() || y >= static_cast<int>(ys_.size())) return -1;
  return y * columns() + x;
}

bool StreamRouter::may_pass(int node, int direction) const {
  const int next = neighbour(node, direction);
  if (next < 0 || barred_[index_of(next)]) return false;
  const int first = direction < 2 ? node : next;
  return !(is_level(direction) ? barred_right_ : barred_down_)[index_of(first)];
}

StreamRouter::Gate StreamRouter::gate_of(const Nozzle& nozzle) const {
  const int direction = direction_of(nozzle);
  Gate gate;
  gate.cost = nozzle.cost;
  int node = node_of(nozzle.at);
  while (node >= 0) {
    gate.passed.push_back(node);
    gate.taken |= (is_level(direction) ? level_ : upright_)[index_of(node)];
    if (gate.passed.size() > 1 && !barred_[index_of(node)]) break;
    node = neighbour(node, direction);
  }
  gate.node = node;
  return gate;
}

void StreamRouter::mark(const std::vector<int>& nodes) {
  // tracks so near that two lines on them would look like one are used too
  const auto use = [&](std::vector<bool>& used, int node, bool level) {
    const Point here = point_of(node);
    for (const int direction : level ? std::array{1, 3} : std::array{0, 2})
      for (int near = node; near >= 0; near = neighbour(near, direction)) {
        const Point there = point_of(near);
        if (std::abs(there.x - here.x) + std::abs(there.y - here.y) >= kNear) break;
        used[index_of(near)] = true;
      }
  };
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const bool level = nodes[i] / columns() == nodes[i - 1] / columns();
    for (const int node : {nodes[i - 1], nodes[i]}) use(level ? level_ : upright_, node, level);
  }
}

Route StreamRouter::lead(const std::vector<Nozzle>& from, const std::vector<Nozzle>& to) {
  const std::size_t states = 4 * xs_.size() * ys_.size();
  std::vector<double> best(states, std::numeric_limits<double>::infinity());
  std::vector<int> before(states, -1);
  std::vector<Gate> starts, ends;
  for (const Nozzle& nozzle : from) starts.push_back(gate_of(nozzle));
  for (const Nozzle& nozzle : to) ends.push_back(gate_of(nozzle));

  // no way is shorter than the straight one to the nearest end
  const auto left_over = [&](int node) {
    double least = std::numeric_limits<double>::infinity();
    const Point here = point_of(node);
    for (const Gate& end : ends)
      if (end.node >= 0) {
        const Point there = point_of(end.node);
        least = std::min(least, std::abs(here.x - there.x) + std::abs(here.y - there.y) + end.cost);
      }
    return least;
  };
  std::priority_queue<Step> open;
  const auto reach = [&](int state, double cost, int came_from) {
    if (cost >= best[index_of(state)]) return;
    best[index_of(state)] = cost;
    before[index_of(state)] = came_from;
    open.push({cost + left_over(state / 4), cost, state});
  };
  for (std::size_t i = 0; i < starts.size(); ++i)
    if (starts[i].node >= 0)
      reach(4 * starts[i].node + direction_of(from[i]), starts[i].cost + (starts[i].taken ? kShared : 0.0), -1);

  int last = -1, chosen = -1;
  double least = std::numeric_limits<double>::infinity();
  while (!open.empty() && open.top().estimate < least) {
    const Step step = open.top();
    open.pop();
    if (step.cost > best[index_of(step.state)]) continue;
    const int node = step.state / 4, direction = step.state % 4;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].node != node) continue;
      const int inwards = (direction_of(to[i]) + 2) % 4;
      if ((inwards + 2) % 4 == direction) continue;  // it would turn back
      const bool bends = inwards != direction;
      const double cost = step.cost + ends[i].cost + (bends ? kBend : 0.0) + (ends[i].taken ? kShared : 0.0) +
                          (bends && (level_[index_of(node)] || upright_[index_of(node)]) ? kShared : 0.0);
      if (cost >= least) continue;
      least = cost;
      last = step.state;
      chosen = static_cast<int>(i);
    }
    for (int turn = 0; turn < 4; ++turn) {
      if (turn == (direction + 2) % 4 || !may_pass(node, turn)) continue;
      const int next = neighbour(node, turn);
      const Point here = point_of(node), there = point_of(next);
      double cost = step.cost + std::abs(here.x - there.x) + std::abs(here.y - there.y);
      // a line may cross another's, and neither run nor bend on it
      if (turn != direction) cost += kBend + (level_[index_of(node)] || upright_[index_of(node)] ? kShared : 0.0);
      const bool along = (is_level(turn) ? level_ : upright_)[index_of(next)];
      const bool across = (is_level(turn) ? upright_ : level_)[index_of(next)];
      cost += along ? kShared : across ? kCrossing : 0.0;
      reach(4 * next + turn, cost, step.state);
    }
  }

  Route route;
  if (last < 0) return route;
  std::vector<int> nodes;
  int first = last;
  for (int state = last; state >= 0; state = before[index_of(state)]) {
    nodes.push_back(state / 4);
    first = state;
  }
  std::reverse(nodes.begin(), nodes.end());
  // the ends: from the nozzle, and into the other one
  for (std::size_t i = 0; i < starts.size(); ++i) {
    if (starts[i].node != first / 4 || direction_of(from[i]) != first % 4) continue;
    nodes.insert(nodes.begin(), starts[i].passed.begin(), starts[i].passed.end() - 1);
    break;
  }
  const std::vector<int>& inwards = ends[index_of(chosen)].passed;
  nodes.insert(nodes.end(), inwards.rbegin() + 1, inwards.rend());

  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const bool level = nodes[i] / columns() == nodes[i - 1] / columns();
    const std::vector<bool>& used = level ? level_ : upright_;
    bool touches = used[index_of(nodes[i])] || used[index_of(nodes[i - 1])];
    // or it bends where another runs
    if (i > 1 && level != (nodes[i - 1] / columns() == nodes[i - 2] / columns()))
      touches |= level_[index_of(nodes[i - 1])] || upright_[index_of(nodes[i - 1])];
    if (touches) route.shared.push_back(point_of(nodes[i]));
  }
  mark(nodes);
  for (const int node : nodes) {
    const Point point = point_of(node);
    std::vector<Point>& points = route.points;
    const std::size_t n = points.size();
    const bool straight = n >= 2 && ((points[n - 1].x == point.x && points[n - 2].x == point.x) ||
                                     (points[n - 1].y == point.y && points[n - 2].y == point.y));
    if (straight) points.pop_back();
    points.push_back(point);
  }
  return route;
}

}  // namespace stillhouse
