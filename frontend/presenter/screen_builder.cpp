#include "frontend/presenter/screen_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "frontend/presenter/binary_column.h"
#include "frontend/presenter/stirred_tank.h"

namespace stillhouse {

namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

ValueQuality quality_of(Quality quality) {
  switch (quality) {
    case Quality::good:
      return ValueQuality::good;
    case Quality::uncertain:
      return ValueQuality::uncertain;
    case Quality::saturated:
      return ValueQuality::saturated;
    case Quality::bad:
      break;
  }
  return ValueQuality::bad;
}

/// "tray_12.T" -> "tray_12", "T".
std::pair<std::string, std::string> parts_of(const std::string& signal) {
  const std::size_t dot = signal.rfind('.');
  if (dot == std::string::npos) return {signal, {}};
  return {signal.substr(0, dot), signal.substr(dot + 1)};
}

bool rests_on_handle(const scenario::Controller& controller, const std::string& handle) {
  return controller.moves_handle && controller.moves == handle;
}

}  // namespace

ScreenBuilder::ScreenBuilder(const Session& session) : column_(session.simulator().plant(), session.room().plant()) {
  const scenario::Lab& lab = session.lab();
  LabFacts facts;
  facts.id = lab.id;
  facts.title = lab.title;
  facts.notes = lab.notes;
  facts.by_person = lab.rubric.by_person;
  facts.duration = lab.duration;
  facts.exam = lab.mode == scenario::LabMode::exam;

  int transmitters = 0, analysers = 0, hydrometers = 0;
  for (const scenario::Instrument& instrument : session.room().plant().instruments) {
    int& count = instrument.kind == scenario::InstrumentKind::analyser     ? analysers
                 : instrument.kind == scenario::InstrumentKind::hydrometer ? hydrometers
                                                                           : transmitters;
    devices_.push_back(count++);
  }
  const scenario::Plant& plant = session.room().plant();
  facts.drawing = drawing_of(plant, session.simulator().plant());
  find_xy_plots(session.lab(), session.simulator().plant(), facts);
  add_pens(session, facts);
  row_.resize(facts.pens.size());
  plant_ = std::make_unique<PlantReader>(facts.drawing, plant, session.simulator().plant());
  facts_ = std::make_shared<const LabFacts>(std::move(facts));
}

