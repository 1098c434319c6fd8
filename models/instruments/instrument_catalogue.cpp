#include "engine/base/error.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {

InstrumentKind liquid_chromatograph_kind();  // liquid_chromatography/liquid_chromatograph_kind.cpp

const std::vector<InstrumentKind>& instrument_catalogue() {
  static const std::vector<InstrumentKind> instruments{
      // one line each
      liquid_chromatograph_kind(),
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

Analysis InstrumentKind::analyse(const Sample& sample, const std::vector<ParameterValue>& given,
                                 std::uint64_t seed) const {
  const Method method(*this, given);
  return run(contents_of(sample, species, usual_volume, solvent), method, seed);
}

}  // namespace stillhouse
