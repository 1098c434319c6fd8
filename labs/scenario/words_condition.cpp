#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

constexpr const char* kSubject =
    "Tag of an instrument (its reading) or a handle (its position), \"LIC-101.setpoint\" or \"LIC-101.output\" of a "
    "controller, \"US-101.phase\" (the number of a sequence's phase, from 1), or a signal of the plant.";

Field subject() {
  return {"subject", Takes::name, "tag or signal", true, "", kSubject};
}

Field named(const char* name, const char* detail, const char* sentence) {
  return {name, Takes::name, detail, true, "", sentence};
}

Field children(const char* sentence) {
  return {"conditions", Takes::word, "", true, "", sentence, {WordKind::condition}};
}

Word condition(const char* name, std::vector<Field> positional, const char* sentence, const char* example) {
  return {name, WordKind::condition, false, std::move(positional), {}, {}, sentence, example};
}

}  // namespace

void add_condition_words(std::vector<Word>& words) {
  words.push_back(condition(
      "above", {subject(), {"limit", Takes::same_quantity, "subject", true, "", "The subject is greater than this."}},
      "Holds while a value is above a limit.", R"(above("TI-112", celsius(64)))"));
  words.push_back(condition(
      "below", {subject(), {"limit", Takes::same_quantity, "subject", true, "", "The subject is less than this."}},
      "Holds while a value is below a limit.", R"(below("LT-101", percent(30)))"));
  words.push_back(condition("between",
                            {subject(),
                             {"low", Takes::same_quantity, "subject", true, "", "Lower end, included."},
                             {"high", Takes::same_quantity, "subject", true, "", "Upper end, included."}},
                            "Holds while a value is between two limits.",
                            R"(between("LIC-101.setpoint", percent(50), percent(70)))"));
  words.push_back(
      condition("steady",
                {subject(),
                 {"within",
                  Takes::same_difference,
                  "subject",
                  true,
                  "",
                  "Largest minus smallest value is no more than this.",
                  {},
                  0.0},
                 {"over", Takes::quantity, "s", true, "", "Looking back over this time.", {}, 1.0, 86400.0}},
                "Holds while a value has hardly moved for some time. Allow for the noise of the instrument.",
                R"(steady("TI-112", delta_K(1.5), minutes(5)))"));

  // combinations
  Word all{"all_of",
           WordKind::condition,
           true,
           {},
           {children("Each of them.")},
           {},
           "Holds while every condition holds.",
           R"(all_of { above("HIC-104", percent(50)), below("TI-131", celsius(30)) })"};
  Word any{"any_of",
           WordKind::condition,
           true,
           {},
           {children("One of them at least.")},
           {},
           "Holds while at least one condition holds.",
           R"(any_of { after(minutes(40)), above("TI-112", celsius(60)) })"};
  Word none{"none_of",
            WordKind::condition,
            true,
            {},
            {children("None of them.")},
            {},
            "Holds while no condition holds.",
            R"(none_of { alarm_active("all") })"};
  words.insert(words.end(), {all, any, none});
  words.push_back(condition("sustained",
                            {{"duration", Takes::quantity, "s", true, "", "For this long without a break.", {}, 0.0},
                             {"condition", Takes::word, "", true, "", "What must hold.", {WordKind::condition}}},
                            "Holds once a condition has held for some time without a break.",
                            R"(sustained(minutes(5), between("TI-112", celsius(64), celsius(67))))"));
  words.push_back(condition("after", {{"time", Takes::quantity, "s", true, "", "Since the start of the run.", {}, 0.0}},
                            "Holds from a moment of the run on.", "after(minutes(40))"));

  // the exercise
  words.push_back(condition("completed", {named("task", "id of a task", "The task.")},
                            "Holds once a task is completed.", R"(completed("total_reflux"))"));
  words.push_back(condition("started", {named("task", "id of a task", "The task.")},
                            "Holds once a task has started, and stays so.", R"(started("heat_up"))"));
  words.push_back(condition("in_progress", {named("task", "id of a task", "The task.")},
                            "Holds from a task's start to its completion.", R"(in_progress("draw"))"));
  words.push_back(condition("fault_active", {named("fault", "id of a fault", "The fault.")},
                            "Holds while a fault acts. Not for tasks and operators: nobody can see it.",
                            R"(fault_active("cooling_water_sag"))"));

  // controls
  words.push_back(condition("is_on", {named("handle", "tag of a switch", "The switch.")}, "Holds while a switch is on.",
                            R"(is_on("HS-105"))"));
  words.push_back(condition("is_off", {named("handle", "tag of a switch", "The switch.")},
                            "Holds while a switch is off.", R"(is_off("HS-105"))"));
  words.push_back(condition("mode_is",
                            {named("controller", "tag of a controller", "The controller."),
                             {"mode", Takes::choice, "auto|manual|cascade", true, "", "The mode."}},
                            "Holds while a controller stands in a mode.", R"(mode_is("LIC-101", "auto"))"));
  words.push_back(condition("alarm_active",
                            {named("alarm", "tag of an alarm, or \"all\"", "The alarm; \"all\": any of them.")},
                            "Holds while an alarm stands.", R"(alarm_active("PDAH-120"))"));
  words.push_back(condition("acknowledged",
                            {named("alarm", "tag of an alarm, or \"all\"", "The alarm; \"all\": every one.")},
                            "Holds while an alarm is not waiting to be acknowledged.", R"(acknowledged("all"))"));
  words.push_back(condition("sample_taken", {named("tag", "tag of an analyser or hydrometer", "Where it is drawn.")},
                            "Holds once a sample has been drawn.", R"(sample_taken("AI-130"))"));
  words.push_back(condition("tripped", {named("interlock", "tag of an interlock", "The interlock.")},
                            "Holds while an interlock acts.", R"(tripped("I-101"))"));
  const Field sequence = named("sequence", "tag of a sequence", "The sequence.");
  words.push_back(condition(
      "sequence_is", {sequence, {"state", Takes::choice, "idle|running|held|aborted|complete", true, "", "The state."}},
      "Holds while a sequence is in a state.", R"(sequence_is("US-101", "complete"))"));
  words.push_back(condition("phase_active", {sequence, named("phase", "id of a phase", "The phase.")},
                            "Holds while a sequence is in a phase, running or held.",
                            R"(phase_active("US-101", "heat"))"));
  words.push_back(condition("phase_done", {sequence, named("phase", "id of a phase", "The phase.")},
                            "Holds once a phase is done, until the sequence is started or reset again.",
                            R"(phase_done("US-101", "heat"))"));
}

}  // namespace stillhouse::scenario
