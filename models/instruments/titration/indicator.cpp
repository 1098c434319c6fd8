#include "models/instruments/titration/indicator.h"

#include <algorithm>

#include "engine/base/error.h"
#include "models/instruments/decimal.h"
#include "models/instruments/titration/data_lists.h"

namespace stillhouse {

std::string_view indicators_csv();  // embedded (cmake/embed.cmake)

namespace {

const std::vector<Indicator>& all() {
  static const std::vector<Indicator> table = [] {
    std::vector<Indicator> result;
    for (const DataRow& row :
         data_rows("indicators.csv", indicators_csv(), "indicator,pK,low,high,acid_en,acid_zh,base_en,base_zh")) {
      const double low = row.number(2), high = row.number(3);
      result.push_back({std::string(row.fields[0]),
                        row.fields[1].empty() ? 0.5 * (low + high) : row.number(1),
                        low,
                        high,
                        {std::string(row.fields[4]), std::string(row.fields[5])},
                        {std::string(row.fields[6]), std::string(row.fields[7])}});
    }
    return result;
  }();
  return table;
}

}  // namespace

double Indicator::base_share(double pH) const {
  return 1.0 / (1.0 + ten_to(pK - pH));
}

double Indicator::change(double pH) const {
  return std::clamp((pH - low) / (high - low), 0.0, 1.0);
}

Text Indicator::colour(double pH) const {
  const double share = change(pH);
  if (share < 0.1) return acid;
  if (share > 0.9) return base;
  return {"between " + acid.en + " and " + base.en, acid.zh + "与" + base.zh + "之间"};
}

const Indicator& indicator(std::string_view name) {
  for (const Indicator& one : all())
    if (one.name == name) return one;
  throw ModelError(not_in_table("indicator", name, indicator_names()));
}

std::vector<std::string> indicator_names() {
  std::vector<std::string> names;
  for (const Indicator& one : all()) names.push_back(one.name);
  return names;
}

}  // namespace stillhouse
