#include "frontend/cli/vle_data.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "models/properties/component.h"
#include "models/properties/data_table.h"
#include "models/properties/regression/consistency.h"

namespace stillhouse::cli {

namespace {

constexpr const char* allowed_columns =
    "x and y (mole fractions), T (as T/K or T/degC), P (as P/kPa or P/mmHg), gamma1, gamma2 and set; x, y and gamma "
    "may "
    "name their component, as x_methanol";

enum class Kind { x, y, T, P, gamma, set };

struct Column {
  std::string heading;
  Kind kind = Kind::set;
  std::string component;    // as it was written; empty: the first
  std::size_t species = 0;  // 0 or 1, once the components are known
  Unit unit;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Fields between commas; one in quotes may hold commas.
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      fields.emplace_back();
    else
      fields.back() += c;
  }
  for (std::string& field : fields) field = trimmed(field);
  return fields;
}

/// The text of a file with what an error needs to know.
class Reader {
 public:
  explicit Reader(std::string file) : file_(std::move(file)) {}
  [[noreturn]] void fail(int line, const std::string& what) const { throw ScenarioError(file_, line, what); }

  Column column(int line, const std::string& heading) const {
    Column column{heading, Kind::set, "", 0, unit("1")};
    const std::size_t letters =
        std::min(heading.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), heading.size());
    const std::string word = lower_case(heading.substr(0, letters));
    // what follows the word: a unit behind / or in brackets, before it a component
    std::string rest = heading.substr(letters), unit_text;
    if (const std::size_t at = rest.find_first_of("/[("); at != std::string::npos) {
      unit_text = trimmed(rest.substr(at + 1));
      if (!unit_text.empty() && (unit_text.back() == ']' || unit_text.back() == ')')) unit_text.pop_back();
      rest.resize(at);
    }
    rest = trimmed(rest);
    if (!rest.empty() && rest.front() == '_') rest.erase(0, 1);

    const bool temperature = word == "t" || word == "temperature", pressure = word == "p" || word == "pressure";
    if (temperature || pressure) {
      column.kind = temperature ? Kind::T : Kind::P;
      if (unit_text.empty()) unit_text = rest;
      const std::string examples = temperature ? "T/K or T/degC" : "P/Pa, P/kPa, P/bar, P/atm or P/mmHg";
      if (unit_text.empty()) fail(line, "column '" + heading + "' has no unit; write " + examples);
      const auto known = unit_from(unit_text);
      if (!known || !fits(*known, unit(temperature ? "K" : "Pa")))
        fail(line, "column '" + heading + "': '" + unit_text + "' is no unit of " +
                       (temperature ? "temperature" : "pressure") + "; write " + examples);
      column.unit = *known;
      return column;
    }
    if (word == "set" || word == "source" || word == "reference") return column;
    if (word != "x" && word != "y" && word != "gamma")
      fail(line, "there is no column '" + heading + "'; allowed are " + allowed_columns);
    column.kind = word == "x" ? Kind::x : word == "y" ? Kind::y : Kind::gamma;
    if (!unit_text.empty() && unit_text != "-") {
      const auto known = unit_from(unit_text);
      if (!known || !fits(*known, unit(column.kind == Kind::gamma ? "1" : "mol/mol")))
        fail(line, "column '" + heading + "': '" + unit_text + "' is no unit of " +
                       (column.kind == Kind::gamma ? "an activity coefficient; it has none"
                                                   : "a mole fraction; write none, % or mol%"));
      column.unit = *known;
    }
    column.component = rest;
    return column;
  }

