#include "frontend/presenter/plant_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "engine/modelling/flowsheet.h"
#include "frontend/presenter/diagram_map.h"
#include "frontend/presenter/diagram_symbols.h"
#include "frontend/presenter/plant_diagram.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

namespace {

/// The panel of the picture and what is written on it, pixels of a window of 1280 x 720.
constexpr double room_width = 736.0, room_height = 384.0;
constexpr double name_height = 13.0, name_letter = 6.8, column_width = 42.0;
struct TagForm {
  double width, height;
  bool two_lines, pairs;
};
constexpr std::array<TagForm, 3> tag_forms = {
    {{116.0, 19.0, false, false}, {70.0, 32.0, true, false}, {70.0, 32.0, true, true}}};

constexpr double largest_scale = 1.25, smallest_scale = 0.16, scale_step = 0.94, fine_step = 0.98;

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

class Drawing {
 public:
  Drawing(const scenario::Plant& plant, const Flowsheet& flowsheet) : plant_(plant) {
    drawing_.diagram = diagram_of(plant, flowsheet);
    // the picture names no streams: their ends tell enough, and numbers stand at the instruments
    for (DiagramStream& stream : drawing_.diagram.streams) stream.name.clear();
  }

  PlantDrawing run() {
    gather_tags();
    find_sizes();
    hand_out_boxes();
    find_strokes();
    find_temperatures();
    return std::move(drawing_);
  }

 private:
  /// The unit of a signal; what belongs to none of the diagram gets a box of its own.
  int unit_for(const std::string& signal) {
    int unit = unit_of(drawing_.diagram, signal);
    if (unit >= 0) return unit;
    const std::string name = unit_part(signal);
    drawing_.diagram.units.push_back({name, name, symbol_of(name), {}});
    return static_cast<int>(drawing_.diagram.units.size()) - 1;
  }

  void add(TagKind kind, std::size_t index, const std::string& signal) {
    DrawnTag tag{kind, index, unit_for(signal), {}};
    DiagramUnit& unit = drawing_.diagram.units[at(tag.unit)];
    const int stage = number_of_stage(unit_part(signal));
    if (is_column(unit.symbol) && stage > 0 && kind == TagKind::instrument) {
      tag.beside = true;
      tag.share = std::clamp((stage - 0.5) / std::max(unit.stages, 1), 0.0, 1.0);
      unit.beside.push_back(tag.share);
    } else {
      ++unit.rows;
    }
    drawing_.tags.push_back(tag);
  }

  /// Readings first, then each handle followed by what moves it; a controller of another stands with what it reads.
  void gather_tags() {
    for (std::size_t i = 0; i < plant_.instruments.size(); ++i)
      add(TagKind::instrument, i, plant_.instruments[i].signal);
    std::vector<bool> done(plant_.controllers.size(), false);
    for (std::size_t h = 0; h < plant_.handles.size(); ++h) {
      const scenario::Handle& handle = plant_.handles[h];
      add(TagKind::handle, h, handle.input);
      for (std::size_t c = 0; c < plant_.controllers.size(); ++c) {
        const scenario::Controller& controller = plant_.controllers[c];
        const std::string& moved = controller.split.empty() ? controller.moves : controller.split.front().handle;
        if (moved != handle.tag) continue;
        add(TagKind::controller, c, handle.input);
        done[c] = true;
      }
    }
    for (std::size_t c = 0; c < plant_.controllers.size(); ++c) {
      if (done[c]) continue;
      const scenario::Controller& controller = plant_.controllers[c];
      std::string place = controller.moves;
      if (!controller.secondary.empty())
        for (const scenario::Instrument& instrument : plant_.instruments)
          if (instrument.tag == controller.reads) place = instrument.signal;
      add(TagKind::controller, c, place);
    }
  }

  /// How large letters and tags are beside symbols at a scale.
  void set_type(const TagForm& form, double scale, double band) {
    DiagramType& type = drawing_.diagram.type;
    type.tag_height = name_height / scale;
    type.letter_width = name_letter / scale;
    type.row_width = form.width / scale;
    type.row_height = form.height / scale;
    type.pairs_rows = form.pairs;
    type.column_width = column_width / scale;
    type.widest_band = band * room_width / scale;
    drawing_.two_lines = form.two_lines;
  }

