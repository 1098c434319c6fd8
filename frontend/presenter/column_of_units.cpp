#include <algorithm>
#include <set>

#include "frontend/presenter/binary_column.h"
#include "frontend/presenter/unit_finder.h"
#include "models/properties/fluid.h"
#include "models/reactors/solution.h"

// a column among the units of a plant that is spelt out, by what they are and what is joined to what
namespace stillhouse {

namespace {

class ColumnSearch {
 public:
  ColumnSearch(const scenario::Plant& plant, const Flowsheet& flowsheet) : find_(plant, flowsheet), plant_(plant) {}

  std::shared_ptr<const BinaryColumn> run() {
    const Blueprint::Unit* trays = find_.unit_of_kind("tray_column");
    const std::string kettle = trays != nullptr ? kettle_under(trays->name) : lonely_still();
    const std::vector<std::string> species = condensing_species(plant_);
    if (kettle.empty() || species.size() != 2) return nullptr;
    auto column = std::make_shared<BinaryColumn>();
    column_ = column.get();
    column_->by_volume = false;
    column_->pair = pair_of(std::make_shared<const Fluid>(species, liquid_model(plant_.blueprint->liquid_model)));
    light_ = column_->pair->light();
    heavy_ = species[0] == light_ ? species[1] : species[0];

    stage(kettle, 0);
    if (trays != nullptr)
      for (int k = 1; find_.has_signal(tray(trays->name, k) + ".T"); ++k) {
        stage(tray(trays->name, k), k);
        column_->trays = k;
      }
    column_->pressure = find_.reading(kettle + ".p");
    column_->heater = find_.handle(kettle + ".heating");
    column_->kettle_analyser = find_.sampling(kettle + x_light());
    column_->x_B = find_.reading(kettle + x_light());
    if (const StreamInfo* out = find_.out_of(kettle, "out")) column_->bottoms = metered_below(*out);
    const StreamInfo* vapour = trays != nullptr ? find_.out_of(trays->name, "top") : find_.out_of(kettle, "gas_out");
    if (vapour != nullptr) take_top(*vapour, trays != nullptr ? find_.into(trays->name, "reflux") : nullptr);
    if (trays != nullptr) take_feed(trays->name);
    return column;
  }

 private:
  static std::string tray(const std::string& column, int k) { return column + "_tray_" + std::to_string(k); }
  std::string x_light() const { return ".x_" + variable_suffix(light_); }

  bool is_heated(const std::string& unit) const {
    return find_.has_input(unit + ".heating") || find_.has_input(unit + ".steam");
  }
  /// Vapour comes from it and liquid runs back into it.
  std::string kettle_under(const std::string& column) const {
    const StreamInfo* vapour = find_.into(column, "vapour");
    const StreamInfo* liquid = find_.out_of(column, "bottom");
    if (vapour == nullptr || liquid == nullptr || vapour->from != liquid->to) return {};
    return is_heated(vapour->from) ? vapour->from : std::string();
  }
  /// A heated closed vessel whose vapour leaves, in a plant without a column.
  std::string lonely_still() const {
    for (const Blueprint::Unit& unit : find_.units())
      if (unit.kind.ends_with("_column")) return {};
    for (const Blueprint::Unit& unit : find_.units())
      if (unit.kind == "drum" && is_heated(unit.name) && find_.out_of(unit.name, "gas_out") != nullptr)
        return unit.name;
    return {};
  }

  void stage(const std::string& unit, int number) {
    column_->stages.push_back({unit + x_light(), unit + ".T"});
    const std::string tag = find_.reading(unit + ".T");
    if (!tag.empty()) column_->thermometers.push_back({tag, number});
  }

