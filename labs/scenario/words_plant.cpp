#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

const Field kInstrumentSays = {"says", Takes::text, "", true, "", "What the instrument is, for its faceplate."};

// fields of every instrument that shows a value all the time
std::vector<Field> transmitter_fields(const char* lag, const char* lag_sentence) {
  return {
      {"reads", Takes::name, "signal of the plant", true, "", "The signal it measures."},
      {"range", Takes::same_range, "reads", true, "", "Ends of the scale; readings stay between them."},
      {"lag", Takes::quantity, "s", false, lag, lag_sentence, {}, 0.0, 3600.0},
      {"noise", Takes::same_difference, "reads", false, "0", "Standard deviation of the noise.", {}, 0.0},
      {"bias",
       Takes::same_difference,
       "reads",
       false,
       "0",
       "Each student's instrument is wrong by a constant between minus and plus this.",
       {},
       0.0},
      {"drift_per_hour", Takes::same_difference, "reads", false, "0", "How far it drifts in an hour, from the start."},
      {"resolution", Takes::same_difference, "reads", false, "0", "Smallest step of the display; 0: none.", {}, 0.0},
      kInstrumentSays,
  };
}

Word instrument(const char* name, std::vector<Field> fields, const char* sentence, const char* example) {
  return {name, WordKind::instrument, true, {}, {}, std::move(fields), sentence, example};
}

std::vector<Field> handle_fields(const char* stroke, const char* start_detail, const char* start_sentence) {
  return {
      {"moves", Takes::name, "input of the plant", true, "", "The plant input it moves."},
      {"range", Takes::same_range, "moves", false, "",
       "Value when shut (off) and when open (on); the input's own limits if left out."},
      {"start", start_detail[0] == '1' ? Takes::quantity : Takes::same_quantity, start_detail, false, "",
       start_sentence},
      {"stroke", Takes::quantity, "s", false, stroke, "Time for the whole travel; 0: at once.", {}, 0.0, 3600.0},
      {"in_field", Takes::boolean, "", false, "false",
       "Moved by hand in the plant: the control room shows it, the field panel moves it, and no controller may."},
      {"says", Takes::text, "", true, "", "What the handle is, for its faceplate."},
  };
}

