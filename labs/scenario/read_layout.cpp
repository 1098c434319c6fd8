#include <algorithm>
#include <cctype>
#include <map>

#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

constexpr std::size_t kMostColumns = 24, kMostRows = 16;
constexpr const char* kEmpty = ".";

/// "F-200  T-110  ." -> the three.
std::vector<std::string> places_of(const std::string& row) {
  std::vector<std::string> places;
  std::string place;
  for (const char letter : row + " ") {
    if (std::isspace(static_cast<unsigned char>(letter)) == 0) {
      place += letter;
    } else if (!place.empty()) {
      places.push_back(std::move(place));
      place.clear();
    }
  }
  return places;
}

std::string number(std::size_t count) {
  return std::to_string(count);
}

class LayoutReader {
 public:
  LayoutReader(const NodeReader& plant, const Blueprint& blueprint) : plant_(plant) {
    for (const Blueprint::Unit& unit : blueprint.units) units_.push_back(unit.name);
  }

  std::vector<UnitPlace> read() {
    const Value* layout = plant_.value("layout");
    if (!layout || layout->kind != Value::Kind::table) return {};
    const std::vector<Value>& rows = layout->table->items;
    if (rows.empty() || rows.size() > kMostRows)
      tell(layout->line, "`layout` of plant has " + number(rows.size()) + " rows; allowed: 1 to " + number(kMostRows));
    for (std::size_t row = 0; row < std::min(rows.size(), kMostRows); ++row)
      if (rows[row].kind == Value::Kind::string) read_row(rows[row], row);
    if (good_) check_rectangles();
    if (good_) check_all_there(layout->line);
    if (!good_) places_.clear();
    return std::move(places_);
  }

 private:
  void tell(int line, const std::string& message) {
    plant_.findings().add({plant_.source().file, line}, message);
    good_ = false;
  }

  void read_row(const Value& value, std::size_t row) {
    const std::vector<std::string> places = places_of(value.text);
    const std::string named = "row " + number(row + 1) + " of `layout`";
    if (row == 0) width_ = places.size();
    if (places.empty() || places.size() > kMostColumns)
      return tell(value.line,
                  named + " has " + number(places.size()) + " places; allowed: 1 to " + number(kMostColumns));
    if (places.size() != width_)
      return tell(value.line, named + " has " + number(places.size()) + " places, the first row " + number(width_) +
                                  "; allowed: as many in each, with " + kEmpty + " for an empty one");
    for (std::size_t column = 0; column < places.size(); ++column) {
      const std::string& name = places[column];
      if (name == kEmpty) continue;
      if (std::find(units_.begin(), units_.end(), name) == units_.end())
        tell(value.line, "`" + name + "` in " + named + " is no unit of the plant; allowed: " + listing(units_, 40) +
                             ", or " + kEmpty + " for an empty place" + nearest_of(name, units_));
      else
        take(name, static_cast<int>(row), static_cast<int>(column), value.line);
    }
  }

  /// The rectangle round all places of a name grows; whether it is filled is seen at the end.
  void take(const std::string& name, int row, int column, int line) {
    const auto [filled, fresh] = filled_.try_emplace(name);
    filled->second.count += 1;
    filled->second.line = line;
    if (fresh) return places_.push_back({name, column, row, 1, 1});
    UnitPlace& place =
        *std::find_if(places_.begin(), places_.end(), [&](const UnitPlace& each) { return each.unit == name; });
    const int right = std::max(place.column + place.columns, column + 1);
    place.column = std::min(place.column, column);
    place.columns = right - place.column;
    place.rows = row + 1 - place.row;
  }

  void check_rectangles() {
    for (const UnitPlace& place : places_)
      if (const Filled& filled = filled_.at(place.unit); filled.count != place.columns * place.rows)
        tell(filled.line, "`" + place.unit + "` stands at " + number(static_cast<std::size_t>(filled.count)) +
                              " places of `layout` that are no rectangle; allowed: one place, or each place of one "
                              "rectangle");
  }

  void check_all_there(int line) {
    std::vector<std::string> missing;
    for (const std::string& unit : units_)
      if (!filled_.contains(unit)) missing.push_back(unit);
    if (!missing.empty())
      tell(line, "`layout` of plant lacks " + listing(missing) + "; allowed: with each unit of the plant");
  }

  struct Filled {
    int count = 0;  ///< places
    int line = 0;   ///< of the last one
  };

  const NodeReader& plant_;
  std::vector<std::string> units_;
  std::vector<UnitPlace> places_;
  std::map<std::string, Filled> filled_;
  std::size_t width_ = 0;
  bool good_ = true;
};

}  // namespace

std::vector<UnitPlace> read_layout(const NodeReader& plant, const Blueprint& blueprint) {
  return LayoutReader(plant, blueprint).read();
}

}  // namespace stillhouse::scenario
