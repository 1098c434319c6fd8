#include "engine/base/quantity.h"

#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

struct SimpleUnit {
  const char* name;
  Dimension dimension;
  double scale;
  double offset = 0.0;
  Basis basis = Basis::none;
  bool difference = false;
};

constexpr Dimension kNone{};
constexpr Dimension kMass{{1, 0, 0, 0, 0}};
constexpr Dimension kLength{{0, 1, 0, 0, 0}};
constexpr Dimension kVolume{{0, 3, 0, 0, 0}};
constexpr Dimension kTime{{0, 0, 1, 0, 0}};
constexpr Dimension kTemperature{{0, 0, 0, 1, 0}};
constexpr Dimension kAmount{{0, 0, 0, 0, 1}};
constexpr Dimension kForce{{1, 1, -2, 0, 0}};
constexpr Dimension kPressure{{1, -1, -2, 0, 0}};
constexpr Dimension kEnergy{{1, 2, -2, 0, 0}};
constexpr Dimension kPower{{1, 2, -3, 0, 0}};
constexpr Dimension kFrequency{{0, 0, -1, 0, 0}};

// exact by definition (BIPM, The International System of Units, 9th edition, and its table 8)
const SimpleUnit kSimpleUnits[] = {
    {"1", kNone, 1.0},
    {"%", kNone, 0.01},
    {"mol%", kNone, 0.01, 0.0, Basis::mole},
    {"wt%", kNone, 0.01, 0.0, Basis::mass},
    {"vol%", kNone, 0.01, 0.0, Basis::volume},
    {"s", kTime, 1.0},
    {"ms", kTime, 1e-3},
    {"min", kTime, 60.0},
    {"h", kTime, 3600.0},
    {"d", kTime, 86400.0},
    {"Hz", kFrequency, 1.0},
    {"K", kTemperature, 1.0},
    {"degC", kTemperature, 1.0, 273.15},
    {"delta_K", kTemperature, 1.0, 0.0, Basis::none, true},
    {"Pa", kPressure, 1.0},
    {"hPa", kPressure, 100.0},
    {"kPa", kPressure, 1e3},
    {"MPa", kPressure, 1e6},
    {"mbar", kPressure, 100.0},
    {"bar", kPressure, 1e5},
    {"atm", kPressure, 101325.0},
    {"mmHg", kPressure, 133.322387415},  // 13595.1 kg/m^3 at standard gravity (NIST Special Publication 811)
    {"N", kForce, 1.0},
    {"J", kEnergy, 1.0},
    {"kJ", kEnergy, 1e3},
    {"MJ", kEnergy, 1e6},
    {"kWh", kEnergy, 3.6e6},
    {"W", kPower, 1.0},
    {"kW", kPower, 1e3},
    {"MW", kPower, 1e6},
    {"mol", kAmount, 1.0},
    {"mmol", kAmount, 1e-3},
    {"umol", kAmount, 1e-6},
    {"kmol", kAmount, 1e3},
    {"kg", kMass, 1.0},
    {"g", kMass, 1e-3},
    {"mg", kMass, 1e-6},
    {"ug", kMass, 1e-9},
    {"ng", kMass, 1e-12},
    {"t", kMass, 1e3},
    {"m", kLength, 1.0},
    {"dm", kLength, 0.1},
    {"cm", kLength, 0.01},
    {"mm", kLength, 1e-3},
    {"um", kLength, 1e-6},
    {"nm", kLength, 1e-9},
    {"L", kVolume, 1e-3},
    {"mL", kVolume, 1e-6},
    {"uL", kVolume, 1e-9},
};

const SimpleUnit* simple_unit(std::string_view name) {
  for (const SimpleUnit& entry : kSimpleUnits)
    if (name == entry.name) return &entry;
  return nullptr;
}

Basis basis_of_share(std::string_view symbol) {
  if (symbol == "mol/mol") return Basis::mole;
  if (symbol == "kg/kg") return Basis::mass;
  if (symbol == "m^3/m^3" || symbol == "L/L") return Basis::volume;
  return Basis::none;
}

// SI symbol written out from a dimension: positive powers first
std::string si_symbol(const Dimension& dimension) {
  static const char* const kBase[] = {"kg", "m", "s", "K", "mol"};
  std::string top, bottom;
  for (std::size_t i = 0; i < 5; ++i) {
    const int power = dimension.powers[i];
    if (power == 0) continue;
    const int magnitude = power > 0 ? power : -power;
    const std::string factor = kBase[i] + (magnitude == 1 ? std::string() : "^" + std::to_string(magnitude));
    if (power > 0)
      top += (top.empty() ? "" : "*") + factor;
    else
      bottom += "/" + factor;
  }
  return (top.empty() ? "1" : top) + bottom;
}