  /// The number in a field in SI, if there is one, within what is sensible.
  std::optional<double> number(int line, const Column& column, const std::string& field) const {
    if (field.empty()) return std::nullopt;
    double value = 0.0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc() || end != field.data() + field.size() || !std::isfinite(value))
      fail(line, "column '" + column.heading + "': '" + field + "' is not a number");
    const double si = to_si(value, column.unit);
    const auto within = [&](double low, double high, const std::string& range) {
      if (!(si >= low && si <= high)) fail(line, "column '" + column.heading + "': " + field + " is outside " + range);
    };
    const auto shown_range = [&](double low, double high) {
      const std::string symbol = " " + column.unit.symbol;
      return rounded(from_si(low, column.unit), 6) + symbol + " to " + rounded(from_si(high, column.unit), 6) + symbol;
    };
    switch (column.kind) {
      case Kind::x:
      case Kind::y:
        within(0.0, 1.0, column.unit.scale == 1.0 ? "0 to 1" : "0 to 100 %");
        break;
      case Kind::T:
        within(250.0, 600.0, shown_range(250.0, 600.0));
        break;
      case Kind::P:
        within(100.0, 2e6, shown_range(100.0, 2e6));
        break;
      case Kind::gamma:
        within(1e-6, 1e9, "1e-6 to 1e9");
        break;
      case Kind::set:
        break;
    }
    return si;
  }

 private:
  std::string file_;
};

/// Both components: those of the command line, or those that the columns name, in this order.
std::array<std::string, 2> components_of(const Reader& reader, int line, std::vector<Column>& columns,
                                         const VleDataOptions& options) {
  std::vector<std::string> found = options.components;
  const auto index = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(found.begin(), found.end(), name) - found.begin());
  };
  for (Column& column : columns) {
    if (column.component == "1" || column.component == "2" || column.component.empty()) {
      column.species = column.component == "2" ? 1 : 0;
      continue;
    }
    std::string name;
    try {
      name = Component::find(column.component).name();
    } catch (const ModelError& error) {
      reader.fail(line, "column '" + column.heading + "': " + error.what());
    }
    column.species = index(name);
    if (column.species < found.size()) continue;
    if (!options.components.empty())
      reader.fail(line, "column '" + column.heading + "' is of " + name + ", and --components says " + found[0] +
                            " and " + found[1]);
    if (found.size() == 2)
      reader.fail(line,
                  "column '" + column.heading + "' names a third component beside " + found[0] + " and " + found[1]);
    found.push_back(name);
  }
  if (found.size() != 2)
    reader.fail(line, "the columns name " + std::string(found.empty() ? "no component" : "only " + found[0]) +
                          "; say both with --components A,B or in the columns, as x_methanol and x_water");
  return {found[0], found[1]};
}

/// Points without a name of their set, put together by temperature or pressure.
std::vector<VleSet> grouped(VleSet rest) {
  std::vector<VleSet> sets;
  while (!rest.points.empty()) {
    const PairPoint& first = rest.points.front();
    const auto alike = [&](bool by_temperature) {
      std::vector<bool> chosen;
      for (const PairPoint& point : rest.points)
        chosen.push_back(by_temperature ? one_temperature({first, point}).has_value()
                                        : one_pressure({first, point}).has_value());
      return chosen;
    };
    const std::vector<bool> by_T = alike(true), by_P = alike(false);
    const bool temperature = std::count(by_T.begin(), by_T.end(), true) > std::count(by_P.begin(), by_P.end(), true);
    const std::vector<bool>& chosen = temperature ? by_T : by_P;
    VleSet set{temperature ? rounded(*first.T, 6) + " K" : rounded(1e-3 * *first.P, 6) + " kPa", {}, {}}, other;
    for (std::size_t i = 0; i < rest.points.size(); ++i) {
      VleSet& to = chosen[i] ? set : other;
      to.points.push_back(rest.points[i]);
      to.lines.push_back(rest.lines[i]);
    }
    sets.push_back(set);
    rest = other;
  }
  return sets;
}

}  // namespace

std::vector<PairPoint> VleData::all() const {
  std::vector<PairPoint> result;
  for (const VleSet& set : sets) result.insert(result.end(), set.points.begin(), set.points.end());
  return result;
}

