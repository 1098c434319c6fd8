#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "frontend/presenter/diagram_layers.h"
#include "frontend/presenter/diagram_map.h"

// from columns and bands to positions, and streams through the channels between them
namespace stillhouse {

namespace {

constexpr double margin = 24.0;
constexpr double track_pitch = 9.0;
constexpr double lane_pitch = 12.0;
constexpr double arrow_room = 20.0;  // before an inlet
constexpr double label_room = 14.0;  // round a name
constexpr double channel_ends = 10.0;
constexpr double nudge = 4.0;
constexpr int most_attempts = 50;

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

/// A vertical piece of a stream in a channel: between two heights, one of which may lie outside of the band.
struct Turn {
  int stream = 0;
  bool from_left = true;  ///< something comes from the left at `left`
  bool to_right = true;
  double left = 0.0, right = 0.0;
  double x = 0.0;
};

/// The channel to the left of a column (or to the right of the last).
struct Channel {
  std::vector<int> turns;
  double label = 0.0;  ///< width of the widest name of what leaves the column before
};

/// How a stream that does not run forward within its band goes: out into a lane, along the left margin if its ends lie
/// far apart, and in from a lane.
struct Detour {
  int leave_gap = 0, enter_gap = 0;  ///< gap g lies above band g
  int leave_lane = 0, enter_lane = 0;
  int leave_turn = 0, enter_turn = 0;
  int margin_track = -1;
};

class Placing {
 public:
  explicit Placing(const Diagram& diagram) : diagram_(diagram), layers_(layers_of(diagram)) {}

  PlacedDiagram run() {
    // turns in one channel may be in each other's way; then what is right of it moves down a little
    for (int attempt = 0; attempt < most_attempts && !plan(); ++attempt) {
    }
    place_columns();
    place_units();
    for (std::size_t i = 0; i < diagram_.streams.size(); ++i) draw(static_cast<int>(i));
    return std::move(placed_);
  }

 private:
  const DiagramStream& stream(int i) const { return diagram_.streams[at(i)]; }
  int bands() const { return static_cast<int>(layers_.bands.size()); }

  /// False if a channel could not be put in order, and the rest of its band was moved.
  bool plan() {
    channels_.clear();
    turns_.clear();
    detours_.clear();
    piece_turns_.clear();
    margin_tracks_ = 0;
    make_channels();
    plan_detours();
    plan_turns();
    for (std::size_t b = 0; b < channels_.size(); ++b)
      for (std::size_t c = 0; c < channels_[b].size(); ++c)
        if (!sort_turns(channels_[b][c].turns)) {
          move_down(layers_.bands[b], c);
          return false;
        }
    return true;
  }

  void move_down(DiagramLayers::Band& band, std::size_t first_column) {
    for (std::size_t c = first_column; c < band.columns.size(); ++c)
      for (const int node : band.columns[c].nodes) layers_.nodes[at(node)].y += nudge;
    band.height += nudge;
  }

  void make_channels() {
    for (const DiagramLayers::Band& band : layers_.bands) channels_.emplace_back(band.columns.size() + 1);
    for (const DiagramStream& s : diagram_.streams) {
      Channel& channel = channels_[at(layers_.band_of[at(s.from)])][at(layers_.column_of[at(s.from)]) + 1];
      channel.label = std::max(channel.label, label_width(s.name));
    }
  }

  double height_of_port(int unit, int port) const {
    return layers_.nodes[at(unit)].y + layers_.shapes[at(unit)].ports[at(port)].y;
  }

  int add_turn(int band, int channel, Turn turn) {
    turns_.push_back(turn);
    channels_[at(band)][at(channel)].turns.push_back(static_cast<int>(turns_.size()) - 1);
    return static_cast<int>(turns_.size()) - 1;
  }

  void plan_detours() {
    gaps_.resize(at(bands()) + 1);
    for (int i = 0; i < static_cast<int>(diagram_.streams.size()); ++i) {
      if (!layers_.runs[at(i)].empty()) continue;
      const DiagramStream& s = stream(i);
      const int from = layers_.band_of[at(s.from)], to = layers_.band_of[at(s.to)];
      Detour detour;
      if (from == to)
        detour.leave_gap = detour.enter_gap = s.is_gas ? from : from + 1;
      else if (from < to)
        detour.leave_gap = from + 1, detour.enter_gap = to;
      else
        detour.leave_gap = from, detour.enter_gap = to + 1;
      if (detour.leave_gap != detour.enter_gap) detour.margin_track = margin_tracks_++;

      // where it turns into its lane, above or below all of its band
      Turn leave{i, true, false, height_of_port(s.from, s.out), 0.0, 0.0};
      leave.right = detour.leave_gap > from ? 1e6 : -1e6;
      Turn enter{i, false, true, 0.0, height_of_port(s.to, s.in), 0.0};
      enter.left = detour.enter_gap > to ? 1e6 : -1e6;
      detour.leave_turn = add_turn(from, layers_.column_of[at(s.from)] + 1, leave);
      detour.enter_turn = add_turn(to, layers_.column_of[at(s.to)], enter);
      detours_[i] = detour;
    }
    share_lanes();
  }

