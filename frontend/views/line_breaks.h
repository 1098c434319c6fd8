#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "frontend/views/ui.h"

namespace stillhouse {

/// The text with line feeds so that no line is wider than `width`, where letters are `advance` wide. Between Chinese
/// letters a line may end anywhere, but none begins with a closing mark or ends with an opening one, and a number stays
/// with its unit; other words are kept whole. Where not even one word fits it is cut.
std::string broken_lines(std::string_view text, float width, const std::function<float(char32_t)>& advance);

/// The same in a typeface.
std::string broken_text(const ImFont& font, std::string_view text, float width);

/// The text in the present typeface over as many lines as it needs to the right edge of the window. ImGui alone breaks
/// at blanks only, which leaves half of a Chinese line empty, and parts a number from its unit.
void wrapped_text(Ui& ui, const char* text);

}  // namespace stillhouse
