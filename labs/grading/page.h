#pragma once

#include <string>
#include <string_view>

namespace stillhouse {

/// A page of its own with the style of the reports: `body` in both languages, switched on the page without a script.
/// Needs nothing else, is well-formed as XML too. `title` is plain text, `body` is HTML.
std::string html_page(std::string_view title, std::string_view body, bool chinese_first);

/// The two buttons that switch the language, for the beginning of a body.
std::string language_choice();

}  // namespace stillhouse
