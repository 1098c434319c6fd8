#include "labs/grading/page.h"

#include "labs/grading/html.h"
#include "labs/grading/report_style.h"

namespace stillhouse {

std::string language_choice() {
  return "<div class=\"language\" aria-hidden=\"true\"><label class=\"to-en\" for=\"language-en\">English</label>"
         "<label class=\"to-zh\" for=\"language-zh\">中文</label></div>\n";
}

std::string html_page(std::string_view title, std::string_view body, bool chinese_first) {
  const std::string checked = " checked=\"checked\"";
  std::string page = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"";
  page += chinese_first ? "zh" : "en";
  page += "\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n";
  page += "<meta name=\"generator\" content=\"stillhouse\"/>\n<title>" + html::escaped(title) + "</title>\n<style>";
  page += report_style;
  page += "</style>\n</head>\n<body>\n";
  page += "<input class=\"choice\" type=\"radio\" name=\"language\" id=\"language-en\" aria-label=\"English\"" +
          (chinese_first ? "" : checked) + "/>";
  page += "<input class=\"choice\" type=\"radio\" name=\"language\" id=\"language-zh\" aria-label=\"中文\"" +
          (chinese_first ? checked : "") + "/>\n<main>\n";
  page += body;
  return page + "</main>\n</body>\n</html>\n";
}

}  // namespace stillhouse
