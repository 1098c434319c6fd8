#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

Field named(const char* name, const char* detail, const char* sentence) {
  return {name, Takes::name, detail, true, "", sentence};
}

Word step(const char* name, std::vector<Field> positional, const char* sentence, const char* example,
          std::vector<Field> fields = {}) {
  return {name, WordKind::step, false, std::move(positional), {}, std::move(fields), sentence, example};
}

}  // namespace

void add_operator_words(std::vector<Word>& words) {
  const Field controller = named("controller", "tag of a controller", "The controller.");
  words.push_back(
      {"operator",
       WordKind::document,
       true,
       {},
       {},
       {
           {"says", Takes::text, "", true, "", "Who this is."},
           {"steps", Takes::words, "", true, "", "What is done, one after another.", {WordKind::step}},
           {"reactions", Takes::words, "", false, "", "What is done whenever something happens.", {WordKind::reaction}},
       },
       "A hand that plays a lab; `return operator { ... }` is an operator file (labs/library/<id>/operators).",
       R"(operator {
  says = { en = "Does it well", zh = "操作规范" },
  steps = { set("HIC-104", percent(80)), wait(seconds(20)), set("HIC-101", kW(3)), finish() },
  reactions = { when(alarm_active("all"), { acknowledge("all") }) },
})"});
  words.push_back(step("set",
                       {named("handle", "tag of a handle", "The handle."),
                        {"value", Takes::same_quantity, "handle", true, "", "Where to; on or off for a switch."}},
                       "Moves a handle.", R"(set("HIC-101", kW(2.4)))"));
  words.push_back(step("setpoint",
                       {controller, {"value", Takes::same_quantity, "controller", true, "", "The set point."}},
                       "Gives a controller its set point.", R"(setpoint("LIC-101", percent(60)))"));
  words.push_back(step("output", {controller, {"value", Takes::same_quantity, "output", true, "", "The output."}},
                       "Sets the output of a controller that is in manual.", R"(output("LIC-101", percent(20)))"));
  words.push_back(step("mode", {controller, {"mode", Takes::choice, "auto|manual|cascade", true, "", "The mode."}},
                       "Puts a controller into a mode.", R"(mode("LIC-101", "auto"))"));
  words.push_back(step("tune", {controller}, "Changes the tuning of a controller.",
                       R"(tune("LIC-101", { gain = 2, reset = minutes(8) }))",
                       {{"gain", Takes::number, "", false, "", "As in pid.", {}, 1e-6, 1e6},
                        {"reset", Takes::quantity, "s", false, "", "As in pid.", {}, 1.0, 1e6},
                        {"derivative", Takes::quantity, "s", false, "", "As in pid.", {}, 0.0, 1e5},
                        {"ratio", Takes::number, "", false, "", "Of a controller with a ratio.", {}, 0.0, 1e6}}));
  words.push_back(step("acknowledge", {named("alarm", "tag of an alarm, or \"all\"", "The alarm.")},
                       "Acknowledges an alarm.", R"(acknowledge("all"))"));
  words.push_back(step("reset", {named("interlock", "tag of an interlock", "The interlock.")},
                       "Resets a latched interlock.", R"(reset("I-101"))"));
  words.push_back(step("command",
                       {named("sequence", "tag of a sequence", "The sequence."),
                        {"order", Takes::choice, "start|hold|restart|abort|reset", true, "", "The order."}},
                       "Gives a sequence an order.", R"(command("US-101", "start"))"));
  words.push_back(step("sample", {named("tag", "tag of an analyser or hydrometer", "Where.")}, "Draws a sample.",
                       R"(sample("AI-130"))"));
  const Field point = named("point", "tag of a sampling point", "Where.");
  words.push_back(step("purge", {point, {"volume", Takes::quantity, "m^3", true, "", "How much.", {}, 1e-7, 1e-2}},
                       "Lets so much run from a sampling point, so that fresh liquid stands in its line.",
                       R"(purge("SP-140", mL(80)))"));
  words.push_back(step("draw", {point, named("label", "label", "What is written on the jar.")},
                       "Catches a sample in a jar, after what is being purged.",
                       R"(draw("SP-140", "D1", { volume = mL(20) }))",
                       {{"volume", Takes::quantity, "m^3", false, "2e-5", "How much.", {}, 1e-6, 1e-3}}));
  words.push_back(step("close", {named("label", "label of a jar", "Which.")},
                       "Puts the lid on a jar: no more evaporates.", R"(close("D1"))"));
  words.push_back(step("take_hint", {named("task", "id of a task", "The task.")}, "Takes the hint of a task.",
                       R"(take_hint("heat"))"));
  words.push_back(
      step("wait", {{"duration", Takes::quantity, "s", true, "", "How long.", {}, 0.0}}, "Waits.", "wait(minutes(2))"));
  words.push_back(step(
      "wait_until", {{"condition", Takes::word, "", true, "", "For what.", {WordKind::condition}}},
      "Waits for a condition, then goes on.", R"(wait_until(above("TI-101", celsius(75)), { timeout = minutes(60) }))",
      {{"timeout", Takes::quantity, "s", false, "", "Goes on after this time in any case.", {}, 1.0}}));
  words.push_back(step("finish", {}, "Ends the run.", "finish()"));
  words.push_back(
      {"when",
       WordKind::reaction,
       false,
       {{"condition", Takes::word, "", true, "", "What happens.", {WordKind::condition}},
        {"steps", Takes::words, "", true, "", "What is done then.", {WordKind::step}}},
       {},
       {{"once", Takes::boolean, "", false, "false", "Only the first time."}},
       "Done beside the steps each time a condition begins to hold.",
       R"(when(alarm_active("PDAH-120"), { acknowledge("PDAH-120"), set("HIC-101", kW(1.5)) }, { once = true }))"});
}

}  // namespace stillhouse::scenario
