#include "frontend/presenter/diagram_layers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace stillhouse {

namespace {

constexpr double least_gap = 22.0;  // between nodes of a column
constexpr int sweeps = 6;

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

class Layering {
 public:
  explicit Layering(const Diagram& diagram) : diagram_(diagram) {
    for (const DiagramUnit& unit : diagram.units) {
      result_.shapes.push_back(shape_of(unit, diagram.type));
      const SymbolShape& shape = result_.shapes.back();
      DiagramNode node;
      node.unit = static_cast<int>(result_.nodes.size());
      const RowGrid rows = row_grid(unit, diagram.type);
      node.width = std::max({shape.width, name_width(unit.name, diagram.type),
                             rows.lines > 0 ? diagram.type.row_width * rows.columns : 0.0});
      node.height = shape.height;
      node.room_below = diagram.type.tag_height + 5.0 + diagram.type.row_height * rows.lines;
      result_.nodes.push_back(node);
    }
  }

  DiagramLayers run() {
    find_returns();
    find_layers();
    fold();
    lead_streams();
    for (DiagramLayers::Band& band : result_.bands) {
      order(band);
      set_heights(band);
    }
    return std::move(result_);
  }

 private:
  std::size_t unit_count() const { return diagram_.units.size(); }

  /// Streams that lead back to where they came from, found by walking downstream from the sources.
  void find_returns() {
    returns_.assign(diagram_.streams.size(), false);
    std::vector<int> state(unit_count(), 0);  // 0 unseen, 1 on the way, 2 done
    std::vector<bool> fed(unit_count(), false);
    for (const DiagramStream& stream : diagram_.streams) fed[at(stream.to)] = true;
    for (const bool with_feed : {false, true})
      for (std::size_t start = 0; start < unit_count(); ++start)
        if (fed[start] == with_feed && state[start] == 0) walk(static_cast<int>(start), state);
  }

  // without recursion: a plant may be long
  void walk(int start, std::vector<int>& state) {
    std::vector<std::pair<int, std::size_t>> path = {{start, 0}};
    state[at(start)] = 1;
    while (!path.empty()) {
      auto& [unit, next] = path.back();
      bool deeper = false;
      while (!deeper && next < diagram_.streams.size()) {
        const std::size_t i = next++;
        const DiagramStream& stream = diagram_.streams[i];
        if (stream.from != unit) continue;
        if (state[at(stream.to)] == 1) {
          returns_[i] = true;
        } else if (state[at(stream.to)] == 0) {
          state[at(stream.to)] = 1;
          path.emplace_back(stream.to, 0);
          deeper = true;
        }
      }
      if (deeper) continue;
      state[at(path.back().first)] = 2;
      path.pop_back();
    }
  }