void add_instruments(std::vector<Word>& words) {
  std::vector<Field> couple = transmitter_fields("12", "Time constant of the pocket.");
  couple.insert(couple.begin() + 2, {{"type", Takes::choice, "K|J|T", false, "",
                                      "Its voltage is computed by ITS-90; left out, it shows its own temperature."},
                                     {"cold_junction_error",
                                      Takes::same_difference,
                                      "reads",
                                      false,
                                      "0",
                                      "By how much the instrument takes its terminals for too warm; needs a type.",
                                      {},
                                      -30.0,
                                      30.0}});
  words.push_back(instrument("thermocouple", std::move(couple), "A temperature, shown all the time.",
                             R"(thermocouple {
  reads = "tray_12.T", range = { celsius(0), celsius(150) },
  lag = seconds(12), noise = delta_K(0.2), bias = delta_K(0.3),
  says = { en = "Temperature of the top tray", zh = "塔顶塔板温度" },
})"));
  std::vector<Field> platinum = transmitter_fields("20", "Time constant of the pocket.");
  platinum.insert(platinum.begin() + 2,
                  {{"class", Takes::choice, "AA|A|B|C", false, "B",
                    "Tolerance of IEC 60751; each student's thermometer errs by a constant share of it."},
                   {"lead_resistance",
                    Takes::number,
                    "",
                    false,
                    "0",
                    "Resistance of each of two wires in ohm, about 2.6 K for each 0.5 ohm; 0: three or four wires.",
                    {},
                    0.0,
                    20.0}});
  words.push_back(instrument("pt100", std::move(platinum),
                             "A temperature by a platinum resistance of 100 ohm, shown all the time.",
                             R"(pt100 {
  reads = "tray_12.T", range = { celsius(0), celsius(150) }, class = "A", lead_resistance = 0.2,
  says = { en = "Temperature of the top tray", zh = "塔顶塔板温度" },
})"));
  words.push_back(instrument("pressure_transmitter", transmitter_fields("1", "Time constant."),
                             "A pressure or a pressure difference, shown all the time.",
                             R"(pressure_transmitter {
  reads = "kettle.column_dp", range = { mbar(0), mbar(100) }, noise = mbar(0.2),
  says = { en = "Pressure drop of the column", zh = "全塔压降" },
})"));
  words.push_back(instrument("level_transmitter", transmitter_fields("2", "Time constant."),
                             "A level, shown all the time.",
                             R"(level_transmitter {
  reads = "kettle.level", range = { percent(0), percent(100) }, noise = percent(0.3),
  says = { en = "Level of the reboiler", zh = "再沸器液位" },
})"));
  const Field liquid = {"density", Takes::name, "signal of the plant", true, "", "Density of the liquid."};
  const Field calibrated = {
      "calibrated_density", Takes::quantity, "kg/m^3", true, "", "Density it was calibrated for.", {}, 1.0, 3000.0};
  std::vector<Field> head = transmitter_fields("2", "Time constant.");
  head.insert(head.begin() + 2, {liquid, calibrated});
  words.push_back(instrument("hydrostatic_level", std::move(head),
                             "A level by the head of its liquid: wrong by the ratio of the densities.",
                             R"(hydrostatic_level {
  reads = "TK-1.level", range = { percent(0), percent(100) },
  density = "TK-1.density", calibrated_density = kg_per_m3(1000),
  says = { en = "Level of the tank", zh = "储罐液位" },
})"));
  words.push_back(instrument(
      "orifice_meter",
      {
          {"reads", Takes::name, "signal of the plant", true, "", "The mass or volume flow."},
          {"range", Takes::same_range, "reads", true, "", "Ends of the scale, the low one 0."},
          {"dp_full", Takes::quantity, "Pa", true, "", "Pressure difference at full scale.", {}, 1.0, 1e6},
          {"cut_off",
           Takes::quantity,
           "1",
           false,
           "0.02",
           "Share of full scale below which it shows no flow.",
           {},
           0.0,
           0.5},
          {"density", Takes::name, "signal of the plant", false, "",
           "Density of the fluid; left out, it is as calibrated."},
          {"calibrated_density",
           Takes::quantity,
           "kg/m^3",
           false,
           "",
           "Density it was calibrated for.",
           {},
           0.01,
           3000.0},
          {"lag", Takes::quantity, "s", false, "1", "Time constant.", {}, 0.0, 3600.0},
          {"noise",
           Takes::same_difference,
           "dp_full",
           false,
           "0",
           "Standard deviation of the pressure difference's noise; the root makes it large at small flows.",
           {},
           0.0},
          {"bias",
           Takes::same_difference,
           "dp_full",
           false,
           "0",
           "Each student's zero is wrong by a constant between minus and plus this.",
           {},
           0.0},
          {"drift_per_hour", Takes::same_difference, "dp_full", false, "0", "How far its zero drifts in an hour."},
          {"resolution",
           Takes::same_difference,
           "dp_full",
           false,
           "0",
           "Smallest step of the pressure difference; 0: none.",
           {},
           0.0},
          kInstrumentSays,
      },
      "A flow by the root of the pressure difference over an orifice, shown all the time.",
      R"(orifice_meter {
  reads = "V-1.mass_flow", range = { kg_per_s(0), kg_per_s(2) }, dp_full = mbar(250), noise = mbar(0.5),
  says = { en = "Feed flow", zh = "进料流量" },
})"));
  words.push_back(instrument("flow_meter", transmitter_fields("1", "Time constant."),
                             "A molar, mass or volume flow, shown all the time.",
                             R"(flow_meter {
  reads = "feed_tank.pump_flow", range = { litres_per_hour(0), litres_per_hour(30) },
  noise = litres_per_hour(0.1), says = { en = "Feed flow", zh = "进料流量" },
})"));
  words.push_back(instrument("power_meter", transmitter_fields("1", "Time constant."),
                             "An electrical power or a heat flow, shown all the time.",
                             R"(power_meter {
  reads = "kettle.heating", range = { kW(0), kW(3.5) },
  says = { en = "Power of the heater", zh = "加热功率" },
})"));
  words.push_back(instrument("position_indicator", transmitter_fields("0", "Time constant."),
                             "Any other signal, such as an opening or a reflux ratio, shown all the time.",
                             R"(position_indicator {
  reads = "drum.relief_lift", range = { percent(0), percent(100) },
  says = { en = "Relief valve", zh = "安全阀开度" },
})"));
  words.push_back(instrument(
      "analyser",
      {
          {"samples", Takes::name, "signal of the plant", true, "", "The composition it analyses."},
          {"range", Takes::same_range, "samples", true, "", "Ends of the scale."},
          {"delay", Takes::quantity, "s", true, "", "From drawing the sample to the result.", {}, 0.0, 86400.0},
          {"budget", Takes::whole, "samples", true, "", "How many samples a run has.", {}, 1, 128},
          {"lag", Takes::quantity, "s", false, "0", "Time constant of the sample line.", {}, 0.0, 3600.0},
          {"noise", Takes::same_difference, "samples", false, "0", "Standard deviation of a result.", {}, 0.0},
          {"bias",
           Takes::same_difference,
           "samples",
           false,
           "0",
           "Each student's analyser is wrong by a constant between minus and plus this.",
           {},
           0.0},
          {"resolution", Takes::same_difference, "samples", false, "0", "Results are rounded to this.", {}, 0.0},
          kInstrumentSays,
      },
      "An on-line analyser: a sample is drawn, its result comes later, and the number of samples is limited.",
      R"(analyser {
  samples = "drum.x_light", range = { mole_percent(0), mole_percent(100) },
  delay = minutes(6), budget = 8, noise = mole_percent(0.2),
  says = { en = "Gas chromatograph on the distillate", zh = "馏出液气相色谱" },
})"));
  words.push_back(instrument(
      "hydrometer",
      {
          {"samples", Takes::name, "signal of the plant", true, "", "The density it measures."},
          {"temperature", Takes::name, "signal of the plant", true, "", "The temperature of that liquid."},
          {"range", Takes::same_range, "samples", true, "", "Ends of the scale."},
          {"resolution", Takes::same_difference, "samples", false, "0.5", "One division of the scale.", {}, 0.0},
          {"delay", Takes::quantity, "s", false, "60", "From drawing the sample to the reading.", {}, 0.0, 86400.0},
          {"budget", Takes::whole, "samples", false, "128", "How many samples a run has.", {}, 1, 128},
          {"noise", Takes::same_difference, "samples", false, "0", "Standard deviation of a reading.", {}, 0.0},
          {"bias",
           Takes::same_difference,
           "samples",
           false,
           "0",
           "Each student's hydrometer is wrong by a constant between minus and plus this.",
           {},
           0.0},
          kInstrumentSays,
      },
      "A glass hydrometer and a thermometer in a sample of product.",
      R"(hydrometer {
  samples = "drum.density", temperature = "drum.T",
  range = { kg_per_m3(750), kg_per_m3(1000) }, resolution = kg_per_m3(0.5), budget = 20,
  says = { en = "Density of the product", zh = "产品密度" },
})"));
}

