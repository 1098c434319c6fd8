#include "frontend/presenter/bench_face.h"

#include <algorithm>
#include <cmath>

#include "engine/base/quantity.h"
#include "frontend/presenter/numbers.h"
#include "frontend/presenter/result_names.h"
#include "labs/grading/evidence_text.h"
#include "labs/session/session.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {

namespace {

constexpr std::size_t kColumns = 800;

/// The unit for people; empty for a bare number.
std::string unit_text(const std::string& symbol) {
  const std::optional<Unit> known = unit_from(symbol);
  return symbol == "1" ? std::string() : known ? printed_symbol(*known) : symbol;
}

Text with_unit(const std::string& name, const std::string& unit) {
  const std::string printed = unit_text(unit);
  return printed.empty() ? result_name(name) : result_name(name) + plain(" / " + printed);
}

void draw_curve(const Analysis& analysis, AnalysisPicture& picture) {
  if (analysis.signal.size() < 2 || analysis.signal[0].values.size() < 2) return;
  const std::vector<double>&x = analysis.signal[0].values, &y = analysis.signal[1].values;
  picture.along = with_unit(analysis.signal[0].name, analysis.signal[0].unit);
  picture.up = with_unit(analysis.signal[1].name, analysis.signal[1].unit);
  const auto [left, right] = std::minmax_element(x.begin(), x.end());
  const auto [low, high] = std::minmax_element(y.begin(), y.end());
  picture.left = static_cast<float>(*left);
  picture.right = static_cast<float>(*right > *left ? *right : *left + 1.0);
  picture.low = static_cast<float>(*low);
  picture.high = static_cast<float>(*high > *low ? *high : *low + 1.0);
  const std::size_t steps = std::min(kColumns, x.size());
  for (std::size_t step = 0; step < steps; ++step) {
    const auto begin = static_cast<std::ptrdiff_t>(step * x.size() / steps);
    const auto end = static_cast<std::ptrdiff_t>((step + 1) * x.size() / steps);
    const auto [small, large] = std::minmax_element(y.begin() + begin, y.begin() + end);
    for (const auto place : {std::min(small, large), std::max(small, large)})
      picture.curve.emplace_back(static_cast<float>(x[static_cast<std::size_t>(place - y.begin())]),
                                 static_cast<float>(*place));
  }
  for (const Analysis::Mark& mark : analysis.marks) picture.marks.emplace_back(static_cast<float>(mark.at), mark.text);
}

void list_results(const Analysis& analysis, AnalysisPicture& picture) {
  std::vector<std::string> names;
  for (const Analysis::Result& result : analysis.results) {
    const std::string number = std::isfinite(result.value) ? rounded(result.value, 6) : "-";
    if (result.of.empty()) {
      const std::string printed = unit_text(result.unit);
      picture.lines.push_back(result_name(result.name) +
                              plain(" = " + number + (printed.empty() ? "" : " " + printed)));
      continue;
    }
    auto name = std::find(names.begin(), names.end(), result.name);
    if (name == names.end()) {
      names.push_back(result.name);
      picture.heads.push_back(with_unit(result.name, result.unit));
      name = names.end() - 1;
    }
    const std::size_t column = 1 + static_cast<std::size_t>(name - names.begin());
    if (picture.rows.empty() || picture.rows.back()[0] != result.of) picture.rows.push_back({result.of});
    std::vector<std::string>& row = picture.rows.back();
    row.resize(std::max(row.size(), column + 1));
    row[column] = number;
  }
  // what is in a sample is for the student to find
  for (const Analysis::Message& message : analysis.messages)
    if (!message.names_species) picture.messages.push_back(message.text);
}

std::shared_ptr<const AnalysisPicture> picture_of(const Session& session, const BenchAnalysis& analysis,
                                                  std::size_t number) {
  auto picture = std::make_shared<AnalysisPicture>();
  picture->analysis = analysis.analysis;
  const scenario::BenchInstrument& item =
      session.lab().bench.instruments[static_cast<std::size_t>(analysis.instrument)];
  picture->title = std::to_string(number) + "  " + item.tag + ": " + analysis.label;
  picture->started = static_cast<double>(analysis.started) * session.scan_length();
  picture->ended = static_cast<double>(analysis.ends) * session.scan_length();
  draw_curve(*analysis.analysis, *picture);
  list_results(*analysis.analysis, *picture);
  return picture;
}

/// What is on the label of a jar: where, when and how warm it was drawn.
std::string label_of(const DrawnSample& jar, double scan_length) {
  return jar.point + ", " + clock_text(static_cast<double>(jar.taken_at) * scan_length) + ", " +
         shown(jar.T_drawn, unit("degC"));
}

std::string how_text(const Vial& vial, const Session& session) {
  std::string how;
  if (vial.origin == Vial::Origin::drawn)
    if (const DrawnSample* jar = Sampling::find(session.sampling_state(), vial.label))
      return label_of(*jar, session.scan_length());
  for (const VialPart& part : vial.parts)
    how += (how.empty() ? "" : "; ") + part.from + " " +
           (part.how == "weigh" ? rounded(1e6 * part.reading, 6) + " mg" : rounded(1e6 * part.reading, 6) + " mL");
  if (vial.origin != Vial::Origin::shelf || vial.secret) return how;
  // what a label says of a bottle
  for (const Vial::Species& one : vial.species) {
    const double share = stated_content(vial, one.name, "wt%");
    if (std::isfinite(share)) how += (how.empty() ? "" : ", ") + one.name + " " + rounded(share, 4) + " wt%";
  }
  return how;
}

}  // namespace

