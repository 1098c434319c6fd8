#include "frontend/presenter/diagram_map.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "frontend/presenter/diagram_nozzles.h"
#include "frontend/presenter/diagram_routes.h"
#include "frontend/presenter/diagram_symbols.h"

namespace stillhouse {

namespace {

constexpr double kPitch = 9.0;        // between tracks
constexpr double kBesideLine = 11.0;  // between an upright line and what stands beside it
constexpr double kOverLine = 9.0;     // between a level line and what stands above or below
constexpr double kEdge = 8.0;         // between the outermost line and the sheet's edge
constexpr double kClear = 4.0;        // a line nearer than this touches
constexpr double kBesideGap = 16.0;   // between a tall body and what stands beside it
constexpr double kTallest = 2.4;      // times its width: of a body that is no column
constexpr double kLeastTall = 120.0;  // height of a column
constexpr double kTop = 22.0;         // of a tall body, beside which streams still find in
constexpr double kLabelRoom = 14.0;   // round a stream's name
constexpr int kMostAttempts = 16;
constexpr int kRoomier = 2;  // attempts after which a way may wind

std::size_t place_in(int index) {
  return static_cast<std::size_t>(index);
}

bool grows(Symbol symbol) {
  switch (symbol) {
    case Symbol::vessel:
    case Symbol::drum:
    case Symbol::stirred_vessel:
    case Symbol::tubed_vessel:
    case Symbol::cooling_tower:
    case Symbol::column:
    case Symbol::packed_column:
    case Symbol::box:
      return true;
    default:
      return false;
  }
}

/// Whether a way is much longer than that between its ends.
bool winds(const std::vector<Point>& points) {
  double length = 0.0;
  for (std::size_t i = 1; i < points.size(); ++i)
    length += std::abs(points[i].x - points[i - 1].x) + std::abs(points[i].y - points[i - 1].y);
  const Point &first = points.front(), &last = points.back();
  return length > 1.7 * (std::abs(last.x - first.x) + std::abs(last.y - first.y)) + 40.0;
}

/// What a unit takes up round the crossing of its row's and column's lines, and what it needs in all of its places.
struct Footprint {
  double left = 0.0, right = 0.0, above = 0.0, below = 0.0;
  double width = 0.0, height = 0.0;
};

/// One direction of the grid: how far each row or column reaches to either side of its line, and the room between.
struct Axis {
  std::vector<double> before, after;  ///< by row or column
  std::vector<int> tracks;            ///< in each gap, the outer ones too
  std::vector<double> labels;         ///< room for names in each gap
  double beside = 0.0;                ///< between a track and what stands there
  std::vector<double> line, low, high;

  explicit Axis(int count, double room)
      : before(place_in(count), 0.0),
        after(before),
        tracks(place_in(count) + 1, 1),
        labels(place_in(count) + 1, 0.0),
        beside(room) {}

