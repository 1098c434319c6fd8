#include "models/instruments/errors/sample_errors.h"

#include <algorithm>

#include "engine/autodiff/functions.h"
#include "models/control/setting_check.h"

namespace stillhouse {

void Injector::check() const {
  check_setting("injector", "rsd", rsd, 0.0, 0.5);
  check_setting("injector", "bias", bias, -0.5, 0.5);
}

double Injector::injected(double volume, const RandomStream& random, std::int64_t injection) const {
  const double error = rsd > 0.0 ? rsd * random.gaussian(injection) : 0.0;
  return std::max(0.0, volume * (1.0 + bias + error));
}

CarryOver::CarryOver(double kept) : kept_(kept) {
  check_setting("carry-over", "kept", kept, 0.0, 0.9);
}

std::vector<double> CarryOver::seen(std::span<const double> amounts) {
  residue_.resize(std::max(residue_.size(), amounts.size()), 0.0);
  std::vector<double> result(residue_.size());
  for (std::size_t i = 0; i < residue_.size(); ++i) {
    const double present = residue_[i] + (i < amounts.size() ? amounts[i] : 0.0);
    residue_[i] = kept_ * present;
    result[i] = present - residue_[i];
  }
  return result;
}

void CarryOver::wash(double washed) {
  check_setting("carry-over", "washed", washed, 0.0, 1.0);
  for (double& r : residue_) r *= washed;
}

double left_after(double used, double half_life) {
  return half_life > 0.0 ? exp(-log(2.0) * used / half_life) : 1.0;
}

}  // namespace stillhouse