std::shared_ptr<const BenchFace> bench_face(const Session& session, const std::shared_ptr<const BenchFace>& before) {
  const scenario::Lab& lab = session.lab();
  if (lab.bench.instruments.empty() && lab.questions.empty()) return nullptr;
  const BenchState& state = session.bench_state();
  auto face = std::make_shared<BenchFace>();
  face->cost = state.cost;
  face->money = lab.bench.money;

  for (std::size_t i = 0; i < lab.bench.instruments.size(); ++i) {
    const scenario::BenchInstrument& item = lab.bench.instruments[i];
    const BenchInstrumentState& now = state.instruments[i];
    BenchFace::Device& device = face->devices.emplace_back();
    device.tag = item.tag;
    device.says = item.says;
    device.method = visible_method(find_instrument(item.kind), now.method);
    device.condition = session.bench().condition(state, static_cast<int>(i), session.scan(), false);
    for (const BenchJob& job : now.queue) device.queue.push_back(job.label);
    for (const InstrumentBench::Replacement& one : session.bench().replacements(static_cast<int>(i)))
      device.parts.push_back(
          {one.part->name, one.part->title, rounded(one.duration / 60.0, 3) + " min, " + rounded(one.price, 4)});
    device.back = static_cast<double>(now.back) * session.scan_length();
    if (now.running < 0) continue;
    const BenchAnalysis& running = state.analyses[static_cast<std::size_t>(now.running)];
    device.running = running.label;
    device.begun = static_cast<double>(running.started) * session.scan_length();
    device.ends = static_cast<double>(running.ends) * session.scan_length();
  }
  for (const Vial& vial : state.vials) {
    BenchFace::Flask& flask = face->flasks.emplace_back();
    flask.label = vial.label;
    flask.amount = rounded(1e6 * vial.left, 4) + " mL";
    flask.how = how_text(vial, session);
    flask.prepared = vial.origin != Vial::Origin::shelf;
    flask.ready = static_cast<double>(vial.ready) * session.scan_length();
    for (const scenario::Bottle& bottle : lab.bench.shelf)
      if (bottle.label == vial.label) flask.says = bottle.says;
  }
  // jars that have been drawn and not used yet stand there too
  for (const DrawnSample& jar : session.sampling_state().samples) {
    if (jar.taken_at < 0 || session.bench().find_vial(state, jar.label)) continue;
    BenchFace::Flask& flask = face->flasks.emplace_back();
    flask.label = jar.label;
    flask.amount = rounded(1e6 * jar.volume, 4) + " mL";
    flask.how = label_of(jar, session.scan_length());
    flask.prepared = true;
    flask.open = jar.open;
  }
  for (std::size_t i = 0; i < lab.plant.sample_points.size(); ++i) {
    const SamplingState::Point& now = session.sampling_state().points[i];
    BenchFace::Point& point = face->points.emplace_back();
    point.tag = lab.plant.sample_points[i].tag;
    point.says = lab.plant.sample_points[i].says;
    point.purged = rounded(1e6 * now.purged, 3) + " mL";
    point.busy = now.purging > 0.0 || now.filling > 0.0;
  }
  for (std::size_t i = 0; i < lab.questions.size(); ++i) {
    const scenario::Question& question = lab.questions[i];
    const AnswerProgress& answer = session.progress().answers[i];
    BenchFace::Ask& ask = face->questions.emplace_back();
    ask.id = question.id;
    ask.says = question.says;
    ask.unit = question.unit;
    ask.printed = printed_symbol(unit(question.unit));
    ask.wants_uncertainty = question.wants_uncertainty;
    ask.open = question.tries == 0 || answer.count < question.tries;
    if (answer.given < 0) continue;
    ask.given = rounded(answer.value, 6) + (answer.u > 0.0 ? " ± " + rounded(answer.u, 3) : "") + " " +
                printed_symbol(unit(question.unit));
  }
  std::size_t number = 0;
  for (const BenchAnalysis& analysis : state.analyses) {
    ++number;
    if (!analysis.finished) continue;
    std::shared_ptr<const AnalysisPicture> picture;
    if (before)
      for (const auto& known : before->analyses)
        if (known->analysis == analysis.analysis) picture = known;
    face->analyses.push_back(picture ? picture : picture_of(session, analysis, number));
  }
  return face;
}

double answer_value(const BenchFace::Ask& question, double number) {
  return to_si(number, unit(question.unit));
}

}  // namespace stillhouse
