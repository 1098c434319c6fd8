#include "models/separation/short_cut/underwood.h"

#include <cstddef>
#include <string>

#include "engine/base/error.h"
#include "models/control/setting_check.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

double underwood_root(const std::vector<Volatile>& feed, double q, double alpha_heavy, double alpha_light) {
  check_setting("underwood", "volatility of the heavy key", alpha_heavy, 1e-12, 1e300);
  if (!(alpha_light > alpha_heavy))
    throw ModelError("underwood: the light key must be more volatile than the heavy key, " +
                     std::to_string(alpha_light) + " and " + std::to_string(alpha_heavy) + " are given");
  bool light = false, heavy = false;
  for (const Volatile& species : feed) {
    check_setting("underwood", "mole fraction", species.z, 0.0, 1.0);
    light = light || (species.alpha == alpha_light && species.z > 0.0);
    heavy = heavy || (species.alpha == alpha_heavy && species.z > 0.0);
    if (species.alpha > alpha_heavy && species.alpha < alpha_light)
      throw ModelError("underwood: a species of volatility " + std::to_string(species.alpha) +
                       " lies between the keys; ask for the root between neighbours");
  }
  if (!light || !heavy) throw ModelError("underwood: both keys must be in the feed");
  const auto balance = [&](double theta) {
    // multiplied by the distances from the keys, which takes the poles from the ends of the bracket
    double sum = q - 1.0;
    for (const Volatile& s : feed)
      if (s.alpha != alpha_light && s.alpha != alpha_heavy) sum += s.alpha * s.z / (s.alpha - theta);
    const double below = alpha_light - theta, above = theta - alpha_heavy;
    double value = sum * below * above;
    for (const Volatile& s : feed) {
      if (s.alpha == alpha_light) value += s.alpha * s.z * above;
      if (s.alpha == alpha_heavy) value -= s.alpha * s.z * below;
    }
    return value;
  };
  return bracketed_root(balance, alpha_heavy, alpha_light);
}

double minimum_reflux_by_underwood(const std::vector<double>& alpha, const std::vector<double>& x_D, double theta) {
  if (alpha.size() != x_D.size()) throw ModelError("underwood: as many volatilities as mole fractions are needed");
  double sum = -1.0;
  for (std::size_t i = 0; i < alpha.size(); ++i) sum += alpha[i] * x_D[i] / (alpha[i] - theta);
  return sum;
}

}  // namespace stillhouse
