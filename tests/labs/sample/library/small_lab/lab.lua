local band = mole_percent(95)
local hot = above("TI-112", celsius(64))

return lab {
  format = 1,
  id = "small_lab",
  seed = 1707,
  title = { en = "Small lab", zh = "小实验" },
  course = "chemical_engineering",
  level = "bachelor_2",
  duration = minutes(90),
  mode = "exam",
  plant = use_plant "pilot_column" { trays = 10, mixture = "ethanol_water" },
  start = snapshot "cold_and_empty",
  initial = { ["feed.x"] = mole_percent(35), ["cooling_water.T"] = celsius(18) },
  student_variation = {
    murphree_efficiency = plus_minus(fraction(0.05), { within = { fraction(0.5), fraction(0.8) } }),
    ["cooling_water.T"] = plus_minus(delta_K(2)),
  },
  instruments = {
    ["FI-140"] = flow_meter {
      reads = "distillate.mass_flow", range = { kg_per_h(0), kg_per_h(20) },
      says = { en = "Distillate", zh = "馏出液" },
    },
    ["PDT-120"] = pressure_transmitter { -- replaces the plant's
      reads = "column.pressure_drop", range = { kPa(0), kPa(8) }, says = { en = "Pressure drop", zh = "压降" },
    },
  },

  tasks = {
    task {
      id = "cool",
      says = { en = "Open the cooling water.", zh = "打开冷却水。" },
      done = above("HIC-104", percent(50)),
      within = minutes(5),
      hint = hint { says = { en = "HIC-104", zh = "HIC-104" }, price = 1 },
    },
    task {
      id = "heat",
      says = { en = "Heat.", zh = "加热。" },
      after = { "cool" },
      start = above("HIC-101", kW(0.5)),
      done = all_of { hot, sustained(minutes(5), steady("TI-112", delta_K(2), minutes(3))) },
    },
    task {
      id = "draw",
      says = { en = "Draw.", zh = "采出。" },
      after = { "heat" },
      done = any_of {
        all_of { mode_is("LIC-101", "auto"), between("LIC-101.setpoint", percent(50), percent(70)),
                 sample_taken("AI-130"), acknowledged("all") },
        none_of { in_progress("heat"), tripped("I-101"), alarm_active("PDAH-120"), is_off("HS-105") },
      },
    },
  },

  faults = {
    fault {
      id = "sag", when = completed("heat"), after = minutes(5), lasts = minutes(15),
      does = { scale("cooling_water.flow", 0.4), ramp("cooling_water.T", celsius(32), minutes(10)),
               sensor_drift("TI-112", delta_K(-1.8), minutes(30)), sensor_fail("LT-101", "high"),
               sensor_burst("LT-101", percent(5)), disable_interlock("I-101"), handle_stuck("HIC-103") },
      reveal = { en = "Cooling water sagged.", zh = "冷却水下降。" },
    },
  },

  bench = bench {
    instruments = {
      GC = instrument { kind = "gas_chromatograph", method = { phase = "wax", oven = celsius(60) }, may_change = { "oven", "hold", "volume" },
        limits = { oven = from_to(celsius(40), celsius(200)) }, price = 3, carry_over = percent(0.1), queue = 5 },
    },
    shelf = {
      unknown = bottle { holds = { methanol = mass_percent(30), water = "rest" }, secret = true, varies = percent(20), volume = mL(50) },
      methanol = bottle { holds = { methanol = mass_percent(99.8), water = "rest" }, tolerance = percent(0.1) },
      water = bottle { holds = { water = mass_percent(100) }, volume = litres(2) },
    },
    glass = "B", balance = mg(1), temperature = celsius(21), temperature_signal = "distillate.T", money = 100,
  },
  questions = {
    question { id = "methanol", says = { en = "Methanol in the unknown", zh = "未知样中的甲醇" }, unit = "wt%",
      truth = "content('unknown', 'methanol', 'wt%')", full = percent(1), none = percent(6), wants_uncertainty = true, tries = 2 },
  },

  rubric = rubric {
    total = 100,
    points(40, { en = "Procedure", zh = "操作" }, steps { "cool", weighted("heat", 2), "draw", none = minutes(20) }),
    points(20, { en = "On specification", zh = "合格" },
           time_in_band { "distillate.x.methanol", above = band, during = "draw", at_least = minutes(10),
                          full = percent(90), none = percent(20) }, { id = "purity" }),
    points(10, { en = "Recovery", zh = "恢复" },
           recovery_time { "distillate.x.methanol", above = band, after_fault = "sag",
                           full = minutes(10), none = minutes(30) }),
    points(10, { en = "Energy", zh = "能耗" },
           ratio { of = "reboiler.duty", per = "distillate.mass_flow", full = MJ_per_kg(6), none = kWh_per_kg(5),
                   from = completed("heat"), to = after(minutes(80)) }),
    points(10, { en = "Alarms", zh = "报警" },
           alarm_response { priority = "medium", full = minutes(1), none = minutes(5), requires = completed("heat") }),
    points(5, { en = "Last quality", zh = "终点质量" },
           final_value { "distillate.x.methanol", full = mole_percent(97), none = mole_percent(80) }),
    points(5, { en = "Product", zh = "产量" }, total { "distillate.mass_flow", full = kg(2), none = g(500) }),
    points(0, { en = "Analyses", zh = "分析" }, answers { weighted("methanol", 2), honesty = percent(30), coverage = 2 }),
    points(0, { en = "Cost", zh = "费用" }, final_value { "bench.cost", full = 20, none = 80, requires = answered("methanol") }),
    points(0, { en = "Separation", zh = "分离" }, final_value { "GC[unknown].resolution_least", full = 1.5, none = 0.8 }),
    points(0, { en = "Length", zh = "时长" }, final_value { "GC.duration", full = minutes(5), none = minutes(20) }),
    deduction(2, { en = "Flooded", zh = "液泛" }, sustained(minutes(1), above("column.pressure_drop", mbar(80))),
              { per = minutes(1), most = 10 }),
    deduction(5, { en = "Fault made worse", zh = "扩大故障" }, all_of { fault_active("sag"), above("HIC-101", kW(2.9)) }),
    abort({ en = "Dry", zh = "烧干" }, below("reboiler.level", percent(2)), { at_most = 40 }),
  },
  notes = { en = [[Read the
handout first.]], zh = "先读讲义。" },
}