struct Named {
  const char* symbol;
  const char* display;
  const char* kind;
};

// what a dimension is called and read in; the first entry of a dimension names its SI symbol
constexpr Named kNamed[] = {
    {"1", "%", "share"},
    {"s", "s", "time"},
    {"K", "degC", "temperature"},
    {"delta_K", "delta_K", "temperature difference"},
    {"Pa", "kPa", "pressure"},
    {"W", "kW", "power"},
    {"J", "kJ", "energy"},
    {"kg", "kg", "mass"},
    {"mol", "mol", "amount"},
    {"m", "mm", "length"},
    {"m^2", "m^2", "area"},
    {"m^3", "L", "volume"},
    {"mol/s", "mol/s", "molar flow"},
    {"kg/s", "kg/h", "mass flow"},
    {"m^3/s", "L/h", "volume flow"},
    {"J/kg", "MJ/kg", "energy per mass"},
    {"J/mol", "kJ/mol", "energy per amount"},
    {"kg/m^3", "kg/m^3", "density"},
    {"mol/m^3", "mol/L", "concentration"},
    {"m/s", "m/s", "velocity"},
    {"W/K", "W/K", "heat loss coefficient"},
    {"W/m^2/K", "W/m^2/K", "heat transfer coefficient"},
    {"m^2*K/W", "m^2*K/W", "thermal resistance"},
    {"J/mol/K", "J/mol/K", "molar heat capacity"},
    {"J/kg/K", "J/kg/K", "specific heat capacity"},
    {"J/K", "kJ/K", "heat capacity"},
    {"kg/mol", "g/mol", "molar mass"},
    {"1/s", "1/s", "rate"},
    {"delta_K/s", "delta_K/s", "heating rate"},
};

const Named* named(const Unit& unit) {
  for (const Named& entry : kNamed) {
    const std::optional<Unit> candidate = unit_from(entry.symbol);
    if (candidate && candidate->dimension == unit.dimension && candidate->difference == unit.difference) return &entry;
  }
  return nullptr;
}

}  // namespace

std::span<const std::string> unit_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const SimpleUnit& entry : kSimpleUnits) names.emplace_back(entry.name);
    return names;
  }();
  return kNames;
}

std::optional<Unit> unit_from(std::string_view symbol) {
  // a simple name keeps its offset, its basis and whether it is a difference
  if (const SimpleUnit* simple = simple_unit(symbol))
    return Unit{std::string(symbol), simple->dimension,  simple->scale,
                simple->offset,      simple->difference, simple->basis};

  Unit result{std::string(symbol), kNone, 1.0, 0.0, false, basis_of_share(symbol)};
  bool divide = false;
  while (!symbol.empty()) {
    // name and power of the next factor
    const std::size_t end = symbol.find_first_of("/*");
    std::string_view factor = symbol.substr(0, end);
    int power = 1;
    if (const std::size_t caret = factor.find('^'); caret != std::string_view::npos) {
      const char* last = factor.data() + factor.size();
      const auto [stop, error] = std::from_chars(factor.data() + caret + 1, last, power);
      if (error != std::errc() || stop != last || power < 1 || power > 9) return std::nullopt;
      factor = factor.substr(0, caret);
    }
    const SimpleUnit* simple = simple_unit(factor);
    if (!simple || simple->offset != 0.0) return std::nullopt;

    // multiply or divide as often as the power says; the order of operations is fixed, so the bits are
    for (int i = 0; i < power; ++i) {
      result.scale = divide ? result.scale / simple->scale : result.scale * simple->scale;
      for (std::size_t k = 0; k < 5; ++k) {
        const int sum = result.dimension.powers[k] + (divide ? -1 : 1) * simple->dimension.powers[k];
        if (sum < -40 || sum > 40) return std::nullopt;
        result.dimension.powers[k] = static_cast<signed char>(sum);
      }
    }
    if (end == std::string_view::npos) return result;
    divide = symbol[end] == '/';
    symbol.remove_prefix(end + 1);
  }
  return std::nullopt;
}

Unit unit(std::string_view symbol) {
  if (std::optional<Unit> found = unit_from(symbol)) return *found;
  const std::string nearest = nearest_word(symbol, unit_names());
  throw ModelError("unit \"" + std::string(symbol) + "\" is not known" +
                   (nearest.empty() ? std::string() : "; nearest: " + nearest));
}

