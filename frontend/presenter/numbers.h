#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stillhouse {

/// A number as a screen writes it: in the unit of its author, with a fixed number of decimals, so that digits stay in
/// their place while the value moves.
struct NumberFormat {
  std::string symbol;   ///< unit as the lab wrote it, "degC"; empty: a bare number
  std::string printed;  ///< the unit for people, "°C"
  int decimals = 1;
};

/// Format for values of a range (SI): about three digits of the range's width can be told apart.
/// Example: number_format("degC", 273.15, 393.15).decimals == 1.
NumberFormat number_format(const std::string& symbol, double low, double high);

/// SI value to the number in the format's unit and back.
double shown_number(double si, const NumberFormat& format);
double si_number(double number, const NumberFormat& format);

/// Text of an SI value without its unit: "78.5"; "---" if there is none (NaN).
std::string number_text(double si, const NumberFormat& format);
/// Text of a number that is already in the format's unit.
std::string plain_number(double number, int decimals);

/// What a person typed; empty if it is not a number. A comma is taken as a point.
std::optional<double> typed_number(std::string_view text);

/// Simulated time: "0:07:35" from seconds.
std::string clock_text(double seconds);

}  // namespace stillhouse