void ScreenBuilder::add_pens(const Session& session, LabFacts& facts) {
  const scenario::Plant& plant = session.room().plant();
  const auto add = [&](TrendPen pen, double low, double high, int index) {
    pen.low = shown_number(low, pen.format);
    pen.high = shown_number(high, pen.format);
    sources_.push_back({pen.kind, index});
    facts.pens.push_back(std::move(pen));
  };

  for (std::size_t i = 0; i < plant.instruments.size(); ++i) {
    const scenario::Instrument& instrument = plant.instruments[i];
    TrendPen pen{.tag = instrument.tag, .signal = instrument.signal, .label = instrument.says};
    pen.kind = instrument.works_by_samples() ? PenKind::sample : PenKind::reading;
    pen.format = number_format(instrument.unit, instrument.range_low, instrument.range_high);
    for (const scenario::Alarm& alarm : plant.alarms)
      if (alarm.reads == instrument.tag)
        pen.limits.push_back({shown_number(alarm.limit, pen.format), alarm.high, urgency_of(alarm.priority)});
    add(std::move(pen), instrument.range_low, instrument.range_high, static_cast<int>(i));
  }
  for (std::size_t i = 0; i < plant.controllers.size(); ++i) {
    const scenario::Controller& controller = plant.controllers[i];
    const auto reads = std::find_if(plant.instruments.begin(), plant.instruments.end(),
                                    [&](const auto& instrument) { return instrument.tag == controller.reads; });
    const double low = reads != plant.instruments.end() ? reads->range_low : controller.setpoint_low;
    const double high = reads != plant.instruments.end() ? reads->range_high : controller.setpoint_high;
    TrendPen setpoint{.tag = controller.tag + ".SP", .label = controller.says, .kind = PenKind::setpoint};
    setpoint.format = number_format(controller.setpoint_unit, low, high);
    add(std::move(setpoint), low, high, static_cast<int>(i));
    TrendPen output{.tag = controller.tag + ".OP", .label = controller.says, .kind = PenKind::output};
    output.format = number_format(controller.output_unit, controller.output_low, controller.output_high);
    add(std::move(output), controller.output_low, controller.output_high, static_cast<int>(i));
  }
  for (std::size_t i = 0; i < plant.handles.size(); ++i) {
    const scenario::Handle& handle = plant.handles[i];
    TrendPen pen{.tag = handle.tag, .label = handle.says, .kind = PenKind::position};
    pen.format = number_format(handle.unit, handle.low, handle.high);
    add(std::move(pen), handle.low, handle.high, static_cast<int>(i));
  }

  // signals that the rubric judges: kept from the start, shown when the run has ended
  for (const scenario::Criterion& criterion : session.lab().rubric.criteria) {
    for (const scenario::Subject* subject : {&criterion.subject, &criterion.per}) {
      if (subject->kind != scenario::SubjectKind::signal || subject->name.empty()) continue;
      const int signal = session.simulator().plant().find_signal(subject->name);
      const bool known = std::any_of(facts.pens.begin(), facts.pens.end(), [&](const TrendPen& pen) {
        return pen.kind == PenKind::truth && pen.signal == subject->name;
      });
      if (signal < 0 || known) continue;
      TrendPen pen{.tag = subject->name, .signal = subject->name, .kind = PenKind::truth};
      pen.label = {session.simulator().plant().signals()[at(signal)].sentence, {}};
      // the rubric's band says which part of the range matters
      double low = std::isfinite(criterion.low) ? criterion.low : 0.0;
      double high = std::isfinite(criterion.high) ? criterion.high : 0.0;
      if (!(high > low)) high = subject->unit == "mol%" || subject->unit == "%" ? 1.0 : low + 1.0;
      pen.format = number_format(subject->unit, low, high);
      add(std::move(pen), low, high, signal);
    }
  }

  // the stages of a column, for its diagrams afterwards
  if (facts.column == nullptr) return;
  for (const BinaryColumn::Stage& stage : facts.column->stages) {
    const auto signals = session.simulator().plant().signals();
    for (const auto& [name, unit, low, high] :
         {std::tuple{stage.x_light, "mol%", 0.0, 1.0}, std::tuple{stage.T, "degC", 273.15, 393.15}}) {
      const int signal = session.simulator().plant().find_signal(name);
      if (signal < 0 || pen_of(facts, name) >= 0) continue;
      TrendPen pen{.tag = name, .signal = name, .label = {signals[at(signal)].sentence, {}}, .kind = PenKind::truth};
      pen.format = number_format(unit, low, high);
      add(std::move(pen), low, high, signal);
    }
  }
}

const std::vector<float>& ScreenBuilder::row(const Session& session) {
  const ControlRoom& room = session.room();
  const ControlRoomState& state = session.room_state();
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const Source& source = sources_[i];
    double value = std::numeric_limits<double>::quiet_NaN();
    switch (source.kind) {
      case PenKind::reading:
      case PenKind::sample:
        value = room.value(state, {scenario::SubjectKind::reading, source.index});
        break;
      case PenKind::setpoint:
        value = room.value(state, {scenario::SubjectKind::setpoint, source.index});
        break;
      case PenKind::output:
        value = room.controller_output(state, source.index);
        break;
      case PenKind::position:
        value = room.handle_position(state, source.index);
        break;
      case PenKind::truth:
        value = session.simulator().signal(source.index);
        break;
    }
    row_[i] = static_cast<float>(shown_number(value, facts_->pens[i].format));
  }
  return row_;
}

