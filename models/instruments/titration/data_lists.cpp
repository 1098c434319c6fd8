#include "models/instruments/titration/data_lists.h"

#include <algorithm>

#include "engine/base/error.h"

namespace stillhouse {

std::vector<double> numbers_in(const DataRow& row, std::size_t i) {
  std::vector<double> numbers;
  for (std::string_view text = row.fields[i]; !text.empty();) {
    DataRow one = row;
    one.fields[i] = text.substr(0, text.find(';'));
    numbers.push_back(one.number(i));
    text.remove_prefix(std::min(text.size(), one.fields[i].size() + 1));
  }
  return numbers;
}

std::string not_in_table(std::string_view what, std::string_view name, const std::vector<std::string>& allowed) {
  std::string message = "there is no " + std::string(what) + " \"" + std::string(name) + "\"; allowed:";
  for (const std::string& word : allowed) message += (&word == &allowed.front() ? " " : ", ") + word;
  const std::string nearest = nearest_word(name, allowed);
  if (!nearest.empty()) message += "; nearest: " + nearest;
  return message;
}

}  // namespace stillhouse
