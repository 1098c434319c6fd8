#include "models/properties/flash/flash.h"

namespace stillhouse {

const char* word_for(Given given) {
  switch (given) {
    case Given::temperature:
      return "temperature";
    case Given::pressure:
      return "pressure";
    case Given::enthalpy:
      return "enthalpy";
    case Given::entropy:
      return "entropy";
    case Given::vapour_fraction:
      break;
  }
  return "vapour fraction";
}

const char* unit_for(Given given) {
  switch (given) {
    case Given::temperature:
      return " K";
    case Given::pressure:
      return " Pa";
    case Given::enthalpy:
      return " J/mol";
    case Given::entropy:
      return " J/(mol K)";
    case Given::vapour_fraction:
      break;
  }
  return "";
}

void check_feed(const PerSpecies<double>& z, std::size_t size) {
  if (z.size() != size)
    throw ModelError("flash: " + std::to_string(z.size()) + " mole fractions for " + std::to_string(size) +
                     " compounds");
  double sum = 0.0;
  for (std::size_t i = 0; i < size; ++i) {
    if (!(z[i] >= 0.0 && z[i] <= 1.0))
      throw ModelError("flash: mole fraction " + std::to_string(i + 1) + " of the feed = " + rounded(z[i], 6) +
                       " is outside 0 to 1");
    sum += z[i];
  }
  if (!(sum > 1.0 - 1e-6 && sum < 1.0 + 1e-6))
    throw ModelError("flash: the mole fractions of the feed come to " + rounded(sum, 8) + ", not to 1");
}

void check_given(const std::array<Specification<double>, 2>& given) {
  const auto has = [&](Given what) { return given[0].given == what || given[1].given == what; };
  const bool known =
      given[0].given != given[1].given && (has(Given::pressure) || (has(Given::temperature) && !has(Given::enthalpy)) ||
                                           (has(Given::enthalpy) && has(Given::entropy)));
  if (!known)
    throw ModelError(std::string("flash: ") + word_for(given[0].given) + " and " + word_for(given[1].given) +
                     " together fix no state, or more than one; allowed: pressure with any other, temperature with "
                     "pressure, entropy or vapour fraction, enthalpy with entropy");
}

}  // namespace stillhouse
