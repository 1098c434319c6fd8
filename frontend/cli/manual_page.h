#pragma once

#include <string>
#include <vector>

#include "engine/modelling/variable.h"
#include "frontend/cli/output.h"
#include "models/catalogue.h"
#include "models/plant/manual.h"

namespace stillhouse::cli {

/// Names with unit, range and sentence, in columns.
class ManualPage {
 public:
  void title(const std::string& text) { text_ += "\n" + text + "\n"; }
  void line(const std::string& name, const std::string& unit, const std::string& range, const std::string& sentence);
  void line(const std::string& name, const std::string& sentence);
  /// Lines as they are.
  void text(const std::string& lines);

  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// "0 .. 100", or "any".
std::string range_text(double minimum, double maximum);

/// What has a name, a unit, a range and a sentence.
Json json_of(const std::string& name, const std::string& unit, const Range& range, const std::string& sentence);

/// Numbers and words that may be set, on the page and in the document.
void add_parameters(const std::vector<ParameterInfo>& parameters, const std::vector<ChoiceParameter>& choices,
                    ManualPage& page, Json& document);

/// How it is computed, as the comments beside the code have it.
void add_manual(const std::vector<Docstring>& manual, ManualPage& page, Json& document);

}  // namespace stillhouse::cli
