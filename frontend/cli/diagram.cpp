#include "frontend/cli/diagram.h"

#include "labs/grading/html.h"

namespace stillhouse::cli {

void Diagram::axes(const std::string& name_across, const std::string& name_up) {
  for (const double tick : across_.ticks) {
    line("grid", {tick, up_.low}, {tick, up_.high});
    text({tick, up_.low}, 0.0, 18.0, "middle", html::fixed(tick, across_.decimals));
  }
  for (const double tick : up_.ticks) {
    line("grid", {across_.low, tick}, {across_.high, tick});
    text({across_.low, tick}, -8.0, 4.0, "end", html::fixed(tick, up_.decimals));
  }
  text({0.5 * (across_.low + across_.high), up_.low}, 0.0, 42.0, "middle", name_across);
  text({across_.low, up_.high}, -40.0, -14.0, "start", name_up);
}

void Diagram::curve(const char* style, const std::vector<Place>& places) {
  svg_ += std::string("<polyline class=\"") + style + "\" points=\"";
  for (const Place& place : places) svg_ += html::fixed(x(place), 2) + "," + html::fixed(y(place), 2) + " ";
  svg_ += "\"/>\n";
}

void Diagram::dot(const char* style, Place place, double radius) {
  svg_ += std::string("<circle class=\"") + style + "\" cx=\"" + html::fixed(x(place), 2) + "\" cy=\"" +
          html::fixed(y(place), 2) + "\" r=\"" + html::fixed(radius, 1) + "\"/>\n";
}

void Diagram::text(Place at, double dx, double dy, const char* anchor, const std::string& words) {
  svg_ += "<text x=\"" + html::fixed(x(at) + dx, 1) + "\" y=\"" + html::fixed(y(at) + dy, 1) + "\" text-anchor=\"" +
          anchor + "\">" + html::escaped(words) + "</text>\n";
}

std::string svg_picture(double width, double height, const std::string& title, const std::string& diagrams,
                        const std::string& below) {
  const std::string w = html::fixed(width, 0), h = html::fixed(height, 0);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + w + " " + h + "\" width=\"" + w + "\" height=\"" +
         h + "\" role=\"img\" aria-label=\"" + html::escaped(title) +
         "\">\n<style>text{font:13px sans-serif;fill:#1d2733}polyline{fill:none;stroke-width:2}.grid{stroke:#d5dbe1;"
         "stroke-width:1}.bubble{stroke:#1f6fb2}.dew{stroke:#c0392b}.diagonal,.zero{stroke:#7b8794;stroke-width:1}"
         ".azeotrope{fill:#1d2733}.liquid{fill:#fff;stroke:#1f6fb2;stroke-width:1.6}"
         ".vapour{fill:#fff;stroke:#c0392b;stroke-width:1.6}.seen{fill:#1f6fb2}"
         ".unseen{fill:#fff;stroke:#d07a00;stroke-width:1.6}.stem{stroke:#9db8d0;stroke-width:1}"
         "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" +
         diagrams + "<text x=\"" + html::fixed(0.5 * width, 1) + "\" y=\"" + html::fixed(height - 12.0, 1) +
         "\" text-anchor=\"middle\">" + html::escaped(below) + "</text>\n</svg>\n";
}

}  // namespace stillhouse::cli
