#include "frontend/presenter/result_names.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "models/properties/data_table.h"

namespace stillhouse {

// the embedded file (cmake/embed.cmake)
std::string_view words_results_csv();

Text result_name(const std::string& name) {
  static const std::vector<DataRow> rows = data_rows("results.csv", words_results_csv(), "name,zh,en");
  for (const DataRow& row : rows)
    if (row.fields[0] == name) return {std::string(row.fields[2]), std::string(row.fields[1])};
  std::string plain = name;
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return {plain, plain};
}

}  // namespace stillhouse
