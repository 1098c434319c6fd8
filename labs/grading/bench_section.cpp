#include "labs/grading/bench_section.h"

#include <algorithm>
#include <cmath>

#include "engine/base/quantity.h"
#include "labs/grading/html.h"
#include "labs/session/instrument_memory.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {
namespace {

using html::both;
using html::clock;
using html::escaped;

constexpr double kWidth = 900.0, kHeight = 150.0, kLeft = 60.0, kBottom = 24.0;

std::string cell(const std::string& text) {
  return "<td>" + text + "</td>";
}

std::string head(std::initializer_list<Text> columns) {
  std::string text = "<div class=\"wide\"><table><thead><tr>";
  for (const Text& column : columns) text += "<th>" + both(column) + "</th>";
  return text + "</tr></thead><tbody>\n";
}

constexpr const char* kTableEnd = "</tbody></table></div></section>\n";

std::string section(const char* id, const char* en, const char* zh) {
  return std::string("<section id=\"") + id + "\"><h2>" + both(en, zh) + "</h2>\n";
}

std::string amount_text(const VialPart& part) {
  if (part.how == "weigh") return rounded(1e6 * part.reading, 6) + " mg";
  return rounded(1e6 * part.reading, 6) + " mL";
}

std::string samples_section(const BenchedRun& run) {
  std::string rows;
  for (const Vial& vial : run.bench.vials) {
    if (vial.origin == Vial::Origin::shelf) continue;
    std::string how;
    for (const VialPart& part : vial.parts)
      how += (how.empty() ? "" : "; ") + part.how + " " + part.from + " " + amount_text(part);
    double made = static_cast<double>(vial.made) * run.scan_length;
    // a jar: as its label has it
    if (const DrawnSample* jar = Sampling::find(run.sampling, vial.label)) {
      how = jar->point + ", " + rounded(1e6 * jar->volume, 4) + " mL, " + shown(jar->T_drawn, unit("degC"));
      made = static_cast<double>(jar->taken_at) * run.scan_length;
    }
    const std::string left = rounded(1e6 * vial.left, 4) + " / " + rounded(1e6 * vial.volume, 4) + " mL";
    rows += "<tr>" + cell("<b>" + escaped(vial.label) + "</b>") + cell(clock(made)) +
            cell(vial.origin == Vial::Origin::drawn ? both("drawn from the plant", "取自装置") : both("made", "配制")) +
            cell(escaped(how)) + cell(left) + "</tr>\n";
  }
  if (rows.empty()) return "";
  return section("samples", "Samples", "样品") +
         head({{"Label", "标签"}, {"Time", "时间"}, {"Origin", "来源"}, {"How", "方法"}, {"Left", "余量"}}) + rows +
         kTableEnd;
}

std::string at(double x, double y) {
  return html::fixed(x, 1) + " " + html::fixed(y, 1) + " ";
}

/// The first curve of a signal over its first column: of each column of the picture the lowest and the highest point.
std::string signal_svg(const Analysis& analysis, const std::string& title) {
  if (analysis.signal.size() < 2 || analysis.signal[0].values.size() < 2) return "";
  const Analysis::Column &x = analysis.signal[0], &y = analysis.signal[1];
  const double x0 = x.values.front(), x1 = x.values.back();
  const auto [lowest, highest] = std::minmax_element(y.values.begin(), y.values.end());
  const double low = *lowest, high = *highest > *lowest ? *highest : *lowest + 1.0;
  if (x1 == x0 || !std::isfinite(low) || !std::isfinite(high)) return "";
  const auto px = [&](double value) { return kLeft + (kWidth - kLeft - 8.0) * (value - x0) / (x1 - x0); };
  const auto py = [&](double value) {
    return kHeight - kBottom - (kHeight - kBottom - 20.0) * (value - low) / (high - low);
  };
  std::string path;
  const std::size_t steps = std::min<std::size_t>(600, x.values.size());
  for (std::size_t step = 0; step < steps; ++step) {
    const auto begin = static_cast<std::ptrdiff_t>(step * x.values.size() / steps);
    const auto end = static_cast<std::ptrdiff_t>((step + 1) * x.values.size() / steps);
    const auto [small, large] = std::minmax_element(y.values.begin() + begin, y.values.begin() + end);
    for (const auto place : {std::min(small, large), std::max(small, large)})
      path +=
          (path.empty() ? "M" : "L") + at(px(x.values[static_cast<std::size_t>(place - y.values.begin())]), py(*place));
  }
  std::string svg = "<svg viewBox=\"0 0 900 150\" role=\"img\" aria-label=\"" + escaped(title) + "\">";
  svg += "<path d=\"M" + at(kLeft, 16.0) + "L" + at(kLeft, kHeight - kBottom) + "L" +
         at(kWidth - 8.0, kHeight - kBottom) + "\" fill=\"none\" stroke=\"#999\"/><path d=\"" + path +
         "\" fill=\"none\" stroke=\"#1f4e79\"/>";
  const auto text = [&](double left, double top, const char* anchor, const std::string& words) {
    svg += "<text x=\"" + html::fixed(left, 1) + "\" y=\"" + html::fixed(top, 1) +
           "\" font-size=\"11\" text-anchor=\"" + anchor + "\">" + escaped(words) + "</text>";
  };
  text(kLeft, 11.0, "start", y.name + (y.unit.empty() || y.unit == "1" ? "" : " / " + y.unit));
  text(kLeft - 4.0, 24.0, "end", rounded(high, 3));
  text(kLeft - 4.0, kHeight - kBottom, "end", rounded(low, 3));
  text(kLeft, kHeight - 8.0, "start", rounded(x0, 4));
  text(kWidth - 8.0, kHeight - 8.0, "end", rounded(x1, 5) + " " + x.unit);
  // marks that would stand on each other are left out
  double behind = -1e9;
  for (const Analysis::Mark& mark : analysis.marks) {
    const double left = px(mark.at);
    const double room = 6.0 * static_cast<double>(1 + mark.text.size());
    if (left < behind + room || mark.at < x0 || mark.at > x1) continue;
    behind = left;
    text(left, kHeight - 8.0, "middle", mark.text);
  }
  return svg + "</svg>\n";
}

std::string analyses_section(const BenchedRun& run) {
  if (run.bench.analyses.empty()) return "";
  std::string page = section("analyses", "Analyses", "分析");
  page +=
      "<p>" + both("Cost in all: " + rounded(run.bench.cost, 4), "费用合计：" + rounded(run.bench.cost, 4)) + "</p>\n";
  int number = 0;
  for (const BenchAnalysis& analysis : run.bench.analyses) {
    const scenario::BenchInstrument& item = run.lab.bench.instruments[static_cast<std::size_t>(analysis.instrument)];
    const std::string title = std::to_string(++number) + ". " + item.tag + ": " + analysis.label;
    const double from = static_cast<double>(analysis.started) * run.scan_length;
    const double to = static_cast<double>(analysis.ends) * run.scan_length;
    page += "<h3>" + escaped(title) + " <span class=\"quiet\">" + html::clock_interval(from, to) + "</span></h3>\n";
    page += signal_svg(*analysis.analysis, title);
    page += "<p class=\"quiet\">" + escaped(visible_method(find_instrument(item.kind), analysis.method)) + "</p>\n";
    for (const Analysis::Message& message : analysis.analysis->messages)
      if (message.kind != Analysis::Kind::note)
        page += "<p><b>" + both(message.text) + "</b></p>\n";
      else if (!message.names_species)
        page += "<p class=\"quiet\">" + both(message.text) + "</p>\n";
  }
  return page + "</section>\n";
}

/// What no label said: each instrument's own differences, and what use made of it.
std::string instruments_section(const BenchedRun& run) {
  std::string rows;
  for (std::size_t i = 0; i < run.lab.bench.instruments.size(); ++i) {
    const std::string now = run.instruments.condition(run.bench, static_cast<int>(i), run.scan, true);
    if (!now.empty())
      rows +=
          "<tr>" + cell("<b>" + escaped(run.lab.bench.instruments[i].tag) + "</b>") + cell(escaped(now)) + "</tr>\n";
  }
  if (rows.empty()) return "";
  return section("instruments", "Instruments as they were at the end", "结束时仪器的真实状态") +
         head({{"Instrument", "仪器"}, {"State", "状态"}}) + rows + kTableEnd;
}

std::string answers_section(const BenchedRun& run) {
  if (run.lab.questions.empty()) return "";
  std::string page =
      section("answers", "Answers", "回答") +
      head(
          {{"Question", "问题"}, {"Time", "时间"}, {"Answer", "回答"}, {"Uncertainty", "不确定度"}, {"Truth", "真值"}});
  for (std::size_t i = 0; i < run.lab.questions.size(); ++i) {
    const scenario::Question& question = run.lab.questions[i];
    const AnswerProgress& answer = run.progress.answers[i];
    const std::string symbol = printed_symbol(unit(question.unit));
    const auto number = [&](double value) {
      return std::isfinite(value) ? escaped(rounded(value, 5) + (symbol.empty() ? "" : " " + symbol))
                                  : std::string("–");
    };
    const bool given = answer.given >= 0;
    page += "<tr>" + cell(both(question.says)) +
            cell(given ? clock(static_cast<double>(answer.given) * run.scan_length) : "–") +
            cell(given ? number(answer.value) : "–") + cell(given && answer.u > 0.0 ? number(answer.u) : "–") +
            cell(given ? number(answer.truth) : "–") + "</tr>\n";
  }
  return page + kTableEnd;
}

}  // namespace

std::string bench_sections(const BenchedRun& run) {
  return samples_section(run) + analyses_section(run) + instruments_section(run) + answers_section(run);
}

}  // namespace stillhouse