  /// In each gap the lanes of the band above come first, short ones nearest to their band.
  void share_lanes() {
    for (int g = 0; g <= bands(); ++g) {
      std::vector<std::pair<std::pair<int, int>, std::pair<int, bool>>> users;  // order; stream, leaves
      for (const auto& [i, detour] : detours_) {
        const DiagramStream& s = stream(i);
        const int from = layers_.band_of[at(s.from)], to = layers_.band_of[at(s.to)];
        const int span = std::abs(layers_.column_of[at(s.from)] - layers_.column_of[at(s.to)]);
        const bool same = detour.leave_gap == detour.enter_gap;
        if (detour.leave_gap == g) {
          const bool above = from < g;
          users.push_back({same && from != to ? std::pair(1, 0)
                           : above            ? std::pair(0, span)
                                              : std::pair(2, -span),
                           {i, true}});
        }
        if (detour.enter_gap == g && !same)
          users.push_back({to < g ? std::pair(0, 99) : std::pair(2, -99), {i, false}});
      }
      std::sort(users.begin(), users.end());
      for (std::size_t lane = 0; lane < users.size(); ++lane) {
        const auto& [i, leaves] = users[lane].second;
        Detour& detour = detours_[i];
        (leaves ? detour.leave_lane : detour.enter_lane) = static_cast<int>(lane);
        if (detour.leave_gap == detour.enter_gap) detour.enter_lane = static_cast<int>(lane);
      }
      gaps_[at(g)] = static_cast<int>(users.size());
    }
  }

  void plan_turns() {
    piece_turns_.resize(diagram_.streams.size());
    for (int i = 0; i < static_cast<int>(diagram_.streams.size()); ++i) {
      const DiagramStream& s = stream(i);
      int channel = layers_.column_of[at(s.from)] + 1;
      for (const DiagramPiece& piece : layers_.runs[at(i)]) {
        const double left = layers_.nodes[at(piece.from.node)].y + piece.from.offset;
        const double right = layers_.nodes[at(piece.to.node)].y + piece.to.offset;
        piece_turns_[at(i)].push_back(
            left == right ? -1 : add_turn(layers_.band_of[at(s.from)], channel, {i, true, true, left, right, 0.0}));
        ++channel;
      }
    }
  }

  /// From left to right: of turns that go down the lowest first, of turns that go up the highest, so that they do not
  /// cross; and a turn that comes from the left stands before one that goes on to the right at the same height. False
  /// if that goes round in a circle.
  bool sort_turns(std::vector<int>& turns) const {
    const auto turn = [&](int i) -> const Turn& { return turns_[at(i)]; };
    std::stable_sort(turns.begin(), turns.end(), [&](int a, int b) {
      const bool up_a = turn(a).right < turn(a).left, up_b = turn(b).right < turn(b).left;
      if (up_a != up_b) return up_a;
      return up_a ? turn(a).left < turn(b).left : turn(a).left > turn(b).left;
    });
    std::vector<int> sorted;
    bool whole = true;
    while (!turns.empty()) {
      // the first that nothing else must stand before; a circle is cut where it begins
      const auto free = std::find_if(turns.begin(), turns.end(), [&](int b) {
        return std::none_of(turns.begin(), turns.end(), [&](int a) {
          return a != b && turn(a).from_left && turn(b).to_right && std::abs(turn(a).left - turn(b).right) < 3.0;
        });
      });
      whole = whole && free != turns.end();
      const auto next = free == turns.end() ? turns.begin() : free;
      sorted.push_back(*next);
      turns.erase(next);
    }
    turns = std::move(sorted);
    return whole;
  }

  void place_columns() {
    const double left = margin + lane_pitch * margin_tracks_;
    double y = margin;
    for (int b = 0; b < bands(); ++b) {
      y += gap_height(b);
      band_top_.push_back(y);
      y += layers_.bands[at(b)].height;
      column_left_.emplace_back();
      double x = left;
      for (std::size_t c = 0; c < channels_[at(b)].size(); ++c) {
        const Channel& channel = channels_[at(b)][c];
        const bool last = c + 1 == channels_[at(b)].size();
        if (channel.label > 0.0) x += channel.label + label_room;
        x = on_grid(x + channel_ends, b);
        for (const int turn : channel.turns) {
          turns_[at(turn)].x = x;
          x += track_pitch;
        }
        if (last) break;
        if (c > 0 || !channel.turns.empty()) x += arrow_room;
        column_left_.back().push_back(x);
        x += layers_.bands[at(b)].columns[c].width;
      }
      placed_.width = std::max(placed_.width, x + margin);
    }
    placed_.height = y + gap_height(bands()) + margin;
  }

