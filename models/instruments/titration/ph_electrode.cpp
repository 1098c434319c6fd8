#include "models/instruments/titration/ph_electrode.h"

#include <array>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/control/setting_check.h"
#include "models/instruments/titration/data_lists.h"
#include "models/instruments/titration/equilibrium.h"

namespace stillhouse {

namespace {

// every 5 K from 0 to 50 degC: JIS Z 8802
constexpr std::array phthalate{4.01, 4.01, 4.00, 4.00, 4.00, 4.01, 4.01, 4.02, 4.03, 4.04, 4.06};
constexpr std::array phosphate{6.98, 6.95, 6.92, 6.90, 6.88, 6.86, 6.85, 6.84, 6.84, 6.83, 6.83};
constexpr std::array borate{9.46, 9.39, 9.33, 9.27, 9.22, 9.18, 9.14, 9.10, 9.07, 9.04, 9.01};

}  // namespace

double PhElectrode::potential(double pH, double T) const {
  return offset - slope * nernst_step(T) * (pH - 7.0);
}

double PhElectrode::reading(double potential, double T) const {
  return 7.0 - (potential - offset) / (slope * nernst_step(T));
}

double PhElectrode::after(double before, double rest, double time) const {
  return rest + (before - rest) * (response > 0.0 ? exp(-time / response) : 0.0);
}

PhElectrode calibrated(double pH_1, double potential_1, double pH_2, double potential_2, double T) {
  if (pH_1 == pH_2) throw ModelError("pH electrode: two buffers of different pH are needed");
  PhElectrode electrode;
  electrode.slope = -(potential_2 - potential_1) / (pH_2 - pH_1) / nernst_step(T);
  check_setting("pH electrode", "slope as a share of the theoretical one", electrode.slope, 0.5, 1.2);
  electrode.offset = potential_1 + electrode.slope * nernst_step(T) * (pH_1 - 7.0);
  return electrode;
}

double buffer_pH(const std::string& buffer, double T) {
  check_setting("buffer " + buffer, "T", T, 273.15, 323.15);
  const std::array<double, 11>* table = buffer == "phthalate"   ? &phthalate
                                        : buffer == "phosphate" ? &phosphate
                                        : buffer == "borate"    ? &borate
                                                                : nullptr;
  if (!table) throw ModelError(not_in_table("buffer", buffer, {"phthalate", "phosphate", "borate"}));
  const double place = (T - 273.15) / 5.0;
  const std::size_t i = place >= 10.0 ? 9 : static_cast<std::size_t>(place);
  return (*table)[i] + ((*table)[i + 1] - (*table)[i]) * (place - static_cast<double>(i));
}

}  // namespace stillhouse