  int count() const { return static_cast<int>(before.size()); }
  double gap(int i) const {
    const bool outer = i == 0 || i == count();
    return (outer ? kEdge : beside) + beside + kPitch * std::max(tracks[place_in(i)] - 1, 0) + labels[place_in(i)];
  }
  double extent(int first, int number) const {
    double sum = 0.0;
    for (int i = first; i < first + number; ++i)
      sum += before[place_in(i)] + after[place_in(i)] + (i > first ? gap(i) : 0.0);
    return sum;
  }
  /// What spans several grows them all alike.
  void make_room(int first, int number, double needed) {
    const double missing = needed - extent(first, number);
    for (int i = first; i < first + number && missing > 0.0; ++i) after[place_in(i)] += missing / number;
  }
  double place() {
    double end = 0.0;
    line.clear(), low.clear(), high.clear();
    for (int i = 0; i < count(); ++i) {
      low.push_back(std::floor(end + gap(i) + 0.5));
      line.push_back(std::floor(low.back() + before[place_in(i)] + 0.5));
      end = line.back() + after[place_in(i)];
      high.push_back(end);
    }
    return end + gap(count());
  }
  /// Tracks of all gaps: nearest to what comes next.
  std::vector<double> all_tracks() const {
    std::vector<double> places;
    for (int i = 0; i <= count(); ++i) {
      const double last =
          i < count() ? low[place_in(i)] - beside : high.back() + beside + kPitch * (tracks[place_in(i)] - 1);
      for (int k = 0; k < tracks[place_in(i)]; ++k) places.push_back(last - kPitch * k);
    }
    return places;
  }
  /// The gap that a place lies in; -1: in none.
  int gap_at(double place) const {
    for (int i = 0; i <= count(); ++i) {
      const double from = i == 0 ? -1e9 : high[place_in(i - 1)], to = i == count() ? 1e9 : low[place_in(i)];
      if (place >= from && place <= to) return i;
    }
    return -1;
  }
};

class MapPlacing {
 public:
  explicit MapPlacing(const Diagram& diagram)
      : diagram_(diagram),
        places_(diagram.map),
        across_(reach(&DiagramPlace::column, &DiagramPlace::columns), kBesideLine),
        down_(0, kOverLine) {
    // what the map does not know stands in a row of its own below
    int rows = reach(&DiagramPlace::row, &DiagramPlace::rows);
    int column = 0;
    while (places_.size() < diagram.units.size()) {
      if (column == across_.count()) column = 0, ++rows;
      places_.push_back({column++, rows, 1, 1});
    }
    down_ = Axis(std::max(rows, reach(&DiagramPlace::row, &DiagramPlace::rows)), kOverLine);
    measure();
  }

  Point least_size() {
    make_room();
    return {across_.place(), down_.place()};
  }

  PlacedDiagram run() {
    for (int attempt = 1;; ++attempt) {
      placed_ = PlacedDiagram();
      make_room();
      placed_.width = across_.place();
      placed_.height = down_.place();
      place_units();
      if (lead_streams(attempt) || attempt == kMostAttempts) break;
    }
    place_labels();
    return std::move(placed_);
  }

 private:
  int reach(int DiagramPlace::*first, int DiagramPlace::*number) const {
    int most = 0;
    for (const DiagramPlace& place : places_) most = std::max(most, place.*first + place.*number);
    return most;
  }
  /// Vessels and columns grow over the rows that they have; anything else stands in the first.
  bool is_tall(std::size_t unit) const { return places_[unit].rows > 1 && grows(diagram_.units[unit].symbol); }
  double name_of(std::size_t unit) const { return name_width(diagram_.units[unit].name, diagram_.type); }

  /// Columns and lines of the tags beneath a unit, or of all its tags beside a tall one.
  RowGrid tags_of(std::size_t unit) const {
    const DiagramUnit& drawn = diagram_.units[unit];
    if (is_tall(unit)) {
      const int all = drawn.rows + static_cast<int>(drawn.beside.size());
      const bool pairs = diagram_.type.pairs_rows && drawn.rows > 3 && drawn.beside.empty();
      return pairs ? RowGrid{2, (all + 1) / 2} : RowGrid{1, all};
    }
    if (places_[unit].columns == 1) return row_grid(drawn, diagram_.type);
    const int columns = std::clamp(drawn.rows, 1, places_[unit].columns);
    return {columns, (drawn.rows + columns - 1) / columns};
  }

  void measure() {
    const DiagramType& type = diagram_.type;
    for (std::size_t i = 0; i < diagram_.units.size(); ++i) {
      DiagramUnit bare = diagram_.units[i];
      if (is_tall(i)) bare.beside.clear();
      shapes_.push_back(shape_of(bare, type));
      const SymbolShape& shape = shapes_.back();
      const RowGrid tags = tags_of(i);
      const double tags_width = type.row_width * tags.columns;
      Footprint foot;
      if (is_tall(i)) {
        foot.left = 0.5 * shape.body;
        foot.right = foot.left + kBesideGap + std::max(name_of(i), tags.lines > 0 ? tags_width : 0.0);
        const double stack = type.tag_height + 4.0 + (type.row_height + 1.0) * tags.lines + 2.0 * kTop;
        foot.height = std::max({stack, shape.height, is_column(bare.symbol) ? kLeastTall : 0.0});
        foot.width = foot.left + foot.right;
      } else {
        const double broad = std::max(name_of(i), places_[i].columns == 1 && tags.lines > 0 ? tags_width : 0.0);
        foot.left = std::max(0.5 * shape.body, 0.5 * broad);
        foot.right = std::max(shape.width - 0.5 * shape.body, 0.5 * broad);
        foot.width = std::max(foot.left + foot.right, tags.lines > 0 ? tags_width : 0.0);
        foot.above = 0.5 * shape.height;
        foot.below = foot.above + type.tag_height + 5.0 + type.row_height * tags.lines;
      }
      feet_.push_back(foot);
    }
    // names of streams stand at the right of what they leave
    for (const DiagramStream& stream : diagram_.streams) {
      const DiagramPlace& place = places_[place_in(stream.from)];
      double& room = across_.labels[place_in(place.column + place.columns)];
      if (!stream.name.empty()) room = std::max(room, label_width(stream.name) + kLabelRoom);
    }
  }