void add_handles(std::vector<Word>& words) {
  words.push_back(
      {"valve",
       WordKind::handle,
       true,
       {},
       {},
       handle_fields("10", "moves",
                     "Where it stands at the start; if left out where a unit's setting puts it, else shut."),
       "A valve the student sets; it travels at its own speed.",
       R"(valve {
  moves = "cooling_water.valve", start = percent(0), stroke = seconds(10),
  says = { en = "Cooling water valve", zh = "冷却水阀" },
})"});
  words.push_back(
      {"hand_station",
       WordKind::handle,
       true,
       {},
       {},
       handle_fields("0", "moves",
                     "Its value at the start; if left out where a unit's setting puts it, else the low end."),
       "A value the student sets: heater power, pump speed, reflux ratio.",
       R"(hand_station {
  moves = "kettle.power", range = { kW(0), kW(3) }, start = kW(0),
  says = { en = "Heater", zh = "加热器" },
})"});
  words.push_back({"switch",
                   WordKind::handle,
                   true,
                   {},
                   {},
                   handle_fields("0", "1", "on or off; off if left out."),
                   "A switch the student turns on and off.",
                   R"(switch {
  moves = "feed_tank.pump", start = off,
  says = { en = "Feed pump", zh = "进料泵" },
})"});
}

