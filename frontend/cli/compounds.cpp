#include "frontend/cli/compounds.h"

#include <algorithm>

#include "engine/base/error.h"
#include "frontend/cli/verb.h"
#include "models/properties/component.h"

namespace stillhouse::cli {

std::vector<std::string> compounds_in(const std::string& option, const std::string& text) {
  const std::vector<std::string> known = Component::names();
  // with a semicolon between names, as vle takes them too, commas belong to the names
  std::vector<std::string> items;
  if (text.find(';') == std::string::npos) {
    items = items_in(text);
  } else {
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(';', begin), text.size());
      items.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  std::vector<std::string> found;
  for (std::size_t i = 0; i < items.size();) {
    // the longest name that begins here
    std::string name, longest;
    std::size_t used = 0;
    for (std::size_t j = i; j < items.size(); ++j) {
      name += (j > i ? "," : "") + items[j];
      if (std::find(known.begin(), known.end(), name) != known.end()) longest = name, used = j + 1 - i;
    }
    if (used == 0) {
      const std::string nearest = nearest_word(items[i], known);
      throw UsageError("--" + option + ": there is no component '" + items[i] + "'; " +
                       (nearest.empty() ? "stillhouse property lists all" : "did you mean '" + nearest + "'?"));
    }
    if (std::find(found.begin(), found.end(), longest) != found.end())
      throw UsageError("--" + option + ": '" + longest + "' is given twice");
    found.push_back(longest);
    i += used;
  }
  return found;
}

}  // namespace stillhouse::cli