  /// Single rows and columns first, then what spans several.
  void make_room() {
    for (Axis* axis : {&across_, &down_}) {
      std::fill(axis->before.begin(), axis->before.end(), 0.0);
      std::fill(axis->after.begin(), axis->after.end(), 0.0);
    }
    const auto widen = [](double& room, double needed) { room = std::max(room, needed); };
    for (std::size_t i = 0; i < feet_.size(); ++i) {
      const DiagramPlace& place = places_[i];
      widen(across_.before[place_in(place.column)], feet_[i].left);
      if (place.columns == 1) widen(across_.after[place_in(place.column)], feet_[i].right);
      if (is_tall(i)) continue;
      widen(down_.before[place_in(place.row)], feet_[i].above);
      widen(down_.after[place_in(place.row)], feet_[i].below);
    }
    for (std::size_t i = 0; i < feet_.size(); ++i) {
      const DiagramPlace& place = places_[i];
      if (place.columns > 1) across_.make_room(place.column, place.columns, feet_[i].width);
      if (is_tall(i)) down_.make_room(place.row, place.rows, feet_[i].height);
    }
  }

  void place_units() {
    covers_.assign(feet_.size(), {});
    for (std::size_t i = 0; i < feet_.size(); ++i) {
      placed_.units.push_back(is_tall(i) ? tall_unit(i) : flat_unit(i));
      const PlacedUnit& unit = placed_.units.back();
      std::vector<Box>& covers = covers_[i];
      covers.push_back({unit.tag.x - 0.5 * name_of(i), unit.tag.y - diagram_.type.tag_height, name_of(i),
                        diagram_.type.tag_height + 2.0});
      covers.insert(covers.end(), unit.rows.begin(), unit.rows.end());
      covers.insert(covers.end(), unit.beside.begin(), unit.beside.end());
    }
  }

  PlacedUnit flat_unit(std::size_t i) const {
    const DiagramType& type = diagram_.type;
    const DiagramPlace& place = places_[i];
    const SymbolShape& shape = shapes_[i];
    const double x = across_.line[place_in(place.column)], y = down_.line[place_in(place.row)];
    PlacedUnit unit;
    unit.body = {x - 0.5 * shape.body, y - 0.5 * shape.height, shape.body, shape.height};
    unit.symbol = unit.body;
    unit.symbol.width = shape.width;
    unit.tag = {x, unit.body.bottom() + type.tag_height + 1.0};
    const RowGrid grid = tags_of(i);
    const double wide = type.row_width * grid.columns;
    const double left = across_.low[place_in(place.column)],
                 right = across_.high[place_in(place.column + place.columns - 1)];
    const double first = std::clamp(x - 0.5 * wide, left, std::max(right - wide, left));
    put_tags(diagram_.units[i], shape, type, grid, first, unit);
    return unit;
  }

