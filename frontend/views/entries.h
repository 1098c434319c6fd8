#pragma once

#include <string>

#include "frontend/views/ui.h"

namespace stillhouse {

/// A text to type into, kept in the view state under the widget's name; true when the key Enter ends it.
bool text_entry(Ui& ui, const std::string& name, const char* hint, float width);

}  // namespace stillhouse