  /// The flow meter of what leaves the plant along a line.
  std::string metered_below(const StreamInfo& first) const {
    std::set<std::string> seen;
    for (const StreamInfo* stream = &first; stream != nullptr && seen.insert(stream->name).second;) {
      const std::string tag = find_.reading(stream->name + ".F");
      if (!tag.empty()) return tag;
      const std::vector<const StreamInfo*> next = find_.all_out_of(stream->to);
      stream = next.size() == 1 ? next.front() : nullptr;
    }
    return {};
  }

  /// The condenser is the first vessel that the vapour comes to; of what leaves it as liquid, that which does not go
  /// back to the column is the distillate.
  void take_top(const StreamInfo& vapour, const StreamInfo* reflux) {
    std::set<std::string> seen;
    const StreamInfo* stream = &vapour;
    while (stream != nullptr && !find_.has_signal(stream->to + ".level") && seen.insert(stream->to).second) {
      const std::vector<const StreamInfo*> next = find_.all_out_of(stream->to);
      stream = next.empty() ? nullptr : next.front();
    }
    if (stream == nullptr || !find_.has_signal(stream->to + ".level")) return;
    const std::string condenser = stream->to;
    column_->drum_T = find_.reading(condenser + ".T");
    column_->analyser = find_.sampling(condenser + x_light());
    column_->x_D = find_.reading(condenser + x_light());
    column_->hydrometer = find_.hydrometer(condenser + ".density");
    if (reflux != nullptr) column_->reflux = find_.flow_of(*reflux);

    std::vector<std::string> distillates;
    bool all_read = true;
    std::vector<std::string> line = {condenser};
    std::set<std::string> passed = {condenser};
    while (!line.empty()) {
      const std::string unit = line.back();
      line.pop_back();
      for (const StreamInfo* out : find_.all_out_of(unit)) {
        if (out->phase != "liquid" || (reflux != nullptr && out->name == reflux->name)) continue;
        const std::string tag = find_.reading(out->name + ".F");
        const bool ends = find_.all_out_of(out->to).empty() || find_.has_signal(out->to + ".level");
        if (!tag.empty()) distillates.push_back(tag);
        if (tag.empty() && ends) all_read = false;
        if (ends && column_->analyser.empty()) column_->analyser = find_.sampling(out->to + x_light());
        if (tag.empty() && !ends && passed.insert(out->to).second) line.push_back(out->to);
      }
    }
    if (distillates.size() == 1 && all_read) column_->distillate = distillates.front();
  }

  void take_feed(const std::string& trays) {
    const StreamInfo* feed = find_.into(trays, "feed");
    if (feed == nullptr) return;
    column_->feed = find_.flow_of(*feed);
    std::set<std::string> seen;
    // its composition is that of where the plant takes it from
    while (find_.setting(feed->from, "x." + light_, -1.0) < 0.0 && seen.insert(feed->from).second) {
      const StreamInfo* before = find_.into(feed->from, "in");
      if (before == nullptr) break;
      feed = before;
    }
    const double light = std::max(find_.setting(feed->from, "x." + light_, 0.0), 0.0);
    const double heavy = std::max(find_.setting(feed->from, "x." + heavy_, 0.0), 0.0);
    if (light + heavy > 0.0) column_->feed_x_light = light / (light + heavy);
    column_->feed_T_said = find_.setting(feed->from, "T", column_->feed_T_said);
    column_->feed_T = find_.handle(feed->from + ".T");
  }

  UnitFinder find_;
  const scenario::Plant& plant_;
  BinaryColumn* column_ = nullptr;
  std::string light_, heavy_;
};

}  // namespace

std::vector<std::string> condensing_species(const scenario::Plant& plant) {
  const Fluid fluid(plant.blueprint->species, LiquidModel::ideal);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < fluid.size(); ++i)
    if (fluid.condenses(i)) names.push_back(fluid.name(i));
  return names;
}

std::shared_ptr<const BinaryColumn> column_of_units(const scenario::Plant& plant, const Flowsheet& flowsheet) {
  return ColumnSearch(plant, flowsheet).run();
}

}  // namespace stillhouse
