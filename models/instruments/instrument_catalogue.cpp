#include "engine/base/error.h"
#include "models/instruments/gas_chromatography/gas_chromatograph.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {

InstrumentKind atomic_absorption_kind();     // physical/atomic_absorption.cpp
InstrumentKind burette_kind();               // titration/burette.cpp
InstrumentKind conductivity_kind();          // physical/conductivity.cpp
InstrumentKind densimeter_kind();            // physical/densimeter.cpp
InstrumentKind karl_fischer_kind();          // titration/karl_fischer.cpp
InstrumentKind liquid_chromatograph_kind();  // liquid_chromatography/liquid_chromatograph_kind.cpp
InstrumentKind moisture_balance_kind();      // physical/moisture_balance.cpp
InstrumentKind refractometer_kind();         // physical/refractometer.cpp
InstrumentKind spectrometer_kind();          // spectrometry/spectrometer.cpp
InstrumentKind thermometer_bench_kind();     // physical/thermometer_bench.cpp
InstrumentKind titrator_kind();              // titration/titrator.cpp
InstrumentKind viscometer_kind();            // physical/viscometer.cpp

const std::vector<InstrumentKind>& instrument_catalogue() {
  static const std::vector<InstrumentKind> instruments{
      atomic_absorption_kind(), burette_kind(),      conductivity_kind(),         densimeter_kind(),
      gas_chromatograph_kind(), karl_fischer_kind(), liquid_chromatograph_kind(), moisture_balance_kind(),
      refractometer_kind(),     spectrometer_kind(), thermometer_bench_kind(),    titrator_kind(),
      viscometer_kind(),
  };
  return instruments;
}

const InstrumentKind& find_instrument(std::string_view name) {
  std::vector<std::string> names;
  for (const InstrumentKind& kind : instrument_catalogue()) {
    if (kind.name == name) return kind;
    names.push_back(kind.name);
  }
  std::string message = "there is no instrument \"" + std::string(name) + "\"; allowed:";
  for (const std::string& allowed : names) message += " " + allowed;
  const std::string nearest = nearest_word(name, names);
  if (!nearest.empty()) message += "; nearest: " + nearest;
  throw ModelError(message);
}

const ReplaceablePart* InstrumentKind::find_part(std::string_view part) const {
  for (const ReplaceablePart& one : parts)
    if (one.name == part) return &one;
  return nullptr;
}

Analysis InstrumentKind::analyse(const Sample& sample, const std::vector<ParameterValue>& given,
                                 std::uint64_t seed) const {
  const AnalysisMethod method(*this, given);
  return run(contents_of(sample, species, usual_volume, solvent), method, seed);
}

}  // namespace stillhouse
