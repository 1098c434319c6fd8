#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace stillhouse {

/// Powers of kg, m, s, K, mol.
struct Dimension {
  std::array<signed char, 5> powers{};

  bool operator==(const Dimension&) const = default;
};

/// Shares are dimensionless but not the same thing: a mole fraction is no mass fraction.
enum class Basis { none, mole, mass, volume };

/// A unit of measurement: SI value = scale * number + offset.
///
/// "K" and "degC" alone mean a temperature on the scale; "delta_K" means a difference of two. Inside a compound such as
/// "J/mol/K" a kelvin is a difference.
struct Unit {
  std::string symbol;
  Dimension dimension;
  double scale = 1.0;
  double offset = 0.0;      ///< only degC
  bool difference = false;  ///< only temperatures: "delta_K"
  Basis basis = Basis::none;
};

/// The unit of a symbol: "K", "degC", "delta_K", "kPa", "mol/s", "L/h", "W/m^2/K", "%", "mol/mol", "1", ...
/// Grammar: factor (("/" | "*") factor)*, factor = name ["^" whole number]; everything after a "/" up to the next sign
/// is divided. Nothing when the symbol has no meaning.
std::optional<Unit> unit_from(std::string_view symbol);

/// As unit_from. \throws ModelError naming the symbol and the nearest known one.
Unit unit(std::string_view symbol);

/// All simple names unit_from knows, in the order of the table.
std::span<const std::string> unit_names();

/// Whether a number written in `written` may stand for a value in `target`: same dimension, temperature with
/// temperature and difference with difference, mole share with mole share. A share of no stated basis fits every share.
bool fits(const Unit& written, const Unit& target);

/// The unit of a difference of two values in `unit`: delta_K for temperatures, else the unit itself.
Unit difference_of(const Unit& unit);

/// Unit of the product and the quotient; the symbol is written out in SI units.
Unit product(const Unit& a, const Unit& b);
Unit quotient(const Unit& a, const Unit& b);

/// Number in `unit` to SI and back.
double to_si(double number, const Unit& unit);
double from_si(double value, const Unit& unit);

/// The unit people read a quantity in: K -> degC, Pa -> kPa, m^3 -> L, m^3/s -> L/h, W -> kW, "1" -> "%", mol/mol ->
/// mol%. A unit without a customary one stays as it is.
Unit display_unit(const Unit& unit);

/// What a unit measures, in words for messages: "temperature", "temperature difference", "pressure", "molar flow", or
/// the SI units when there is no word.
std::string kind_of(const Unit& unit);

/// How the symbol is written for people: "degC" -> "°C", "delta_K" -> "K", "m^3" -> "m³", "1" -> "".
std::string printed_symbol(const Unit& unit);

/// Shortest decimal number that reads back as the same double; the same on every computer.
std::string shortest(double number);

/// Number rounded to `digits` significant digits, without exponent between 1e-4 and 1e9, trailing zeros dropped.
/// Deterministic: no locale. Example: rounded(101.3251, 5) == "101.33".
std::string rounded(double number, int digits);

/// An SI value shown in a unit, e.g. shown(351.65, unit("degC"), 4) == "78.5 °C".
std::string shown(double value, const Unit& unit, int digits = 4);

}  // namespace stillhouse