InstrumentFace ScreenBuilder::instrument_face(const Session& session, std::size_t index,
                                              const TrendView& trends) const {
  const scenario::Instrument& instrument = session.room().plant().instruments[index];
  const ControlRoomState& state = session.room_state();
  InstrumentFace face{.tag = instrument.tag, .says = instrument.says};
  std::tie(face.anchor, face.quantity) = parts_of(instrument.signal);
  face.pen = pen(instrument.tag);
  face.format = facts_->pens[at(face.pen)].format;
  face.low = instrument.range_low;
  face.high = instrument.range_high;
  if (const auto reading = session.room().reading(state, instrument.tag)) {
    face.value = reading->value;
    face.quality = quality_of(reading->quality);
  }

  // rate over the last minute, for start-ups
  const auto minute = static_cast<std::int64_t>(std::lround(60.0 / trends.scan_length()));
  const float before = trends.value(face.pen, trends.end() - 1 - minute);
  const float now = trends.value(face.pen, trends.end() - 1);
  if (std::isfinite(before) && std::isfinite(now)) face.rate = static_cast<double>(now) - static_cast<double>(before);

  // samples
  const double dt = session.scan_length();
  const std::size_t device = at(devices_[index]);
  face.by_samples = instrument.works_by_samples();
  face.budget = instrument.budget;
  if (instrument.kind == scenario::InstrumentKind::analyser) {
    const Analyser::State& analyser = state.analysers[device];
    for (std::int32_t i = 0; i < analyser.finished; ++i) {
      const Analyser::Sample& sample = analyser.samples[at(i)];
      face.samples.push_back({static_cast<double>(sample.taken_at) * dt, sample.result.value,
                              std::numeric_limits<double>::quiet_NaN(), quality_of(sample.result.quality)});
    }
    face.left = instrument.budget - analyser.taken;
    if (analyser.taken > analyser.finished)
      face.busy_until = static_cast<double>(analyser.samples[at(analyser.finished)].ready_at) * dt;
  }
  if (instrument.kind == scenario::InstrumentKind::hydrometer) {
    face.hydrometer = true;
    const Hydrometer::State& hydrometer = state.hydrometers[device];
    for (std::int32_t i = 0; i < hydrometer.finished; ++i) {
      const Hydrometer::Result& result = hydrometer.results[at(i)];
      face.samples.push_back({static_cast<double>(result.taken_at) * dt, result.density, result.temperature,
                              result.off_scale ? ValueQuality::saturated : ValueQuality::good});
    }
    face.left = instrument.budget - hydrometer.taken;
    if (hydrometer.taken > hydrometer.finished)
      face.busy_until = static_cast<double>(hydrometer.results[at(hydrometer.finished)].ready_at) * dt;
  }
  return face;
}

