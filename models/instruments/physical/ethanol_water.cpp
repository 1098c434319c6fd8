#include "models/instruments/physical/ethanol_water.h"

#include <array>

#include "models/control/setting_check.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

namespace {

constexpr std::array A{998.20123,   -192.9769495, 389.1238958, -1668.103923, 13522.15441, -88292.78388,
                       306287.4042, -613838.1234, 747017.2998, -547846.1354, 223446.0334, -39032.85426};
constexpr std::array B{-0.20618513, -5.2682542e-3, 3.6130013e-5, -3.8957702e-7, 7.169354e-9, -9.9739231e-11};
// C[i][k] of w^(k+1) (t - 20)^(i+1)
constexpr double C[5][11] = {
    {0.1693443461530087, -10.46914743455169, 71.96353469546523, -704.7478054272792, 3924.090430035045,
     -12101.64659068747, 22486.46550400788, -26055.62982188164, 18523.73922069467, -7420.201433430137,
     1285.617841998974},
    {-0.0119301300505701, 0.2517399633803461, -2.170575700536993, 13.53034988843029, -50.29988758547014,
     109.635566657757, -142.2753946421155, 108.043594285623, -44.14153236817392, 7.442971530188783, 0.0},
    {-6.802995733503803e-4, 1.876837790289664e-2, -0.2002561813734156, 1.02299296671922, -2.895696483903638,
     4.810060584300675, -4.672147440794683, 2.458043105903461, -0.5411227621436812, 0.0, 0.0},
    {4.075376675622027e-6, -8.76305857347111e-6, 6.515031360099368e-6, -1.51578483698721e-6, 0.0, 0.0, 0.0, 0.0, 0.0,
     0.0, 0.0},
    {-2.788074354782409e-8, 1.345612883493354e-8, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0},
};

constexpr double coldest = 253.15, hottest = 313.15;

double density_of(double w, double t) {
  double rho = 0.0, warm = 0.0;
  for (std::size_t k = A.size(); k-- > 0;) rho = rho * w + A[k];
  for (std::size_t i = 5; i-- > 0;) {
    double row = 0.0;
    for (std::size_t k = 11; k-- > 0;) row = row * w + C[i][k];
    warm = (warm + row * w) * t;
  }
  double water = 0.0;
  for (std::size_t k = B.size(); k-- > 0;) water = (water + B[k]) * t;
  return rho + water + warm;
}

}  // namespace

double ethanol_water_density(double w, double T) {
  check_setting("ethanol-water density", "w", w, 0.0, 1.0);
  check_setting("ethanol-water density", "T", T, coldest, hottest);
  return density_of(w, T - 293.15);
}

double ethanol_mass_fraction(double density, double T) {
  check_setting("ethanol-water density", "T", T, coldest, hottest);
  const double t = T - 293.15;
  check_setting("ethanol-water", "density", density, density_of(1.0, t), density_of(0.0, t));
  return bracketed_root([&](double w) { return density_of(w, t) - density; }, 0.0, 1.0);
}

double ethanol_volume_fraction(double w) {
  check_setting("ethanol-water", "w", w, 0.0, 1.0);
  return w * density_of(w, 0.0) / density_of(1.0, 0.0);
}

double ethanol_mass_of_volume(double strength) {
  check_setting("ethanol-water", "strength", strength, 0.0, 1.0);
  return bracketed_root([&](double w) { return ethanol_volume_fraction(w) - strength; }, 0.0, 1.0);
}

}  // namespace stillhouse