  /// Tracks of neighbouring bands, which meet in the gap between them, are half a pitch apart.
  static double on_grid(double x, int band) {
    const double offset = band % 2 == 0 ? 0.0 : 0.5 * track_pitch;
    return offset + track_pitch * std::ceil((x - offset) / track_pitch);
  }

  /// Room above a band for its lanes.
  double gap_height(int gap) const {
    const double lanes = lane_pitch * gaps_[at(gap)];
    return gap == 0 || gap == bands() ? lanes : lanes + 24.0;
  }

  double lane_height(int gap, int lane) const {
    const double bottom = gap < bands() ? band_top_[at(gap)] : placed_.height - margin;
    return bottom - gap_height(gap) + lane_pitch * (lane + 0.5) + (gap == 0 || gap == bands() ? 0.0 : 12.0);
  }

  void place_units() {
    for (std::size_t i = 0; i < diagram_.units.size(); ++i) {
      const int band = layers_.band_of[i], column = layers_.column_of[i];
      const SymbolShape& shape = layers_.shapes[i];
      const double room = layers_.bands[at(band)].columns[at(column)].width - shape.width;
      const DiagramType& type = diagram_.type;
      PlacedUnit unit;
      unit.symbol = {column_left_[at(band)][at(column)] + 0.5 * room, band_top_[at(band)] + layers_.nodes[i].y,
                     shape.width, shape.height};
      unit.body = unit.symbol;
      unit.body.width = shape.body;
      unit.tag = {unit.symbol.x + 0.5 * shape.body, unit.symbol.bottom() + type.tag_height + 1.0};
      // a name or tags wider than the symbol stay in their column
      const double left = column_left_[at(band)][at(column)], right = left + room + shape.width;
      const auto within = [&](double middle, double width) {
        return std::clamp(middle, left + 0.5 * width, std::max(right - 0.5 * width, left + 0.5 * width));
      };
      unit.tag.x = within(unit.tag.x, name_width(diagram_.units[i].name, type));
      const RowGrid grid = row_grid(diagram_.units[i], type);
      const double wide = type.row_width * grid.columns, row_left = within(unit.tag.x, wide) - 0.5 * wide;
      put_tags(diagram_.units[i], shape, type, grid, row_left, unit);
      placed_.units.push_back(unit);
    }
  }

  Point port(int unit, int port) const {
    const Point& inside = layers_.shapes[at(unit)].ports[at(port)];
    return {placed_.units[at(unit)].symbol.x + inside.x, placed_.units[at(unit)].symbol.y + inside.y};
  }

  void draw(int i) {
    const DiagramStream& s = stream(i);
    PlacedStream line;
    const auto go = [&](double x, double y) {
      const Point& last = line.points.back();
      if (last.x != x || last.y != y) line.points.push_back({x, y});
    };
    const Point begin = port(s.from, s.out), end = port(s.to, s.in);
    line.points.push_back(begin);
    line.label = {begin.x + 5.0, begin.y - 4.0};
    if (const auto found = detours_.find(i); found != detours_.end()) {
      const Detour& detour = found->second;
      const double leave = turns_[at(detour.leave_turn)].x, enter = turns_[at(detour.enter_turn)].x;
      const double out = lane_height(detour.leave_gap, detour.leave_lane);
      const double in = lane_height(detour.enter_gap, detour.enter_lane);
      go(leave, begin.y);
      go(leave, out);
      if (detour.margin_track >= 0) {
        const double x = margin + lane_pitch * (detour.margin_track + 0.5);
        go(x, out);
        go(x, in);
      }
      go(enter, in);
      go(enter, end.y);
    } else {
      const double top = band_top_[at(layers_.band_of[at(s.from)])];
      for (const int number : piece_turns_[at(i)]) {
        if (number < 0) continue;
        const Turn& turn = turns_[at(number)];
        go(turn.x, top + turn.left);
        go(turn.x, top + turn.right);
      }
    }
    go(end.x, end.y);
    placed_.streams.push_back(std::move(line));
  }

  const Diagram& diagram_;
  DiagramLayers layers_;
  std::vector<std::vector<Channel>> channels_;  // by band and column
  std::vector<Turn> turns_;
  std::vector<std::vector<int>> piece_turns_;  // by stream; -1: straight
  std::map<int, Detour> detours_;              // by stream
  std::vector<int> gaps_;                      // lanes in each
  int margin_tracks_ = 0;
  std::vector<double> band_top_;
  std::vector<std::vector<double>> column_left_;
  PlacedDiagram placed_;
};

}  // namespace

PlacedDiagram placed(const Diagram& diagram) {
  return diagram.map.empty() ? Placing(diagram).run() : placed_by_map(diagram);
}

}  // namespace stillhouse