void ScreenBuilder::add_faces(const Session& session, const TrendView& trends, ScreenState& screen) const {
  const ControlRoom& room = session.room();
  const ControlRoomState& state = session.room_state();
  const scenario::Plant& plant = room.plant();
  for (std::size_t i = 0; i < plant.instruments.size(); ++i)
    screen.instruments.push_back(instrument_face(session, i, trends));

  for (std::size_t i = 0; i < plant.handles.size(); ++i) {
    const scenario::Handle& handle = plant.handles[i];
    HandleFace face{.tag = handle.tag, .says = handle.says};
    face.shape = handle.kind == scenario::HandleKind::valve          ? HandleShape::valve
                 : handle.kind == scenario::HandleKind::hand_station ? HandleShape::hand_station
                                                                     : HandleShape::on_off_switch;
    std::tie(face.anchor, face.quantity) = parts_of(handle.input);
    face.pen = pen(handle.tag);
    face.format = facts_->pens[at(face.pen)].format;
    face.low = handle.low;
    face.high = handle.high;
    face.in_field = handle.in_field;
    face.position = room.handle_position(state, static_cast<int>(i));
    face.asked = room.handle_asked(state, static_cast<int>(i));
    face.held_by = room.holder_of_handle(state, static_cast<int>(i));
    if (const int controller = room.controller_of(static_cast<int>(i)); controller >= 0)
      face.moved_by = plant.controllers[at(controller)].tag;
    screen.handles.push_back(std::move(face));
  }

  for (std::size_t i = 0; i < plant.controllers.size(); ++i) {
    const scenario::Controller& controller = plant.controllers[i];
    const Pid::State& pid = state.controllers[i];
    ControllerFace face{.tag = controller.tag, .reads = controller.reads};
    face.moves = controller.secondary.empty() ? controller.moves : controller.secondary;
    for (const scenario::SplitPart& part : controller.split)
      face.moves += (face.moves.empty() ? "" : " / ") + part.handle;
    face.two_position = room.is_two_position(static_cast<int>(i));
    face.says = controller.says;
    for (const InstrumentFace& instrument : screen.instruments) {
      if (instrument.tag != controller.reads) continue;
      face.measurement = instrument.value;
      face.quality = instrument.quality;
      face.low = instrument.low;
      face.high = instrument.high;
      face.pen = instrument.pen;
    }
    face.setpoint_pen = pen(controller.tag + ".SP");
    face.output_pen = pen(controller.tag + ".OP");
    face.format = facts_->pens[at(face.setpoint_pen)].format;
    face.output_format = facts_->pens[at(face.output_pen)].format;
    face.setpoint = pid.target;
    face.setpoint_low = controller.setpoint_low;
    face.setpoint_high = controller.setpoint_high;
    face.output = room.controller_output(state, static_cast<int>(i));
    face.output_low = controller.output_low;
    face.output_high = controller.output_high;
    face.automatic = pid.mode == PidMode::automatic;
    face.cascade = pid.mode == PidMode::cascade;
    face.may_cascade = room.takes_remote(static_cast<int>(i));
    face.lost = pid.lost;
    face.gain = pid.tuning.gain;
    face.reset = pid.tuning.integral_time;
    face.derivative = pid.tuning.derivative_time;
    for (const HandleFace& handle : screen.handles)
      if (rests_on_handle(controller, handle.tag)) face.held_by = handle.held_by;
    if (face.held_by.empty() && pid.tracking && controller.secondary.empty()) face.held_by = "-";
    screen.controllers.push_back(std::move(face));
  }
}

ScreenState ScreenBuilder::state(const Session& session, const TrendHistory& history) const {
  ScreenState screen;
  screen.lab = facts_;
  screen.scan = session.scan();
  screen.time = session.time();
  screen.scan_length = session.scan_length();
  screen.may_backtrack = session.may_backtrack();
  screen.may_freeze = !facts_->exam;
  screen.backtracks = session.backtracks();
  screen.failure = session.failure();
  switch (session.end()) {
    case SessionEnd::running:
      screen.run = RunLook::running;
      break;
    case SessionEnd::finished:
      screen.run = RunLook::finished;
      break;
    case SessionEnd::duration:
      screen.run = RunLook::duration_over;
      break;
    case SessionEnd::aborted:
      screen.run = RunLook::aborted;
      break;
    case SessionEnd::failed:
      screen.run = RunLook::failed;
      break;
  }
  screen.column = column_.picture(session.simulator());
  screen.plant = plant_->picture(session.simulator());
  screen.trends = history.view();
  add_faces(session, screen.trends, screen);
  screen.interlocks = interlock_faces(session);
  screen.sequences = sequence_faces(session);
  screen.alarms = alarm_lines(session);
  screen.alarm_board = alarm_board(session);
  screen.tasks = task_lines(session);
  screen.steps = step_conditions(session);
  screen.journal = journal_lines(session);
  screen.message = open_message(session);
  bench_ = bench_face(session, bench_);
  screen.bench = bench_;
  screen.notebook = notebook_of(session);
  return screen;
}

}  // namespace stillhouse