VleData read_vle_data(const std::string& file, const std::string& text, const VleDataOptions& options) {
  const Reader reader(file);
  VleData data;
  std::vector<Column> columns;
  VleSet unnamed;
  int line = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string row = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    ++line;
    if (row.empty() || row.front() == '#') continue;
    const std::vector<std::string> fields = fields_of(row);

    if (columns.empty()) {
      for (const std::string& field : fields) {
        columns.push_back(reader.column(line, field));
        const Column& here = columns.back();
        if (here.kind == Kind::T && options.T) reader.fail(line, "there is a column of T, and --temperature too");
        if (here.kind == Kind::P && options.P) reader.fail(line, "there is a column of P, and --pressure too");
      }
      data.components = components_of(reader, line, columns, options);
      bool has_x = false;
      for (std::size_t i = 0; i < columns.size(); ++i) {
        has_x = has_x || columns[i].kind == Kind::x;
        for (std::size_t j = 0; j < i; ++j)
          if (columns[i].kind == columns[j].kind && columns[i].species == columns[j].species)
            reader.fail(line, "columns '" + columns[j].heading + "' and '" + columns[i].heading + "' say the same");
      }
      if (!has_x) reader.fail(line, std::string("there is no column of x; allowed are ") + allowed_columns);
      continue;
    }

    if (fields.size() != columns.size())
      reader.fail(line, std::to_string(fields.size()) + " fields, and the heading has " +
                            std::to_string(columns.size()) + " columns");
    PairPoint point;
    point.T = options.T;
    point.P = options.P;
    std::optional<double> x[2], y[2];
    std::string set;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Column& column = columns[i];
      if (column.kind == Kind::set) {
        set = fields[i];
        continue;
      }
      const auto number = reader.number(line, column, fields[i]);
      if (column.kind == Kind::x) x[column.species] = number;
      if (column.kind == Kind::y) y[column.species] = number;
      if (column.kind == Kind::T) point.T = number;
      if (column.kind == Kind::P) point.P = number;
      if (column.kind == Kind::gamma) point.gamma[column.species] = number;
    }
    // one fraction is enough; two must agree
    const auto of_first = [&](const std::optional<double>* pair, const char* name) -> std::optional<double> {
      if (pair[0] && pair[1] && std::fabs(*pair[0] + *pair[1] - 1.0) > 0.002)
        reader.fail(line, std::string("the mole fractions ") + name + " sum to " + rounded(*pair[0] + *pair[1], 5) +
                              ", not to 1");
      if (pair[0]) return pair[0];
      return pair[1] ? std::optional(1.0 - *pair[1]) : std::nullopt;
    };
    const auto liquid = of_first(x, "x");
    if (!liquid) reader.fail(line, "x is missing");
    point.x = *liquid;
    point.y = of_first(y, "y");
    if (!point.T && !point.P)
      reader.fail(line, "neither T nor P is there; give a column (T/K, P/kPa), --temperature or --pressure");
    const bool has_gamma = point.gamma[0] || point.gamma[1];
    if (has_gamma && !point.T) reader.fail(line, "an activity coefficient needs T");
    if (!(point.T && point.P) && !point.y && !has_gamma)
      reader.fail(line, "nothing to fit: besides x a point needs both T and P, or y, or an activity coefficient");

    if (set.empty()) {
      unnamed.points.push_back(point);
      unnamed.lines.push_back(line);
      continue;
    }
    auto found = std::find_if(data.sets.begin(), data.sets.end(), [&](const VleSet& s) { return s.name == set; });
    if (found == data.sets.end()) found = data.sets.insert(found, VleSet{set, {}, {}});
    found->points.push_back(point);
    found->lines.push_back(line);
  }
  if (columns.empty())
    reader.fail(std::max(1, line), std::string("there is no heading; columns are ") + allowed_columns);
  for (VleSet& set : grouped(std::move(unnamed))) data.sets.push_back(std::move(set));
  if (data.sets.empty()) reader.fail(line, "there are no points below the heading");
  return data;
}

}  // namespace stillhouse::cli
