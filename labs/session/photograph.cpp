#include "labs/session/photograph.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/base/error.h"
#include "labs/session/session.h"
#include "labs/session/trend_collector.h"

namespace stillhouse {

namespace {

using scenario::SubjectKind;

std::optional<double> seconds_in(std::string_view text) {
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number) || number < 0.0) return {};
  return number;
}

/// What a pen of the control room draws.
struct PenOf {
  scenario::Subject subject;
  Text label;
  TrendPanel panel = TrendPanel::other;
};

std::optional<PenOf> pen_named(const scenario::Plant& plant, const std::string& name) {
  for (const scenario::Instrument& it : plant.instruments)
    if (it.tag == name) return PenOf{{SubjectKind::reading, name, it.unit}, it.says, panel_of(it.kind)};
  for (const scenario::Handle& it : plant.handles)
    if (it.tag == name) return PenOf{{SubjectKind::position, name, it.unit}, it.says, panel_of(unit_or_none(it.unit))};
  for (const scenario::Controller& it : plant.controllers) {
    if (it.tag + ".SP" == name)
      return PenOf{
          {SubjectKind::setpoint, it.tag, it.setpoint_unit}, it.says, panel_of(unit_or_none(it.setpoint_unit))};
    if (it.tag + ".OP" == name)
      return PenOf{{SubjectKind::output, it.tag, it.output_unit}, it.says, panel_of(unit_or_none(it.output_unit))};
  }
  return {};
}

std::vector<std::string> pen_names(const scenario::Plant& plant) {
  std::vector<std::string> names;
  for (const scenario::Instrument& it : plant.instruments) names.push_back(it.tag);
  for (const scenario::Handle& it : plant.handles) names.push_back(it.tag);
  for (const scenario::Controller& it : plant.controllers)
    for (const char* what : {".SP", ".OP"}) names.push_back(it.tag + what);
  return names;
}

}  // namespace

std::string photograph_text(const Photograph& photograph) {
  std::string text = "from=" + shortest(photograph.from) + " to=" + shortest(photograph.to) + " pens=";
  for (std::size_t i = 0; i < photograph.pens.size(); ++i) text += (i > 0 ? "," : "") + photograph.pens[i];
  return text;
}

std::optional<Photograph> photograph_in(std::string_view text) {
  Photograph photograph;
  const auto take = [&text](std::string_view name) -> std::optional<std::string_view> {
    if (!text.starts_with(name)) return {};
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view value = text.substr(name.size(), end - name.size());
    text.remove_prefix(std::min(end + 1, text.size()));
    return value;
  };
  const auto from = take("from="), to = take("to="), pens = take("pens=");
  if (!from || !to || !pens || pens->empty() || !text.empty()) return {};
  const std::optional<double> begin = seconds_in(*from), end = seconds_in(*to);
  if (!begin || !end || !(*end > *begin)) return {};
  photograph.from = *begin;
  photograph.to = *end;
  for (std::string_view rest = *pens;;) {
    const std::size_t comma = rest.find(',');
    photograph.pens.emplace_back(rest.substr(0, comma));
    if (comma == std::string_view::npos) break;
    rest.remove_prefix(comma + 1);
  }
  return photograph;
}

std::optional<Refusal> photograph_mistake(const Session& session, std::string_view text) {
  const std::optional<Photograph> photograph = photograph_in(text);
  if (!photograph) {
    const std::string asked(text);
    return Refusal{
        "'" + asked + "' is no photograph of a trend; one is written as 'from=600 to=1800 pens=TI-110,TI-112'.",
        "“" + asked + "”不是趋势照片；应写作“from=600 to=1800 pens=TI-110,TI-112”。"};
  }
  if (photograph->pens.size() > Photograph::kMostPens)
    return Refusal{"A photograph has at most 12 pens.", "一张趋势照片最多 12 条曲线。"};
  if (photograph->from >= session.time())
    return Refusal{"There is no trend yet of the time that the photograph is to show.", "照片所示时段尚无趋势。"};
  const std::vector<std::string> names = pen_names(session.room().plant());
  for (const std::string& pen : photograph->pens) {
    if (std::find(names.begin(), names.end(), pen) != names.end()) continue;
    const std::string nearest = nearest_word(pen, names);
    return Refusal{"There is no pen '" + pen + "'" + (nearest.empty() ? "." : "; did you mean '" + nearest + "'?"),
                   "没有曲线“" + pen + "”" + (nearest.empty() ? "。" : "；是否指“" + nearest + "”？")};
  }
  return {};
}

std::vector<Photograph> photographs_of(const RunRecord& run) {
  std::vector<Photograph> photographs;
  for (const CommandRecord& command : without_undone(run).commands)
    if (command.verb == "photograph" && command.accepted())
      if (std::optional<Photograph> found = photograph_in(command.text)) photographs.push_back(std::move(*found));
  return photographs;
}

PhotographCollector::PhotographCollector(const Session& session, std::vector<Photograph> photographs)
    : photographs_(std::move(photographs)) {
  for (const Photograph& photograph : photographs_) {
    std::vector<Source>& sources = sources_.emplace_back();
    std::vector<Trend>& trends = pictures_.emplace_back();
    for (const std::string& name : photograph.pens) {
      const std::optional<PenOf> pen = pen_named(session.room().plant(), name);
      if (!pen) continue;
      const Unit unit = unit_or_none(pen->subject.unit);
      sources.push_back({session.conditions_directory().subject(pen->subject), unit});
      trends.push_back({.tag = name, .unit = printed_symbol(unit), .label = pen->label, .panel = pen->panel});
    }
  }
}

void PhotographCollector::look(const Session& session) {
  if (session.scan() == looked_at_) return;
  looked_at_ = session.scan();
  const double time = session.time();
  for (std::size_t i = 0; i < photographs_.size(); ++i) {
    if (time < photographs_[i].from || time > photographs_[i].to) continue;
    for (std::size_t k = 0; k < sources_[i].size(); ++k) {
      const Source& source = sources_[i][k];
      pictures_[i][k].time.push_back(time);
      pictures_[i][k].value.push_back(from_si(session.conditions().value(source.subject), source.unit));
    }
  }
}

}  // namespace stillhouse
