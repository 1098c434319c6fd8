#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "benchmarks/measurements/bench.h"

namespace stillhouse {

/// So many significant digits: "0.123", "1360".
std::string digits(double value, int significant);
/// "0.3 us", "1.25 ms", "2.31 s".
std::string time_in_words(double seconds);

/// name, ours, anchor, its time, ratio, goal, met, real-time factor; then what could not be run.
void print_table(std::ostream& out, const std::vector<Row>& rows);

/// The array of {name, ours_s, anchor, anchor_s, ratio, goal, met}, null where there is nothing. The words of an anchor
/// that could not be run say so.
std::string json_of(const std::vector<Row>& rows);

}  // namespace stillhouse
