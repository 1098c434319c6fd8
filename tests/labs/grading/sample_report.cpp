#include "tests/labs/grading/sample_report.h"

#include <cmath>
#include <limits>

#include "engine/base/hash.h"

namespace stillhouse {
namespace {

constexpr double end = 5400.0;

/// From 0 to 1 around `middle`, within about `width` seconds.
double rise(double time, double middle, double width) {
  return 0.5 + 0.5 * std::tanh((time - middle) / width);
}

template <class Shape>
Trend trend(const char* tag, const char* unit, Text label, TrendPanel panel, Shape shape) {
  Trend trend{.tag = tag, .unit = unit, .label = std::move(label), .panel = panel};
  for (double time = 0.0; time <= end; time += 2.0) {
    trend.time.push_back(time);
    trend.value.push_back(shape(time));
  }
  return trend;
}

Grade sample_grade() {
  Grade grade;
  grade.lab = "methanol_water_distillation";
  grade.lab_title = {"Methanol-water distillation: start-up, control, disturbance", "甲醇-水精馏：开车、控制与扰动"};
  grade.score = 71.37;
  grade.total = 100.0;
  grade.flags = {{"Left the range of validity of the weir formula at 0:48:10.", "0:48:10 时超出堰流公式的有效范围。"}};
  grade.criteria = {
      {"start", {"Pre-start checks in order", "开车前检查顺序"}, 10, 10, {}},
      {"cold",
       {"Cold start", "冷态开车"},
       15,
       12.5,
       {{300,
         960,
         "LI-101",
         {"Heating began with the reboiler level at 38 %, below the 45 % asked for.",
          "加热开始时再沸器液位为 38 %，低于要求的 45 %。"},
         {"45 % or more", "不低于 45 %"},
         {"38 %", "38 %"},
         2.5}}},
      {"purity",
       {"Distillate on specification", "馏出物达到规格"},
       30,
       19.4,
       {{2700,
         3120,
         "AI-130",
         {"The distillate was below 95 mol% methanol for 7 minutes while product was drawn.",
          "采出期间馏出物甲醇含量低于 95 mol% 达 7 分钟。"},
         {"95 mol% or more", "不低于 95 mol%"},
         {"91.2 mol% at worst", "最低 91.2 mol%"},
         6.1},
        {3600,
         3900,
         "AI-130",
         {"After the heater sagged it took 5 minutes longer than allowed to come back.",
          "加热器下降后，恢复时间比允许的多 5 分钟。"},
         {"within 10 min", "10 分钟内"},
         {"15 min", "15 分钟"},
         4.5}}},
      {"hydraulics",
       {"Column not flooded", "塔未发生液泛"},
       15,
       11.0,
       {{3650,
         3655,
         "PDI-120",
         {"The pressure drop went above 60 mbar for a moment.", "全塔压降瞬间超过 60 mbar。"},
         {"60 mbar or less", "不高于 60 mbar"},
         {"63 mbar", "63 mbar"},
         1.5},
        {3690,
         3760,
         "PDI-120",
         {"The pressure drop went above 60 mbar again.", "全塔压降再次超过 60 mbar。"},
         {"60 mbar or less", "不高于 60 mbar"},
         {"66 mbar", "66 mbar"},
         2.5}}},
      {"energy",
       {"Energy per kg of product", "单位产品能耗"},
       15,
       9.47,
       {{2400,
         5000,
         "distillate.energy_per_mass",
         {"4.1 MJ were used per kg of distillate; full points need 3.5 MJ/kg or less.",
          "每千克馏出物耗能 4.1 MJ；满分要求不超过 3.5 MJ/kg。"},
         {"3.5 MJ/kg or less", "不超过 3.5 MJ/kg"},
         {"4.1 MJ/kg", "4.1 MJ/kg"},
         5.53}}},
      {"alarms",
       {"Alarms handled", "报警处理"},
       10,
       9.0,
       {{3640,
         3790,
         "PDAH-120",
         {"PDAH-120 was acknowledged after 150 s; 60 s were allowed.", "PDAH-120 在 150 s 后确认；允许 60 s。"},
         {"60 s or less", "不超过 60 s"},
         {"150 s", "150 s"},
         1.0}}},
      {"shutdown", {"Shutdown", "停车"}, 5, 2.0, {}},
      {"deduction",
       {"Deduction: sample drawn needlessly", "扣分：不必要的取样"},
       0,
       -2.0,
       {{2000, 2000, "", {"A sample was drawn before the column had settled.", "塔尚未稳定即取样。"}, {}, {}, 2.0}}},
  };
  grade.tasks = {{"cool", {"Open the cooling water before heating", "加热前打开冷却水"}, "done", 0.0, 95.0},
                 {"heat", {"Heat the reboiler", "加热再沸器"}, "done", 95.0, 1330.0},
                 {"draw", {"Draw product on specification", "按规格采出产品"}, "done", 2400.0, 3300.0},
                 {"recover", {"Recover from the disturbance", "从扰动中恢复"}, "missed", 3500.0, {}},
                 {"shutdown", {"Shut the column down", "停车"}, "open", 5000.0, {}},
                 {"cool_down", {"Let it cool", "冷却"}, "waiting", {}, {}}};
  return grade;
}

RunRecord sample_run() {
  RunRecord run;
  run.file = "/home/student/runs/s-42.run";
  run.header = {.engine_version = "0.1.0",
                .models_version = "0.1.0",
                .grading_version = "1",
                .lab = "methanol_water_distillation",
                .files = {{"lab.lua", "return lab {}\n"}},
                .file_digests = {{"lab.lua", to_hex(sha256("return lab {}\n"))}},
                .seed = 1707,
                .student = "s-42 <b>",
                .mode = "exam",
                .started = "2026-03-01T09:30:00.250Z",
                .build = "gcc 12.2.0, -O2"};
  const auto command = [&run](double time, const char* verb, const char* tag, std::optional<double> value) {
    run.commands.push_back({.line = static_cast<std::int64_t>(run.commands.size()) + 2,
                            .scan = static_cast<Scan>(time),
                            .time = time,
                            .verb = verb,
                            .tag = tag,
                            .value = value});
  };
  command(30, "set", "HV-301", 1.0);
  command(95, "set", "HIC-201", 3000.0);
  command(1500, "mode", "LIC-101", {});
  run.commands.back().text = "auto";
  command(2000, "sample", "AI-130", {});
  command(2300, "set", "HIC-202", 0.8);
  command(2350, "set", "FIC-110", 0.00123456);
  run.backtracks = {{.line = 8, .from = 2360, .to = 2340}};
  command(2400, "set", "FIC-110", 0.0011);
  run.commands.back().line = 9;
  command(3700, "set", "HIC-201", 2500.0);
  run.commands.back().line = 10;
  command(3790, "acknowledge", "PDAH-120", {});
  run.commands.back().line = 11;
  command(4400, "set", "HIC-201", 4000.0);
  run.commands.back().line = 12;
  run.commands.back().refused = "the heater gives 3000 W at most";
  const Text level{"Level in the reboiler low", "再沸器液位低"};
  const Text drop{"Pressure drop high: the column is about to flood", "压降高：塔将发生液泛"};
  run.alarms = {{.time = 700, .tag = "LAL-101", .priority = "critical", .state = "unacknowledged", .text = level},
                {.time = 725, .tag = "LAL-101", .priority = "critical", .state = "acknowledged", .text = level},
                {.time = 1010, .tag = "LAL-101", .priority = "critical", .state = "normal", .text = level},
                {.time = 3640, .tag = "PDAH-120", .priority = "high", .state = "unacknowledged", .text = drop},
                {.time = 3780, .tag = "PDAH-120", .priority = "high", .state = "returned", .text = drop},
                {.time = 3790, .tag = "PDAH-120", .priority = "high", .state = "normal", .text = drop},
                {.time = 4100,
                 .tag = "TAH-112",
                 .priority = "medium",
                 .state = "unacknowledged",
                 .text = {"Head temperature high", "塔顶温度高"}},
                {.time = 4900,
                 .tag = "AAD-130",
                 .priority = "low",
                 .state = "unacknowledged",
                 .text = {"Analyser deviates", "分析仪偏差"}}};
  for (AlarmRecord& alarm : run.alarms) {
    alarm.scan = static_cast<Scan>(alarm.time);
    alarm.line = alarm.time < 2360 ? 3 : 20;
  }
  const Text sag{"The heater lost a fifth of its power.", "加热器功率下降五分之一。"};
  run.faults = {{.line = 20, .scan = 3500, .time = 3500, .id = "heater_sag", .state = "active", .text = {}},
                {.line = 20, .scan = 4300, .time = 4300, .id = "heater_sag", .state = "cleared", .text = {}},
                {.line = 20, .scan = 5400, .time = 5400, .id = "heater_sag", .state = "revealed", .text = sag}};
  run.notes = {{.scan = 2890,
                .time = 2890,
                .kind = "warning",
                .text = {"Weir load below the range of the formula", "堰负荷低于公式范围"}}};
  run.failures = {{.scan = 2360,
                   .time = 2360.5,
                   .message = "no convergence at the smallest step",
                   .equations = {"energy balance of tray_5", "weir of tray_6"}}};
  run.chain = to_hex(sha256("chain"));
  return run;
}

std::vector<Trend> sample_trends() {
  std::vector<Trend> trends;
  const char* tags[] = {"TI-101", "TI-103", "TI-105", "TI-107", "TI-109", "TI-111", "TI-112", "TI-113"};
  for (int i = 0; i < 8; ++i) {
    const std::string number = std::to_string(i);
    trends.push_back(
        trend(tags[i], "°C", {"tray " + number, "第 " + number + " 块塔板"}, TrendPanel::temperature, [i](double time) {
          return 21.0 + (78.0 - 1.9 * i) * rise(time, 900.0 + 130.0 * i, 60.0) -
                 6.0 * rise(time, 2300.0 + 20.0 * i, 200.0) + 0.15 * std::sin(time * 0.9 + i);
        }));
  }
  trends[1].high = 95.0;
  // a transmitter that is dead for a while
  for (std::size_t i = 2200; i < 2300; ++i) trends[2].value[i] = std::numeric_limits<double>::quiet_NaN();
  trends.push_back(trend("PI-101", "mbar", {"pressure at the head", "塔顶压力"}, TrendPanel::pressure, [](double time) {
    return 1013.0 + 4.0 * rise(time, 1500, 200) + 0.3 * std::sin(time * 0.7);
  }));
  trends.push_back(
      trend("PDI-120", "mbar Δ", {"pressure drop of the column", "全塔压降"}, TrendPanel::pressure, [](double time) {
        return 34.0 * rise(time, 1500, 300) + 32.0 * std::exp(-std::pow((time - 3700) / 60, 2.0)) +
               0.4 * std::sin(time * 0.61);
      }));
  trends.back().high = 60.0;
  trends.push_back(trend("LI-101", "%", {"reboiler", "再沸器"}, TrendPanel::level, [](double time) {
    return 62.0 - 24.0 * rise(time, 700, 200) + 18.0 * rise(time, 2500, 400) + 0.3 * std::sin(time * 0.21);
  }));
  trends.back().low = 45.0;
  trends.push_back(trend("LI-102", "%", {"reflux drum", "回流罐"}, TrendPanel::level,
                         [](double time) { return 50.0 * rise(time, 1700, 150) + 0.2 * std::sin(time * 0.33); }));
  trends.push_back(trend("FI-110", "L/h", {"feed", "进料"}, TrendPanel::flow,
                         [](double time) { return 4.0 * rise(time, 2400, 8) - 4.0 * rise(time, 5000, 8); }));
  trends.push_back(trend("FI-120", "L/h", {"distillate", "馏出物"}, TrendPanel::flow,
                         [](double time) { return 1.9 * rise(time, 2450, 20) - 1.9 * rise(time, 5000, 8); }));
  trends.push_back(trend("AI-130", "mol%", {"methanol in the distillate", "馏出物甲醇含量"}, TrendPanel::composition,
                         [](double time) {
                           return 98.0 * rise(time, 1700, 80) - 7.0 * std::exp(-std::pow((time - 2900) / 160, 2.0)) -
                                  9.0 * std::exp(-std::pow((time - 3720) / 150, 2.0));
                         }));
  trends.back().low = 95.0;
  trends.push_back(trend("JI-201", "kW", {"heater", "加热器"}, TrendPanel::power, [](double time) {
    return time < 95 || time > 5000 ? 0.0 : time > 3500 && time < 4300 ? 2.4 : time > 3700 ? 2.5 : 3.0;
  }));
  return trends;
}

}  // namespace

SampleReport sample_report() {
  return {sample_grade(), sample_run(), sample_trends()};
}

}  // namespace stillhouse