bool fits(const Unit& written, const Unit& target) {
  if (written.dimension != target.dimension || written.difference != target.difference) return false;
  return written.basis == Basis::none || target.basis == Basis::none || written.basis == target.basis;
}

Unit difference_of(const Unit& original) {
  if (original.dimension == kTemperature) return unit("delta_K");
  Unit result = original;
  result.offset = 0.0;
  return result;
}

namespace {

// a product or quotient of SI units; the well-known symbol where there is one
Unit composed(const Dimension& dimension) {
  Unit result{si_symbol(dimension), dimension};
  result.difference = dimension == kTemperature;
  if (const Named* entry = named(result)) result.symbol = entry->symbol;
  return result;
}

}  // namespace

Unit product(const Unit& a, const Unit& b) {
  Dimension dimension;
  for (std::size_t k = 0; k < 5; ++k)
    dimension.powers[k] = static_cast<signed char>(a.dimension.powers[k] + b.dimension.powers[k]);
  return composed(dimension);
}

Unit quotient(const Unit& a, const Unit& b) {
  Dimension dimension;
  for (std::size_t k = 0; k < 5; ++k)
    dimension.powers[k] = static_cast<signed char>(a.dimension.powers[k] - b.dimension.powers[k]);
  return composed(dimension);
}

double to_si(double number, const Unit& unit) {
  return number * unit.scale + unit.offset;
}

double from_si(double value, const Unit& unit) {
  return (value - unit.offset) / unit.scale;
}

Unit display_unit(const Unit& original) {
  if (original.basis == Basis::mole) return unit("mol%");
  if (original.basis == Basis::mass) return unit("wt%");
  if (original.basis == Basis::volume) return unit("vol%");
  const Named* entry = named(original);
  return entry ? unit(entry->display) : original;
}

std::string kind_of(const Unit& unit) {
  if (unit.basis == Basis::mole) return "mole fraction";
  if (unit.basis == Basis::mass) return "mass fraction";
  if (unit.basis == Basis::volume) return "volume fraction";
  const Named* entry = named(unit);
  return entry ? entry->kind : "quantity in " + si_symbol(unit.dimension);
}

std::string printed_symbol(const Unit& unit) {
  if (unit.symbol == "1") return "";
  if (unit.symbol == "mol/mol" || unit.symbol == "kg/kg") return unit.symbol;
  std::string printed;
  for (std::size_t i = 0; i < unit.symbol.size();) {
    const std::string_view rest = std::string_view(unit.symbol).substr(i);
    if (rest.starts_with("delta_K")) {
      printed += "K", i += 7;
    } else if (rest.starts_with("degC")) {
      printed += "°C", i += 4;
    } else if (rest.starts_with("^2")) {
      printed += "²", i += 2;
    } else if (rest.starts_with("^3")) {
      printed += "³", i += 2;
    } else if (rest.starts_with("*")) {
      printed += "·", i += 1;
    } else {
      printed += rest[0], i += 1;
    }
  }
  return printed;
}

std::string shortest(double number) {
  char buffer[64];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
  return error == std::errc() ? std::string(buffer, end) : std::string("?");
}

namespace {

std::string without_trailing_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace

std::string rounded(double number, int digits) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number > 0.0 ? "inf" : "-inf";
  if (number == 0.0) return "0";

  // the scientific form tells the exponent after rounding, which fixes the number of decimals
  char buffer[400];
  auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific, digits - 1);
  const std::string scientific(buffer, end);
  int exponent = 0;
  const std::size_t mark = scientific.find('e') + 1;
  const std::size_t start = scientific[mark] == '+' ? mark + 1 : mark;
  std::from_chars(scientific.data() + start, scientific.data() + scientific.size(), exponent);
  if (exponent < -4 || exponent >= 9) {
    const std::string mantissa = without_trailing_zeros(scientific.substr(0, mark - 1));
    return mantissa + "e" + std::to_string(exponent);
  }

  const int decimals = exponent >= digits - 1 ? 0 : digits - 1 - exponent;
  end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed, decimals).ptr;
  return without_trailing_zeros(std::string(buffer, end));
}

std::string shown(double value, const Unit& unit, int digits) {
  const std::string symbol = printed_symbol(unit);
  return rounded(from_si(value, unit), digits) + (symbol.empty() ? "" : " " + symbol);
}

}  // namespace stillhouse
