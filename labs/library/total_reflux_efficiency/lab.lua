-- Overall efficiency of the pilot column at total reflux, by refractometer and Fenske. Each student has other trays and
-- another charge. Methanol-water: its refractive index has a maximum, so that one reading has two compositions.
-- Relative volatility: ln a = 2.036 - 1.57 x near the kettle, 1.5975 - 0.72 x near the top, within 0.5 % of the model's
-- equilibrium at 101325 Pa for x = 0.12..0.30 and 0.88..0.99. Tags and units: labs/plants/pilot_column.lua.
return lab {
  format = 1, id = "total_reflux_efficiency", seed = 2306,
  title = { en = "Total-reflux efficiency by refractometer", zh = "全回流塔效率（折射仪法）" },
  course = "chemical_engineering_laboratory", level = "bachelor_2",
  learns = {
    en = "To find what trays are worth: operate at total reflux, take samples that are what the column holds, calibrate a refractometer where its scale has two answers, use Fenske's equation, and carry the uncertainties through to an efficiency.",
    zh = "学会测定塔板效率：全回流操作，取得有代表性的样品，在一个读数对应两种组成的区间标定折射仪，应用芬斯克方程，并将不确定度传递到全塔效率。",
  },
  duration = hours(4),
  mode = "practice",
  plant = use_plant "pilot_column" { mixture = "methanol_water", trays = 12, feed_tray = 6, efficiency = fraction(0.36) },
  start = snapshot "cold_and_empty",

  student_variation = {
    efficiency = plus_minus(fraction(0.05), { within = { fraction(0.3), fraction(0.42) } }),
    charge_x_light = plus_minus(mole_percent(2.5)),
    heat_loss = plus_minus(fraction(0.2), { within = { fraction(0.6), fraction(1.4) } }),
  },

  -- what the course before left in the lines
  sample_points = {
    ["SP-101"] = sample_point { of = "kettle", dead_volume = mL(25), flow = mL_per_min(120), cooled_to = celsius(25),
      stands = { methanol = mole_percent(4), water = mole_percent(96) },
      says = { en = "Kettle liquid, cooled", zh = "塔釜液取样（经冷却）" } },
    ["SP-140"] = sample_point { of = "drum", dead_volume = mL(20), flow = mL_per_min(120), cooled_to = celsius(25),
      stands = { methanol = mole_percent(70), water = mole_percent(30) },
      says = { en = "Distillate behind the reflux pump, cooled", zh = "回流泵后馏出液取样（经冷却）" } },
  },

  bench = bench {
    instruments = {
      ["RI-1"] = instrument { kind = "refractometer",
        method = { temperature = celsius(20), offset = 0.0007, noise = 0.0001, division = 0.0001, readings = 3, wait = seconds(60) },
        student_variation = { offset = plus_minus(0.0004) },
        may_change = { "readings", "wait" }, limits = { readings = from_to(1, 40) }, queue = 20,
        says = { en = "Abbe refractometer at 20 °C", zh = "阿贝折射仪（20 °C）" } },
    },
    shelf = {
      methanol = bottle { holds = { methanol = mass_percent(99.9), water = "rest" }, tolerance = percent(0.05), volume = litres(0.5),
        says = { en = "Methanol, 99.9 wt%", zh = "甲醇，99.9 wt%" } },
      water = bottle { holds = { water = mass_percent(100) }, volume = litres(2), says = { en = "Water", zh = "纯水" } },
    },
    glass = "A", balance = mg(1),
  },

  tasks = {
    task { id = "open", says = { en = "Open the vent HV-132 and the cooling water HV-400 before you heat.", zh = "加热之前打开放空阀 HV-132 和冷却水阀 HV-400。" },
      done = all_of { above("HV-132", percent(90)), above("FI-400", kg_per_h(100)) }, within = minutes(10) },
    task { id = "heat", says = { en = "Heat: JI-101 above 1.5 kW.", zh = "加热：JI-101 高于 1.5 kW。" }, after = { "open" },
      done = above("JI-101", kW(1.5)), within = minutes(10) },
    task { id = "reflux", says = { en = "When the drum holds liquid, put LIC-130 into automatic: all the condensate goes back.", zh = "回流罐有液位后将 LIC-130 投自动，冷凝液全部回流。" },
      after = { "heat" }, done = all_of { mode_is("LIC-130", "auto"), above("FI-130", litres_per_hour(3)), below("HIC-140", percent(1)) }, within = minutes(70) },
    task { id = "settle", says = { en = "Hold total reflux below flooding until TI-103 and TI-110 stand still for 10 minutes.", zh = "在液泛以下保持全回流，直至 TI-103 与 TI-110 稳定 10 分钟。" },
      after = { "reflux" }, within = minutes(90),
      done = all_of { between("JI-101", kW(1.5), kW(2.4)), below("HIC-140", percent(1)), steady("TI-103", delta_K(1.2), minutes(10)), steady("TI-110", delta_K(1.2), minutes(10)) } },
    task { id = "samples", says = { en = "Draw a sample at SP-140 and one at SP-101.", zh = "在 SP-140 与 SP-101 各取一个样品。" },
      after = { "settle" }, start = completed("settle"), done = all_of { drawn("SP-140"), drawn("SP-101") }, within = minutes(80) },
    task { id = "analyse", says = { en = "Read at least six indices: standards and samples.", zh = "至少测定六个折射率：标准溶液与样品。" },
      done = analysed("RI-1", { times = 6 }), within = hours(3.5) },
    task { id = "report", says = { en = "Answer while the column still runs at total reflux.", zh = "在塔仍处于全回流时作答。" },
      after = { "samples", "analyse" }, done = all_of { answered("x_D"), answered("x_B"), answered("efficiency") }, within = hours(2) },
  },

  questions = {
    question { id = "x_D", unit = "mol%", says = { en = "Methanol in the distillate", zh = "馏出液中甲醇的含量" },
      truth = "signal('drum.x_light', 'mol%')", error = "absolute", full = mole_percent(0.5), none = mole_percent(3), wants_uncertainty = true },
    question { id = "x_B", unit = "mol%", says = { en = "Methanol in the kettle", zh = "塔釜液中甲醇的含量" },
      truth = "signal('kettle.x_light', 'mol%')", error = "absolute", full = mole_percent(0.8), none = mole_percent(4), wants_uncertainty = true },
    question { id = "efficiency", unit = "%", says = { en = "Overall efficiency of the 12 trays by Fenske, the kettle being one stage", zh = "由 Fenske 方程求 12 块塔板的全塔效率（塔釜为一个理论级）" },
      truth = [[100 / 12 * (ln(signal('drum.x_light', 'mol/mol') / (1 - signal('drum.x_light', 'mol/mol'))
        * (1 - signal('kettle.x_light', 'mol/mol')) / signal('kettle.x_light', 'mol/mol'))
        / (1.8168 - 0.785 * signal('kettle.x_light', 'mol/mol') - 0.36 * signal('drum.x_light', 'mol/mol')) - 1)]],
      error = "absolute", full = percent(1), none = percent(5), wants_uncertainty = true },
  },

  -- 100 points are computed; the notebook waits for a person
  rubric = rubric { total = 110,
    points(25, { en = "Procedure", zh = "操作" }, steps { "open", "heat", "reflux", "settle", "samples", "analyse", "report" }),
    points(70, { en = "Answers against the truth of the column", zh = "答案与塔内真实值的比较" },
      answers { "x_D", "x_B", weighted("efficiency", 2), honesty = percent(20) }),
    points(5, { en = "Alarms acknowledged", zh = "报警确认" }, alarm_response { priority = "medium", full = minutes(1), none = minutes(5), requires = completed("heat") }),
    by_person(10, { en = "Notebook", zh = "实验记录" },
      { en = "Was it written down when it was seen: how the column was known to have settled, how much was purged, which standards were read, on which branch of the refractive index each sample lies and why, and how the uncertainties were carried through to the efficiency?",
        zh = "是否及时记录：依据什么判断塔已稳定、置换了多少体积、测定了哪些标准溶液、各样品位于折射率的哪个分支及理由，以及如何将不确定度传递到全塔效率？" },
      { id = "notebook" }),
    deduction(3, { en = "Column left flooded", zh = "液泛未处理" }, sustained(minutes(2), above("kettle.column_dp", mbar(26))), { per = minutes(2), most = 9 }),
    deduction(3, { en = "Heater on without cooling water", zh = "无冷却水时加热" },
      sustained(minutes(1), all_of { above("kettle.heating", kW(0.5)), below("cooling_water.valve_position", percent(10)) }), { per = minutes(2), most = 9 }),
    abort({ en = "Heating element burnt out", zh = "加热元件烧毁" }, above("kettle.T_heater", celsius(220)), { at_most = 40 }),
  },
  notes = { en = "What stands in a sampling line is what the course before left there.", zh = "取样管中存留的是上一组实验的液体。" },
}