  /// Its name and its tags stand beside it, those of trays near the height that they read.
  PlacedUnit tall_unit(std::size_t i) const {
    const DiagramType& type = diagram_.type;
    const DiagramPlace& place = places_[i];
    const DiagramUnit& drawn = diagram_.units[i];
    const SymbolShape& shape = shapes_[i];
    const double top = down_.low[place_in(place.row)], bottom = down_.high[place_in(place.row + place.rows - 1)];
    double height = bottom - top;
    if (!is_column(drawn.symbol)) height = std::min(height, std::max(kTallest * shape.body, shape.height));
    PlacedUnit unit;
    const double x = across_.line[place_in(place.column)];
    unit.body = {x - 0.5 * shape.body, std::floor(top + 0.5 * (bottom - top - height) + 0.5), shape.body, height};
    unit.symbol = unit.body;
    const double left = unit.body.right() + kBesideGap;
    const RowGrid grid = tags_of(i);

    // from the top down: the name, tags of trays by their heights, the others
    const double pitch = type.row_height + 1.0, stack = type.tag_height + 4.0 + pitch * grid.lines;
    const double high = top + kTop, low = bottom - kTop;
    double y = drawn.beside.empty() ? std::max(high, 0.5 * (top + bottom - stack)) : high;
    unit.tag = {left + 0.5 * name_of(i), y + type.tag_height};
    y += type.tag_height + 4.0;
    const auto take = [&](double wish, int below) {
      y = std::max(y, std::min(wish, low - pitch * (below + 1) + 1.0));
      const Box box{left, std::floor(y + 0.5), type.row_width, type.row_height};
      y += pitch;
      return box;
    };
    std::vector<std::size_t> order(drawn.beside.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return drawn.beside[a] > drawn.beside[b]; });
    unit.beside.resize(order.size());
    int below = static_cast<int>(order.size()) + drawn.rows - 1;
    for (const std::size_t k : order) {
      const double reads = unit.body.bottom() - unit.body.height * (0.06 + 0.88 * drawn.beside[k]);
      unit.beside[k] = take(reads - 0.5 * type.row_height, below--);
    }
    const double first = y;
    for (int row = 0; row < drawn.rows; ++row) {
      if (row > 0 && row % grid.lines == 0) y = first;
      Box box = take(y, drawn.beside.empty() ? grid.lines - 1 - row % grid.lines : below--);
      if (drawn.beside.empty()) box.x += type.row_width * (row / grid.lines);
      unit.rows.push_back(box);
    }
    unit.symbol.width = feet_[i].left + feet_[i].right;
    return unit;
  }

  /// Whether what a unit passes on goes to the left of it, or back where it came from.
  bool leads_left(std::size_t unit) const {
    const int column = places_[unit].column;
    int from = column, to = column;
    for (const DiagramStream& stream : diagram_.streams) {
      if (place_in(stream.to) == unit) from = places_[place_in(stream.from)].column;
      if (place_in(stream.from) == unit) to = places_[place_in(stream.to)].column;
    }
    return to < column || (to == column && from > column);
  }