  /// Places the diagram with tags of a form at a scale; true if it fits the panel.
  bool fits(const TagForm& form, double scale, double band) {
    set_type(form, scale, band);
    drawing_.placed = placed(drawing_.diagram);
    return drawing_.placed.width * scale <= room_width && drawing_.placed.height * scale <= room_height;
  }

  bool fits_somehow(double scale) {
    for (const TagForm& form : tag_forms)
      for (const double band : {0.95, 0.8, 1.15, 0.65})
        if (fits(form, scale, band)) return true;
    return false;
  }

  /// Whether the places of a map fit the panel, if its streams need no more room than the least.
  bool map_may_fit(const TagForm& form, double scale) {
    set_type(form, scale, 1.0);
    const Point least = least_size_by_map(drawing_.diagram);
    return least.x * scale <= room_width && least.y * scale <= room_height;
  }

  /// The largest symbols with which everything is on the panel, at the places of the plant's map.
  void find_sizes_by_map() {
    double scale = largest_scale;
    const auto may_fit = [&] {
      return std::any_of(tag_forms.begin(), tag_forms.end(),
                         [&](const TagForm& form) { return map_may_fit(form, scale); });
    };
    while (scale > smallest_scale && !may_fit()) scale *= fine_step;
    for (; scale > smallest_scale; scale *= fine_step)
      for (const TagForm& form : tag_forms)
        if (map_may_fit(form, scale) && fits(form, scale, 1.0)) return;
    fits(tag_forms.back(), smallest_scale, 1.0);
  }

  /// The largest symbols with which everything is on the panel.
  void find_sizes() {
    if (!drawing_.diagram.map.empty()) return find_sizes_by_map();
    int low = 0, high = static_cast<int>(std::log(smallest_scale / largest_scale) / std::log(scale_step));
    while (low < high) {
      const int middle = (low + high) / 2;
      if (fits_somehow(largest_scale * std::pow(scale_step, middle)))
        high = middle;
      else
        low = middle + 1;
    }
    fits_somehow(largest_scale * std::pow(scale_step, low));
  }

  void hand_out_boxes() {
    std::vector<std::size_t> rows(drawing_.diagram.units.size(), 0), beside = rows;
    for (DrawnTag& tag : drawing_.tags) {
      const PlacedUnit& unit = drawing_.placed.units[at(tag.unit)];
      tag.box = tag.beside ? unit.beside[beside[at(tag.unit)]++] : unit.rows[rows[at(tag.unit)]++];
    }
  }

  void find_strokes() {
    const Diagram& diagram = drawing_.diagram;
    std::vector<std::vector<Point>> ends(diagram.units.size());
    for (std::size_t i = 0; i < diagram.streams.size(); ++i) {
      ends[at(diagram.streams[i].from)].push_back(drawing_.placed.streams[i].points.front());
      ends[at(diagram.streams[i].to)].push_back(drawing_.placed.streams[i].points.back());
    }
    for (std::size_t i = 0; i < diagram.units.size(); ++i) {
      drawing_.symbols.push_back(symbol_strokes(diagram.units[i], drawing_.placed.units[i].body));
      drawing_.leads.push_back(symbol_leads(diagram.units[i], drawing_.placed.units[i], ends[i]));
    }
  }

  /// From cold water to what the thermometers are made for.
  void find_temperatures() {
    double hottest = 0.0;
    for (const scenario::Instrument& instrument : plant_.instruments)
      if (instrument.kind == scenario::InstrumentKind::thermocouple ||
          instrument.kind == scenario::InstrumentKind::pt100)
        hottest = std::max(hottest, instrument.range_high);
    if (hottest > drawing_.coldest + 20.0) drawing_.hottest = std::min(hottest, 573.15);
  }

  const scenario::Plant& plant_;
  PlantDrawing drawing_;
};

}  // namespace

std::string unit_part(const std::string& signal) {
  return signal.substr(0, signal.rfind('.'));
}

PlantDrawing drawing_of(const scenario::Plant& plant, const Flowsheet& flowsheet) {
  return Drawing(plant, flowsheet).run();
}

}  // namespace stillhouse