void add_safeguards(std::vector<Word>& words) {
  words.push_back(
      {"interlock",
       WordKind::interlock,
       true,
       {},
       {},
       {
           {"when", Takes::word, "", true, "", "Condition on tags that trips it.", {WordKind::condition}},
           {"delay", Takes::quantity, "s", false, "0", "How long the condition must hold first.", {}, 0.0, 3600.0},
           {"votes",
            Takes::whole,
            "",
            false,
            "1",
            "How many conditions of an any_of must hold together for the delay: 2 of three is 2oo3.",
            {},
            1,
            8},
           {"failed", Takes::choice, "as_read|trips|abstains", false, "as_read",
            "What becomes of the vote of a condition whose instrument has failed and says so: by its reading, which "
            "stands at an end of its range; for the trip (2oo3 becomes 1oo2); or left out (2oo3 becomes 2oo2, then "
            "1oo1, "
            "and none left trips)."},
           {"forces", Takes::targets, "", true, "", "Handles or inputs, and the value each is held at."},
           {"latched", Takes::boolean, "", false, "true", "Stays tripped until reset by hand."},
           {"may_be_bypassed", Takes::boolean, "", false, "false", "The student has a key for it."},
           {"says", Takes::text, "", true, "", "What it protects."},
       },
       "A safeguard that takes a handle out of the student's hand.",
       R"(interlock {
  when = below("LT-101", percent(15)), delay = seconds(2), forces = { ["HIC-101"] = kW(0) },
  says = { en = "Heater off at low level", zh = "低液位停加热" },
})"});
  words.push_back(
      {"alarm",
       WordKind::alarm,
       true,
       {},
       {},
       {
           {"on", Takes::word, "", true, "", "above(...) or below(...) on an instrument.", {WordKind::condition}},
           {"deadband", Takes::same_difference, "on", false, "0", "How far the reading must come back.", {}, 0.0},
           {"delay", Takes::quantity, "s", false, "0", "How long the limit must be passed first.", {}, 0.0, 3600.0},
           {"priority", Takes::choice, "low|medium|high|critical", true, "", "How soon the student must act."},
           {"says", Takes::text, "", true, "", "What is wrong."},
           {"response", Takes::text, "", true, "", "What to do."},
       },
       "A limit that calls the student, with the states of ISA-18.2.",
       R"(alarm {
  on = above("PDT-120", mbar(60)), deadband = mbar(3), delay = seconds(5), priority = "high",
  says = { en = "Column pressure drop high", zh = "全塔压降高" },
  response = { en = "Lower the heater power.", zh = "降低加热功率。" },
})"});
}

void add_sampling(std::vector<Word>& words) {
  words.push_back(
      {"sample_point",
       WordKind::sample_point,
       true,
       {},
       {},
       {
           {"of", Takes::name, "unit with a sampling valve", true, "",
            "Whose liquid is drawn: a unit that has an input UNIT.sample, such as a `sample_valve`."},
           {"stands", Takes::settings, "", false, "",
            "What stands in the dead line at the start: a mole fraction of each species; left out, what the vessel "
            "holds then, nothing if it is empty."},
           {"dead_volume",
            Takes::quantity,
            "m^3",
            false,
            "2e-5",
            "Of the line from the vessel to the mouth; it holds what stood there last until it is purged.",
            {},
            1e-7,
            1e-2},
           {"cells",
            Takes::whole,
            "",
            false,
            "1",
            "How the line mixes: 1 well mixed, many a plug that the purge pushes out.",
            {},
            1,
            50},
           {"flow", Takes::quantity, "m^3/s", false, "2e-6", "While a sample is drawn.", {}, 1e-8, 1e-4},
           {"cooled_to",
            Takes::quantity,
            "K",
            false,
            "",
            "By a cooler in the line; left out, the sample comes as hot as it is.",
            {},
            250.0,
            400.0},
           {"says", Takes::text, "", true, "", "What is sampled."},
       },
       "A point where samples are drawn. What is purged and what is taken leaves the plant.",
       R"(sample_point {
  of = "drum", dead_volume = mL(20), flow = mL_per_min(120), cooled_to = celsius(25),
  stands = { methanol = mole_percent(60), water = mole_percent(40) },
  says = { en = "Distillate, behind the reflux pump", zh = "馏出液（回流泵后）" },
})"});
}

}  // namespace

