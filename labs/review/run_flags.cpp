#include "labs/review/run_flags.h"

#include "labs/grading/evidence_text.h"
#include "labs/grading/html.h"

namespace stillhouse {

namespace {

RunFlag check_flag(const ReviewedRun& run) {
  switch (run.check) {
    case RunCheck::identical:
      return {"check",
              "✓",
              {"verified", "已验证"},
              {"Simulated again to the same bits.", "重新仿真，结果逐位一致。"},
              false};
    case RunCheck::differs: {
      const Text when = run.differs ? plain(html::clock(*run.differs)) : Text{};
      return {"check",
              "×",
              {"differs", "不一致"},
              filled({"Simulated again, the run differs from {0} on: {1}.", "重新仿真自 {0} 起不一致：{1}。"},
                     {when, plain(run.check_says)}),
              true};
    }
    case RunCheck::impossible:
      return {"check",
              "×",
              {"not verifiable", "无法验证"},
              filled({"It cannot be simulated again: {0}.", "无法重新仿真：{0}。"}, {plain(run.check_says)}),
              true};
    case RunCheck::not_checked:
      break;
  }
  return {"check", "?", {"not verified", "未验证"}, {"Not simulated again yet.", "尚未重新仿真。"}, false};
}

Text count_text(int count, const char* one, const char* many, const char* zh) {
  const std::string number = std::to_string(count);
  return {number + " " + (count == 1 ? one : many), number + " " + zh};
}

}  // namespace

std::vector<RunFlag> flags_of(const ReviewedRun& run) {
  if (!run.readable()) return {{"check", "×", {"cannot be read", "无法读取"}, plain(run.reason), true}};
  std::vector<RunFlag> flags = {check_flag(run)};
  const auto add = [&flags](const char* id, const char* sign, Text name, Text says, bool serious) {
    flags.push_back({id, sign, std::move(name), std::move(says), serious});
  };
  if (!run.edited.empty()) {
    const RunProblem& first = run.edited.front();
    add("edited", "E", {"edited", "被改动"},
        filled({"The file was changed after it was written, first in line {0}: {1}.",
                "文件在写入后被改动，最早在第 {0} 行：{1}。"},
               {plain(std::to_string(first.line)), plain(first.what)}),
        true);
  }
  if (!run.closed)
    add("open", "…", {"not closed", "未结束"}, {"The run was not closed: it has no result.", "运行未结束，没有成绩。"},
        true);
  if (run.torn)
    add("torn", "T", {"cut short", "末行残缺"},
        {"The last line was cut short while it was written and is left out.", "最后一行写入时中断，未计入。"}, false);
  if (!run.review_fault.empty())
    add("review", "R", {"review does not count", "复核无效"},
        filled({"The review file beside it does not count: {0}.", "其复核文件无效：{0}。"}, {plain(run.review_fault)}),
        true);
  if (run.aborted) add("aborted", "A", {"aborted", "被中止"}, {"The run was aborted.", "运行被中止。"}, false);
  if (run.failed)
    add("failed", "F", {"solver gave up", "求解失败"}, {"The solver gave up in this run.", "本次运行中求解器失败。"},
        true);
  if (run.validity_left > 0)
    add("validity", "V", {"validity left", "超出有效范围"},
        filled({"{0} left the range for which the model is valid.", "{0}超出模型有效范围。"},
               {count_text(run.validity_left, "signal", "signals", "个信号")}),
        true);
  if (run.retries > 0)
    add("retries", "S", {"solver retries", "求解重试"},
        filled({"The solver had to try {0} again.", "求解器重试 {0}。"},
               {count_text(run.retries, "scan", "scans", "次扫描")}),
        false);
  if (run.haste.unusual())
    add("haste", "H", {"unusual haste", "异常快速"},
        filled({"{0} within one minute; {1} of {2} tasks in less than half the good operator's time.",
                "一分钟内 {0}；{2} 项可比任务中 {1} 项用时不到示范操作的一半。"},
               {count_text(run.haste.busiest_minute, "command", "commands", "次操作"),
                plain(std::to_string(run.haste.fast)), plain(std::to_string(run.haste.compared))}),
        true);
  if (run.interventions > 0)
    add("instructor", "I", {"instructor", "教师干预"},
        filled({"The instructor intervened: {0}.", "教师干预：{0}。"},
               {count_text(run.interventions, "command", "commands", "次操作")}),
        false);
  if (run.backtracks > 0)
    add("backtracks", "B", {"backtracks", "回退"},
        filled({"The run was taken back: {0}.", "运行回退：{0}。"},
               {count_text(run.backtracks, "time", "times", "次")}),
        false);
  if (run.grade.open() > 0.0)
    add("waits", "P", {"waits for marks", "待评阅"},
        filled({"{0} points wait for a person to mark them.", "有 {0} 分待人工评阅。"},
               {plain(html::points(run.grade.open()))}),
        false);
  if (run.grade.any_change())
    add("marks", "M", {"marked by hand", "人工改分"},
        {"At least one mark was changed by a person, with a reason.", "至少有一项由人工改分，并说明了理由。"}, false);
  return flags;
}

}  // namespace stillhouse