  /// False if streams had to share a line, and where they did there is now more room.
  bool lead_streams(int attempt) {
    std::vector<std::vector<std::vector<Nozzle>>> nozzles(placed_.units.size());
    std::vector<double> xs = across_.all_tracks(), ys = down_.all_tracks();
    std::vector<Box> bars;
    const auto bar = [&](const Box& box) {
      bars.push_back({box.x - kClear, box.y - kClear, box.width + 2.0 * kClear, box.height + 2.0 * kClear});
    };
    for (std::size_t i = 0; i < placed_.units.size(); ++i) {
      const DiagramPlace& place = places_[i];
      std::vector<double> levels;
      for (int row = place.row; row < place.row + place.rows; ++row) levels.push_back(down_.line[place_in(row)]);
      for (std::size_t p = 0; p < diagram_.units[i].ports.size(); ++p) {
        nozzles[i].push_back(
            nozzles_of(diagram_.units[i], p, placed_.units[i].body, levels, covers_[i], leads_left(i)));
        for (const Nozzle& nozzle : nozzles[i].back()) {
          xs.push_back(nozzle.at.x);
          ys.push_back(nozzle.at.y);
        }
      }
      bar(placed_.units[i].body);
      for (const Box& box : covers_[i]) bar(box);
      if (is_tall(i) && covers_[i].size() > 1) {
        // from a tall body to its tags lead their own lines
        const double first = covers_[i].front().y;
        double last = covers_[i].front().bottom();
        for (const Box& box : covers_[i]) last = std::max(last, box.bottom());
        bar({placed_.units[i].body.right(), first, kBesideGap, last - first});
      }
    }
    StreamRouter router(std::move(xs), std::move(ys), bars);

    // what found no room before comes first, then near neighbours
    trouble_.resize(diagram_.streams.size(), 0);
    const auto rank = [&](std::size_t s) {
      const Box& a = placed_.units[place_in(diagram_.streams[s].from)].body;
      const Box& b = placed_.units[place_in(diagram_.streams[s].to)].body;
      return std::pair(-trouble_[s], std::abs(a.x + 0.5 * a.width - b.x - 0.5 * b.width) +
                                         std::abs(a.y + 0.5 * a.height - b.y - 0.5 * b.height));
    };
    std::vector<std::size_t> order(diagram_.streams.size());
    for (std::size_t s = 0; s < order.size(); ++s) order[s] = s;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    placed_.streams.resize(order.size());
    std::set<int> narrow, low;  // gaps where streams share a line
    for (const std::size_t s : order) {
      const DiagramStream& stream = diagram_.streams[s];
      Route route = router.lead(nozzles[place_in(stream.from)][place_in(stream.out)],
                                nozzles[place_in(stream.to)][place_in(stream.in)]);
      if (route.points.empty()) route.points = {{}, {}};
      if (!route.shared.empty()) ++trouble_[s];
      for (const Point& point : route.shared) {
        narrow.insert(across_.gap_at(point.x));
        low.insert(down_.gap_at(point.y));
      }
      if (attempt <= kRoomier && winds(route.points)) {
        // it went far round because the nearest way was taken
        const DiagramPlace& from = places_[place_in(stream.from)];
        const Point &first = route.points[0], &second = route.points[1];
        if (first.y == second.y) narrow.insert(first.x < second.x ? from.column + from.columns : from.column);
        if (first.x == second.x) low.insert(first.y < second.y ? from.row + from.rows : from.row);
      }
      placed_.streams[s].points = std::move(route.points);
    }
    for (const auto& [axis, gaps] : {std::pair(&across_, &narrow), std::pair(&down_, &low)})
      for (const int gap : *gaps)
        if (gap >= 0) ++axis->tracks[place_in(gap)];
    return narrow.empty() && low.empty();
  }

  /// A name stands above the first level line that has room for it, else above the longest.
  void place_labels() {
    std::vector<Box> taken;
    for (std::size_t i = 0; i < placed_.units.size(); ++i) {
      taken.push_back(placed_.units[i].body);
      taken.insert(taken.end(), covers_[i].begin(), covers_[i].end());
    }
    for (std::size_t s = 0; s < placed_.streams.size(); ++s) {
      PlacedStream& stream = placed_.streams[s];
      const double width = label_width(diagram_.streams[s].name);
      double longest = -1.0;
      bool free = false;
      for (std::size_t i = 1; i < stream.points.size() && !free; ++i) {
        const Point &a = stream.points[i - 1], &b = stream.points[i];
        const double length = std::abs(b.x - a.x);
        // beside the arrow of a line to the left
        const Point place{std::min(a.x, b.x) + (b.x < a.x ? 14.0 : 5.0), a.y - 4.0};
        const Box box{place.x, place.y - label_height, width, label_height};
        free =
            a.y == b.y && length > width + 8.0 && std::none_of(taken.begin(), taken.end(), [&](const Box& other) {
              return box.x < other.right() && other.x < box.right() && box.y < other.bottom() && other.y < box.bottom();
            });
        if (free || length > longest) stream.label = place;
        longest = std::max(longest, length);
      }
      taken.push_back({stream.label.x, stream.label.y - label_height, width, label_height});
    }
  }

  const Diagram& diagram_;
  std::vector<DiagramPlace> places_;
  Axis across_, down_;
  std::vector<SymbolShape> shapes_;
  std::vector<Footprint> feet_;
  std::vector<std::vector<Box>> covers_;  ///< by unit: its name and tags
  std::vector<int> trouble_;              ///< by stream: how often it had to share a line
  PlacedDiagram placed_;
};

}  // namespace

PlacedDiagram placed_by_map(const Diagram& diagram) {
  return MapPlacing(diagram).run();
}

Point least_size_by_map(const Diagram& diagram) {
  return MapPlacing(diagram).least_size();
}

}  // namespace stillhouse