void add_plant_words(std::vector<Word>& words) {
  words.push_back(
      {"plant",
       WordKind::document,
       true,
       {},
       {},
       {
           {"format", Takes::whole, "", true, "", "Version of this format: 1.", {}, 1, 1},
           {"id", Takes::name, "the plant", true, "", "Short name, equal to the file's name."},
           {"title", Takes::text, "", true, "", "Name for people."},
           {"flowsheet", Takes::name, "flowsheet of the catalogue", false, "",
            "What is built; a plant without it spells out `species`, `units` and `connections`."},
           {"parameters", Takes::settings, "", false, "", "Settings of the flowsheet that differ from its own."},
           {"species", Takes::names, "name of a compound", false, "", "What flows through the units."},
           {"liquid", Takes::name, "model of the liquid", false, "ideal",
            "How liquids and their vapour are computed: the activities by ideal, nrtl, wilson, uniquac or unifac under "
            "an ideal gas, or both phases by an equation of state, peng_robinson or srk."},
           {"reactions", Takes::names, "reaction", false, "",
            "What reacts in the liquid of its reactors: \"A + B -> C; k = 1 L/mol/s, Ea = 50 kJ/mol\"."},
           {"gas_reactions", Takes::names, "reaction", false, "", "What reacts in the gas of its packed beds."},
           {"units", Takes::entries, "", false, "", "What the plant is made of.", {WordKind::equipment}},
           {"connections", Takes::words, "", false, "", "What is joined to what.", {WordKind::connection}},
           {"operation", Takes::choice, "continuous|batch|start_up", false, "continuous",
            "How a steady state is looked for. A batch has none. With start_up inputs held from the cold start do not "
            "lead there: the first of the plant's `sequences` is run to its end, and then its controllers bring it to "
            "rest."},
           {"rest", Takes::targets, "", false, "",
            "The steady state that `stillhouse plant` shows: inputs or handles with the value that each is held at, "
            "and controllers with the set point that each keeps in automatic. Any other input stands as at the start."},
           {"instruments", Takes::entries, "", true, "", "What the student sees.", {WordKind::instrument}},
           {"handles", Takes::entries, "", true, "", "What the student moves.", {WordKind::handle}},
           {"controllers", Takes::entries, "", false, "", "What moves by itself.", {WordKind::controller}},
           {"sequences", Takes::entries, "", false, "", "Procedures that run by themselves.", {WordKind::sequence}},
           {"interlocks", Takes::entries, "", false, "", "What protects the plant.", {WordKind::interlock}},
           {"alarms", Takes::entries, "", false, "", "What calls the student.", {WordKind::alarm}},
           {"sample_points", Takes::entries, "", false, "", "Where samples are drawn.", {WordKind::sample_point}},
           {"layout", Takes::names, "row of units", false, "",
            "The picture as a map: a row of places in each string, with the names of units and . for an empty place, "
            "such as \"F-1  T-1  .\", \".  T-1  E-1\". A column or vessel whose name is repeated downwards is drawn "
            "tall, "
            "with its tags beside it; one that is repeated across has more room for the tags beneath it. Left out, the "
            "picture "
            "finds places itself; a plant of the catalogue has a picture of its own."},
       },
       "A flowsheet with its instruments and handles; `return plant { ... }` is a plant file (labs/plants).",
       R"(plant {
  format = 1, id = "pilot_column",
  title = { en = "Pilot distillation column", zh = "中试精馏塔" },
  flowsheet = "pilot_column",
  parameters = { trays = 12, mixture = "methanol_water" },
  instruments = {
    ["TI-112"] = thermocouple { reads = "tray_12.T", range = { celsius(0), celsius(150) },
                                says = { en = "Top tray", zh = "塔顶塔板" } },
  },
  handles = {
    ["HIC-101"] = hand_station { moves = "kettle.power", says = { en = "Heater", zh = "加热器" } },
  },
  rest = { ["HIC-101"] = kW(2), ["cooling_water.valve"] = percent(60), ["drum.vent"] = percent(100) },
})"});
  add_instruments(words);
  add_handles(words);
  add_control_words(words);
  add_safeguards(words);
  add_sampling(words);
}

}  // namespace stillhouse::scenario