  /// Longest path from the sources; what nothing flows into stands just before what it feeds.
  void find_layers() {
    layer_.assign(unit_count(), 0);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < diagram_.streams.size(); ++i) {
        const DiagramStream& stream = diagram_.streams[i];
        if (returns_[i] || layer_[at(stream.to)] > layer_[at(stream.from)]) continue;
        layer_[at(stream.to)] = layer_[at(stream.from)] + 1;
        changed = true;
      }
    }
    for (std::size_t unit = 0; unit < unit_count(); ++unit) {
      int nearest = std::numeric_limits<int>::max();
      bool fed = false;
      for (std::size_t i = 0; i < diagram_.streams.size(); ++i) {
        const DiagramStream& stream = diagram_.streams[i];
        fed = fed || at(stream.to) == unit;
        if (at(stream.from) == unit && !returns_[i]) nearest = std::min(nearest, layer_[at(stream.to)]);
      }
      if (!fed && nearest != std::numeric_limits<int>::max()) layer_[unit] = nearest - 1;
    }
  }

  /// As few bands as the width allows, of about the same length.
  void fold() {
    const int layers = unit_count() == 0 ? 0 : 1 + *std::max_element(layer_.begin(), layer_.end());
    std::vector<double> widths(at(layers), 0.0), names(at(layers), 0.0), streams(at(layers), 0.0);
    for (std::size_t i = 0; i < unit_count(); ++i)
      widths[at(layer_[i])] = std::max(widths[at(layer_[i])], result_.nodes[i].width);
    for (const DiagramStream& stream : diagram_.streams) {
      double& name = names[at(layer_[at(stream.from)])];
      name = std::max(name, label_width(stream.name));
      streams[at(layer_[at(stream.from)])] += 5.0;
    }
    for (int l = 0; l < layers; ++l) widths[at(l)] += names[at(l)] + streams[at(l)] + 50.0;

    const auto bands_of = [&](double limit) {
      std::vector<int> band(at(layers), 0);
      double filled = 0.0;
      for (int l = 0, b = 0; l < layers; ++l) {
        if (filled > 0.0 && filled + widths[at(l)] > limit) filled = 0.0, ++b;
        filled += widths[at(l)];
        band[at(l)] = b;
      }
      return band;
    };
    std::vector<int> band = bands_of(diagram_.type.widest_band);
    for (double limit = diagram_.type.widest_band; limit > 100.0; limit -= 10.0) {
      const std::vector<int> narrower = bands_of(limit);
      if (layers > 0 && narrower.back() != band.back()) break;
      band = narrower;
    }

    result_.bands.resize(layers == 0 ? 0 : at(band.back()) + 1);
    std::vector<int> column(at(layers), 0);
    for (int l = 0; l < layers; ++l) {
      auto& columns = result_.bands[at(band[at(l)])].columns;
      column[at(l)] = static_cast<int>(columns.size());
      columns.emplace_back();
    }
    for (std::size_t i = 0; i < unit_count(); ++i) {
      result_.band_of.push_back(band[at(layer_[i])]);
      result_.column_of.push_back(column[at(layer_[i])]);
      add_to_column(result_.band_of.back(), result_.column_of.back(), static_cast<int>(i));
    }
  }

  void add_to_column(int band, int column, int node) {
    DiagramLayers::Column& place = result_.bands[at(band)].columns[at(column)];
    place.nodes.push_back(node);
    place.width = std::max(place.width, result_.nodes[at(node)].width);
  }

  /// Streams that run forward within a band pass every column between.
  void lead_streams() {
    result_.runs.resize(diagram_.streams.size());
    for (std::size_t i = 0; i < diagram_.streams.size(); ++i) {
      const DiagramStream& stream = diagram_.streams[i];
      const int band = result_.band_of[at(stream.from)];
      const int first = result_.column_of[at(stream.from)], last = result_.column_of[at(stream.to)];
      if (band != result_.band_of[at(stream.to)] || first >= last) continue;
      DiagramEnd from{stream.from, result_.shapes[at(stream.from)].ports[at(stream.out)].y};
      for (int column = first + 1; column <= last; ++column) {
        DiagramEnd to{stream.to, result_.shapes[at(stream.to)].ports[at(stream.in)].y};
        if (column < last) {
          DiagramNode passing;
          passing.stream = static_cast<int>(i);
          to = {static_cast<int>(result_.nodes.size()), 0.0};
          result_.nodes.push_back(passing);
          add_to_column(band, column, to.node);
        }
        result_.runs[i].push_back({static_cast<int>(i), from, to});
        from = to;
      }
    }
    before_.resize(result_.nodes.size());
    after_.resize(result_.nodes.size());
    for (const auto& run : result_.runs)
      for (const DiagramPiece& piece : run) {
        before_[at(piece.to.node)].push_back(piece);
        after_[at(piece.from.node)].push_back(piece);
      }
  }

  /// Nodes of a column in the order of what they are joined to in the neighbouring one, to and fro.
  void order(DiagramLayers::Band& band) {
    std::vector<double> place(result_.nodes.size(), 0.0);
    const auto number = [&](const DiagramLayers::Column& column) {
      for (std::size_t i = 0; i < column.nodes.size(); ++i) place[at(column.nodes[i])] = static_cast<double>(i);
    };
    for (const DiagramLayers::Column& column : band.columns) number(column);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      const bool forward = sweep % 2 == 0;
      for (std::size_t k = 0; k < band.columns.size(); ++k) {
        DiagramLayers::Column& column = band.columns[forward ? k : band.columns.size() - 1 - k];
        std::vector<double> middle(result_.nodes.size(), 0.0);
        for (const int node : column.nodes) {
          const std::vector<DiagramPiece>& pieces = forward ? before_[at(node)] : after_[at(node)];
          double sum = 0.0;
          for (const DiagramPiece& piece : pieces) {
            const DiagramEnd& end = forward ? piece.from : piece.to;
            sum += place[at(end.node)] + end.offset / 1000.0;
          }
          middle[at(node)] = pieces.empty() ? place[at(node)] : sum / static_cast<double>(pieces.size());
        }
        std::stable_sort(column.nodes.begin(), column.nodes.end(),
                         [&](int a, int b) { return middle[at(a)] < middle[at(b)]; });
        number(column);
      }
    }
  }

  /// Heights that make streams straight where they can be.
  void set_heights(DiagramLayers::Band& band) {
    for (const DiagramLayers::Column& column : band.columns) {
      double y = 0.0;
      for (const int node : column.nodes) {
        result_.nodes[at(node)].y = y;
        y += extent(node) + least_gap;
      }
    }
    for (int sweep = 0; sweep < sweeps + 1; ++sweep) {
      const bool forward = sweep % 2 == 0;
      for (std::size_t k = 0; k < band.columns.size(); ++k)
        settle(band.columns[forward ? k : band.columns.size() - 1 - k], forward);
    }

    // from zero down
    double top = std::numeric_limits<double>::infinity();
    for (const auto& column : band.columns)
      for (const int node : column.nodes) top = std::min(top, result_.nodes[at(node)].y);
    for (const auto& column : band.columns)
      for (const int node : column.nodes) {
        result_.nodes[at(node)].y -= top;
        band.height = std::max(band.height, result_.nodes[at(node)].y + extent(node));
      }
  }

  double extent(int node) const { return result_.nodes[at(node)].height + result_.nodes[at(node)].room_below; }

  /// The heights nearest to those wished for that keep order and distance: neighbours that come too near are pooled.
  void settle(DiagramLayers::Column& column, bool forward) {
    struct Pool {
      double sum, weight;
      std::size_t count;
    };
    std::vector<Pool> pools;
    std::vector<double> below(column.nodes.size(), 0.0);  // least distance from the first node's top
    for (std::size_t i = 0; i < column.nodes.size(); ++i) {
      const int node = column.nodes[i];
      if (i > 0) below[i] = below[i - 1] + extent(column.nodes[i - 1]) + least_gap;
      const std::vector<DiagramPiece>& pieces = forward ? before_[at(node)] : after_[at(node)];
      double wish = result_.nodes[at(node)].y, weight = pieces.empty() ? 1e-3 : 1.0;
      if (!pieces.empty()) {
        wish = 0.0;
        for (const DiagramPiece& piece : pieces) {
          const DiagramEnd& there = forward ? piece.from : piece.to;
          const DiagramEnd& here = forward ? piece.to : piece.from;
          wish += result_.nodes[at(there.node)].y + there.offset - here.offset;
        }
        wish /= static_cast<double>(pieces.size());
      }
      pools.push_back({weight * (wish - below[i]), weight, 1});
      while (pools.size() > 1) {
        const Pool& last = pools.back();
        Pool& before = pools[pools.size() - 2];
        if (before.sum / before.weight <= last.sum / last.weight) break;
        before = {before.sum + last.sum, before.weight + last.weight, before.count + last.count};
        pools.pop_back();
      }
    }
    std::size_t i = 0;
    for (const Pool& pool : pools)
      for (std::size_t k = 0; k < pool.count; ++k, ++i)
        result_.nodes[at(column.nodes[i])].y = std::floor(pool.sum / pool.weight + below[i] + 0.5);
  }

  const Diagram& diagram_;
  DiagramLayers result_;
  std::vector<bool> returns_;
  std::vector<int> layer_;
  std::vector<std::vector<DiagramPiece>> before_, after_;
};

}  // namespace

DiagramLayers layers_of(const Diagram& diagram) {
  return Layering(diagram).run();
}

}  // namespace stillhouse
