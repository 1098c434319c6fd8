#include "tests/frontend/views/sample_screen.h"

#include <array>

namespace stillhouse {

namespace {

const NumberFormat kCelsius{"degC", "°C", 1};
const NumberFormat kPercent{"%", "%", 1};

TrendPen pen(const char* tag, PenKind kind, const NumberFormat& format, double low, double high) {
  TrendPen result{.tag = tag, .label = {tag, tag}, .kind = kind, .format = format};
  result.low = low;
  result.high = high;
  return result;
}

}  // namespace

ScreenState sample_screen() {
  ScreenState screen;
  LabFacts lab;
  lab.id = "sample";
  lab.title = {"A sample", "示例"};
  lab.notes = {"Read this first.", "请先阅读。"};
  lab.duration = 3600.0;
  lab.pens = {
      pen("TI-100", PenKind::reading, kCelsius, 0, 120),      pen("TI-112", PenKind::reading, kCelsius, 0, 120),
      pen("TIC-112.SP", PenKind::setpoint, kCelsius, 0, 120), pen("TIC-112.OP", PenKind::output, kPercent, 0, 100),
      pen("HV-400", PenKind::position, kPercent, 0, 100),     pen("AI-140", PenKind::sample, kPercent, 0, 100),
      pen("drum.x_light", PenKind::truth, kPercent, 0, 100)};
  lab.pens[0].limits.push_back({95.0, true, 2});
  lab.pens[0].signal = "kettle.T";
  screen.lab = std::make_shared<const LabFacts>(lab);
  screen.scan = 1000;
  screen.time = 1000.0;
  screen.run = RunLook::running;
  screen.speed = 10.0;

  screen.column.trays.resize(12);
  for (std::size_t k = 0; k < 12; ++k) {
    TrayPicture& tray = screen.column.trays[k];
    tray.T = 365.0 - 2.0 * static_cast<double>(k);
    tray.clear_liquid = 0.012;
    tray.froth = 0.04;
  }
  screen.column.trays[4].flooding = 1.2;
  screen.column.trays[8].weeping = 0.5;
  screen.column.feed_tray = 6;
  for (VesselPicture* vessel : {&screen.column.kettle, &screen.column.drum, &screen.column.feed_tank})
    *vessel = {true, 330.0, 0.5, true};

  InstrumentFace bottom{.tag = "TI-100", .says = {"Kettle temperature", "釜温"}, .anchor = "kettle", .quantity = "T"};
  bottom.format = kCelsius;
  bottom.value = 358.15;
  bottom.low = 273.15;
  bottom.high = 393.15;
  bottom.pen = 0;
  InstrumentFace top = bottom;
  top.tag = "TI-112";
  top.anchor = "tray_12";
  top.value = 338.15;
  top.pen = 1;
  InstrumentFace analyser{.tag = "AI-140", .says = {"Analyser", "分析仪"}, .anchor = "drum", .quantity = "x_light"};
  analyser.format = kPercent;
  analyser.high = 1.0;
  analyser.by_samples = true;
  analyser.budget = 8;
  analyser.left = 6;
  analyser.value = 0.93;
  analyser.pen = 5;
  analyser.samples = {{100.0, 0.91}, {500.0, 0.93}};
  screen.instruments = {bottom, top, analyser};

  ControllerFace controller{.tag = "TIC-112", .reads = "TI-112", .moves = "HV-400"};
  controller.says = {"Top temperature", "塔顶温度"};
  controller.format = kCelsius;
  controller.measurement = 338.15;
  controller.low = controller.setpoint_low = 273.15;
  controller.high = controller.setpoint_high = 393.15;
  controller.setpoint = 338.65;
  controller.output_format = kPercent;
  controller.output = 0.4;
  controller.output_high = 1.0;
  controller.gain = 2.0;
  controller.reset = 300.0;
  controller.pen = 1;
  controller.setpoint_pen = 2;
  controller.output_pen = 3;
  screen.controllers = {controller};

  HandleFace valve{
      .tag = "HV-400", .says = {"Cooling water", "冷却水"}, .anchor = "cooling_water", .quantity = "valve"};
  valve.format = kPercent;
  valve.position = 0.5;
  valve.asked = 0.6;
  valve.high = 1.0;
  valve.pen = 4;
  HandleFace held = valve;
  held.tag = "HIC-101";
  held.anchor = "kettle";
  held.quantity = "power";
  held.held_by = "IS-101";
  screen.handles = {valve, held};
  screen.interlocks = {{.tag = "IS-101", .says = {"Dry-out", "干烧保护"}, .tripped = true, .latched = true}};

  const auto alarm = [&](const char* tag, Urgency urgency, AlarmLook look, double raised) {
    AlarmLine line{.tag = tag, .reads = "TI-100", .says = {"Too hot", "温度过高"}, .response = {"Cool", "冷却"}};
    line.urgency = urgency;
    line.look = look;
    line.raised = raised;
    line.limit = "> 95 °C";
    screen.alarms.push_back(line);
  };
  alarm("TAH-100", 2, AlarmLook::unacknowledged, 900.0);
  alarm("TAHH-100", 1, AlarmLook::returned, 800.0);
  alarm("TAL-100", 3, AlarmLook::acknowledged, 700.0);
  alarm("LAL-100", 4, AlarmLook::normal, -1.0);

  screen.tasks = {{.id = "water",
                   .says = {"Open the water.", "打开冷却水。"},
                   .look = TaskLook::done,
                   .started = 0.0,
                   .finished = 60.0},
                  {.id = "heat",
                   .says = {"Heat.", "加热。"},
                   .look = TaskLook::open,
                   .started = 60.0,
                   .due = 1500.0,
                   .has_hint = true,
                   .hint_price = 2.0},
                  {.id = "draw", .says = {"Draw.", "采出。"}}};
  screen.steps = {
      {.task = "heat",
       .done = {.parts = {{.asked = {"TI-100 above 90 °C", "TI-100 高于 90 °C"},
                           .now = {"TI-100 85 °C", "TI-100 85 °C"},
                           .tag = "TI-100"}}}},
      {.task = "draw", .after = {{"\"Heat\"", "“加热”"}}, .done = {.parts = {{.asked = {"AI-140", "AI-140"}}}}}};
  screen.notebook = {{.time = 60.0, .text = "It is cold."}};
  screen.journal = {{60.0, true, false, {"HV-400 to 60 %", "HV-400 设为 60 %"}}};

  TrendHistory history(lab.pens.size(), 1.0);
  for (int scan = 0; scan < 1000; ++scan) {
    const auto slope = static_cast<float>(20.0 + 0.065 * scan);
    history.append(std::array<float, 7>{slope, slope - 10.0f, 65.5f, 40.0f, 50.0f, scan < 500 ? 91.0f : 93.0f, 92.0f});
  }
  screen.trends = history.view();
  return screen;
}

ScreenState sample_screen_graded() {
  ScreenState screen = sample_screen();
  screen.run = RunLook::finished;
  Grade grade;
  grade.score = 88.5;
  grade.total = 100.0;
  CriterionGrade criterion{.id = "quality", .title = {"Quality", "质量"}, .points = 20.0, .score = 8.5};
  criterion.evidence.push_back(
      {.from = 300.0, .to = 420.0, .signal = "TI-100", .text = {"Too cold.", "温度过低。"}, .lost = 11.5});
  grade.criteria.push_back(criterion);
  screen.grade = std::make_shared<const Grade>(grade);
  const Lesson lesson{11.5, criterion.title, {"Heat sooner.", "早些加热。"}, criterion.evidence.front()};
  screen.lessons = std::make_shared<const std::vector<Lesson>>(1, lesson);
  return screen;
}

}  // namespace stillhouse
