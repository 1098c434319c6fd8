#include "models/instruments/result_units.h"

namespace stillhouse {

namespace {

struct ReportedNumber {
  std::string_view instrument, number, unit;
};

constexpr ReportedNumber kReported[] = {
    {"gas_chromatograph", "retention_time", "s"},
    {"gas_chromatograph", "area_share", "%"},
    {"gas_chromatograph", "width_half", "s"},
    {"gas_chromatograph", "plates", "1"},
    {"gas_chromatograph", "tailing", "1"},
    {"gas_chromatograph", "resolution", "1"},
    {"gas_chromatograph", "inlet_pressure", "kPa"},
    {"gas_chromatograph", "highest_pressure", "kPa"},
    {"gas_chromatograph", "column_flow", "mL/min"},
    {"gas_chromatograph", "velocity", "cm/s"},
    {"gas_chromatograph", "hold_up_time", "s"},
    {"liquid_chromatograph", "retention_time", "s"},
    {"liquid_chromatograph", "area_share", "%"},
    {"liquid_chromatograph", "width_half", "s"},
    {"liquid_chromatograph", "plates", "1"},
    {"liquid_chromatograph", "tailing", "1"},
    {"liquid_chromatograph", "resolution", "1"},
    {"liquid_chromatograph", "highest_pressure", "bar"},
    {"spectrometer", "absorbance", "1"},
    {"spectrometer", "transmittance", "%"},
    {"spectrometer", "wavelength_of_maximum", "nm"},
    {"spectrometer", "absorbance_of_maximum", "1"},
    {"burette", "volume", "mL"},
    {"burette", "reading_at_start", "mL"},
    {"burette", "reading_at_end", "mL"},
    {"titrator", "volume", "mL"},
    {"titrator", "pH", "1"},
    {"titrator", "potential", "mV"},
    {"titrator", "volume_by_second_derivative", "mL"},
    {"titrator", "volume_by_gran", "mL"},
    {"titrator", "uncertainty_by_gran", "mL"},
    {"karl_fischer", "time", "s"},
    {"karl_fischer", "water", "mg"},
    {"karl_fischer", "water_fraction", "%"},
    {"conductivity_meter", "temperature", "degC"},
    {"refractometer", "index", "1"},
    {"refractometer", "temperature", "degC"},
    {"densimeter", "density", "kg/m^3"},
    {"densimeter", "temperature", "degC"},
    {"atomic_absorption", "absorbance", "1"},
    {"moisture_balance", "moisture", "%"},
    {"moisture_balance", "time", "s"},
};

}  // namespace

std::string result_unit(std::string_view instrument, std::string_view number) {
  for (const ReportedNumber& one : kReported)
    if (one.instrument == instrument && one.number == number) return std::string(one.unit);
  return "";
}

}  // namespace stillhouse
