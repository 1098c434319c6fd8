#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <optional>

#include "engine/base/quantity.h"
#include "models/properties/fluid_vle.h"
#include "tests/literature/literature_file.h"

/// The flagship pairs against equilibria that their parameters have not seen, and the table of the manual about it.
namespace stillhouse {
namespace {

struct HeldOut {
  std::string first, second, set, quantity;
  double x = 0.0;
  std::optional<double> T, P;
  double value = 0.0, tolerance = 0.0;
  std::optional<double> computed;  // where it is known to miss

  std::string name() const {
    return first + " + " + second + ", " + set + ", " + quantity + " at x = " + rounded(x, 4);
  }
};

std::vector<HeldOut> held_out() {
  std::vector<HeldOut> list;
  for (const auto& row : literature_rows("held_out.csv")) {
    EXPECT_EQ(row.size(), 10u) << row[0];
    const auto number = [&](std::size_t i) -> std::optional<double> {
      if (row[i].empty()) return std::nullopt;
      return std::strtod(row[i].c_str(), nullptr);
    };
    list.push_back(
        {row[0], row[1], row[2], row[3], *number(4), number(5), number(6), *number(7), *number(8), number(9)});
  }
  return list;
}

double computed(const HeldOut& fact) {
  const Fluid fluid({fact.first, fact.second}, LiquidModel::nrtl);
  PerSpecies<double> x;
  x.push_back(fact.x);
  x.push_back(1.0 - fact.x);
  const std::size_t i = fact.quantity.back() == '2' ? 1 : 0;
  if (fact.quantity.rfind("ln_gamma", 0) == 0) return fluid.log_activity(x, *fact.T)[i];
  const FluidEquilibrium e = fact.T ? bubble_at_temperature(fluid, x, *fact.T) : bubble_at_pressure(fluid, x, *fact.P);
  if (fact.quantity == "T") return e.T;
  if (fact.quantity == "P") return e.P;
  if (fact.quantity == "y") return e.y[0];
  if (fact.quantity.rfind("henry", 0) == 0) return e.y[i] * e.P / x[i];
  return e.y[i] * e.P / fluid.vapour_pressure(i, *fact.T);
}

/// As the tolerance counts: of P and Henry's constants as a fraction.
double deviation(const HeldOut& fact, double got) {
  const bool relative = fact.quantity == "P" || fact.quantity.rfind("henry", 0) == 0;
  return relative ? got / fact.value - 1.0 : got - fact.value;
}

TEST(HeldOut, PairsPredictWhatTheyWereNotFittedTo) {
  for (const HeldOut& fact : held_out()) {
    const double got = computed(fact), off = deviation(fact, got);
    if (std::fabs(off) <= fact.tolerance) {
      EXPECT_FALSE(fact.computed) << fact.name() << " no longer misses: " << got << " for " << fact.value;
    } else if (fact.computed) {
      EXPECT_NEAR(got, *fact.computed, 2e-3 * std::fabs(*fact.computed)) << fact.name() << " misses otherwise";
    } else {
      ADD_FAILURE() << fact.name() << " is " << got << " for " << fact.value << ", further off than " << fact.tolerance;
    }
  }
}

/// One line of the table: a set of a pair and a quantity.
std::string table() {
  const auto shown = [](const HeldOut& fact, double value) {
    if (fact.quantity == "T") return rounded(value, 2) + " K";
    if (fact.quantity == "P" || fact.quantity.rfind("henry", 0) == 0) return rounded(100.0 * value, 2) + " %";
    return rounded(value, 2);
  };
  std::string text =
      "| pair | parameters | held out | quantity | points | mean deviation | largest | beyond the tolerance |\n"
      "|---|---|---|---|---|---|---|---|\n";
  const std::vector<HeldOut> facts = held_out();
  std::vector<std::string> done;
  for (const HeldOut& fact : facts) {
    const std::string key = fact.first + fact.second + fact.set + fact.quantity;
    if (std::find(done.begin(), done.end(), key) != done.end()) continue;
    done.push_back(key);
    int count = 0, beyond = 0;
    double sum = 0.0, largest = 0.0;
    for (const HeldOut& other : facts) {
      if (other.first + other.second + other.set + other.quantity != key) continue;
      const double off = std::fabs(deviation(other, computed(other)));
      ++count;
      sum += off;
      largest = std::max(largest, off);
      if (off > other.tolerance) ++beyond;
    }
    const std::string source = activity_parameters(LiquidModel::nrtl, fact.first, fact.second)->source;
    text += "| " + fact.first + " + " + fact.second + " | " + source + " | " + fact.set + " | " + fact.quantity +
            " | " + std::to_string(count) + " | " + shown(fact, sum / count) + " | " + shown(fact, largest) + " | " +
            std::to_string(beyond) + " of " + std::to_string(count) + " (" + shown(fact, fact.tolerance) + ") |\n";
  }
  return text;
}

TEST(HeldOut, ManualHasTheTable) {
  const std::string path = std::string(STILLHOUSE_SOURCE_DIR) + "/models/properties/PAIRS.md";
  std::ifstream file(path);
  const std::string manual{std::istreambuf_iterator<char>(file), {}};
  const std::string mark = "<!-- the table of HeldOut.ManualHasTheTable -->\n";
  const std::size_t begin = manual.find(mark), end = manual.rfind(mark);
  ASSERT_NE(begin, end) << path << " has no two marks " << mark;
  const std::string before = manual.substr(0, begin + mark.size()), after = manual.substr(end);
  const std::string wanted = before + table() + after;
  if (std::getenv("STILLHOUSE_WRITE_MANUAL")) std::ofstream(path) << wanted;
  EXPECT_EQ(manual, wanted) << "write it anew with STILLHOUSE_WRITE_MANUAL=1";
}

}  // namespace
}  // namespace stillhouse
