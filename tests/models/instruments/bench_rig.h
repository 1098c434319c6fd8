#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

// Words with which a test prepares a sample, analyses it by an instrument of the bench and reads what comes back.

inline Portion portion(const std::string& species, double number, const char* symbol) {
  const Unit written = unit(symbol);
  return Portion::in_unit(species, to_si(number, written), written);
}

inline ParameterValue number(const char* name, double value, const char* symbol = "1") {
  return {name, to_si(value, unit(symbol)), ""};
}

inline ParameterValue word(const char* name, const char* value) {
  return {name, 0.0, value};
}

inline Analysis analysis(const char* instrument, std::vector<Portion> portions,
                         const std::vector<ParameterValue>& method, std::uint64_t seed = 1, double T = 293.15) {
  return find_instrument(instrument).analyse({"", std::move(portions), {}, T}, method, seed);
}

inline double result(const Analysis& analysis, const std::string& name, const std::string& of = "") {
  for (const auto& one : analysis.results)
    if (one.name == name && one.of == of) return one.value;
  ADD_FAILURE() << "no result " << of << " " << name;
  return std::nan("");
}

inline bool failed(const Analysis& analysis) {
  for (const auto& message : analysis.messages)
    if (message.kind == Analysis::Kind::fault) return true;
  return false;
}

}  // namespace stillhouse
