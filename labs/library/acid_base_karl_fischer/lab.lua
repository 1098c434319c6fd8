-- What is in the product of the hydrolysis reactor: acid by titration with sodium hydroxide, water by Karl Fischer. Each
-- answers what the other cannot: the titration counts an anhydride that has not reacted as the two acids that the flask
-- makes of it; the water, by what is missing of it, tells that there is some. The anhydride is technical, with more or
-- less acid in it: each student's own. Tags and units: labs/plants/hydrolysis_reactor.lua.
return lab {
  format = 1, id = "acid_base_karl_fischer", seed = 4711,
  title = { en = "Acid and water in a reactor's product", zh = "反应产物中酸与水的测定（酸碱滴定与卡尔·费休法）" },
  course = "industrial_analysis", level = "bachelor_2",
  learns = {
    en = "To standardise a titrant, choose an indicator, titrate to the drop and determine water by Karl Fischer; to see what each method counts and what it cannot see, and how the two together tell what neither tells alone.",
    zh = "学会标定滴定剂、选择指示剂、滴定至一滴之差，并用卡尔·费休法测水；理解每种方法测到什么、测不到什么，以及两种方法结合能得到单独一种得不到的结论。",
  },
  duration = hours(4),
  mode = "practice",
  plant = use_plant "hydrolysis_reactor" {
    ["R-300.x.water"] = mole_percent(88), ["R-300.x.acetic acid"] = mole_percent(12), ["R-300.T"] = celsius(50) },
  start = snapshot "cold_and_empty",

  initial = { ["F-200.x_acetic_acid"] = mole_fraction(0.25) },
  student_variation = {
    ["F-200.x_acetic_acid"] = plus_minus(mole_fraction(0.2), { within = { mole_fraction(0.05), mole_fraction(0.45) } }),
    ["F-200.F"] = plus_minus(mol_per_s(0.006)),
  },

  -- the line was rinsed with water after the last campaign
  sample_points = {
    ["SP-300"] = sample_point { of = "SV-300", dead_volume = mL(30), flow = mL_per_min(150), cooled_to = celsius(25),
      stands = { water = mole_percent(100) }, says = { en = "Reactor, cooled", zh = "反应釜取样（经冷却）" } },
  },

  bench = bench {
    instruments = {
      BUR = instrument { kind = "burette", queue = 20,
        method = { titrant = "sodium hydroxide", titrant_concentration = mol_per_L(0.1), titrant_factor = 0.943, water_added = mL(0), indicator = "phenolphthalein" },
        student_variation = { titrant_factor = plus_minus(0.015), burette_factor = plus_minus(0.001) },
        may_change = { "indicator", "rough", "drop", "parallax" }, says = { en = "Burette with sodium hydroxide, 0.1 mol/L by its label, some weeks old", zh = "碱式滴定管：氢氧化钠，标签 0.1 mol/L，已放置数周" } },
      KF = instrument { kind = "karl_fischer", queue = 20,
        method = { iodine = "volumetric", titre = mg_per_mL(5), titre_left = 0.91, drift = ug_per_min(20) },
        student_variation = { titre_left = plus_minus(0.03), drift = plus_minus(ug_per_min(5)) },
        may_change = { "drift_entered", "extraction", "stop_drift" }, says = { en = "Karl Fischer titrator, 5 mg/mL by its label", zh = "卡尔·费休滴定仪，标签滴定度 5 mg/mL" } },
    },
    shelf = {
      phthalate = bottle { holds = { ["potassium hydrogen phthalate"] = mass_percent(99.95), water = "rest" }, tolerance = percent(0.03), volume = mL(50),
        says = { en = "Potassium hydrogen phthalate, dried", zh = "邻苯二甲酸氢钾（已干燥）" } },
      tartrate = bottle { holds = { ["sodium tartrate dihydrate"] = mass_percent(100) }, tolerance = percent(0.05), volume = mL(20),
        says = { en = "Sodium tartrate dihydrate, 15.66 % of water", zh = "二水合酒石酸钠，含水 15.66 %" } },
      water = bottle { holds = { water = mass_percent(100) }, volume = litres(5), says = { en = "Water, boiled", zh = "煮沸过的纯水" } },
    },
    glass = "A", balance = mg(0.1),
  },

  tasks = {
    task { id = "control", says = { en = "Put TIC-300 into automatic at 55 to 58 °C.", zh = "将 TIC-300 投自动，设定 55～58 °C。" },
      done = all_of { mode_is("TIC-300", "auto"), between("TIC-300.setpoint", celsius(54.9), celsius(58.1)) }, within = minutes(10) },
    task { id = "standardize", says = { en = "Titrate the phthalate: what is the sodium hydroxide worth?", zh = "用邻苯二甲酸氢钾标定氢氧化钠。" },
      done = analysed("BUR", { times = 2 }), within = hours(2) },
    task { id = "titre", says = { en = "Titrate the tartrate: what is the Karl Fischer reagent worth?", zh = "用酒石酸钠标定卡尔·费休试剂。" },
      done = analysed("KF", { sample = "tartrate" }), within = hours(2) },
    task { id = "settle", says = { en = "Keep 55 to 58 °C for an hour, two and a half times the residence time.", zh = "保持 55～58 °C 一小时（约 2.5 倍停留时间）。" },
      after = { "control" }, done = sustained(minutes(60), between("TI-300", celsius(53.5), celsius(59.5))), within = hours(2) },
    task { id = "sample", says = { en = "Draw a sample at SP-300.", zh = "在 SP-300 取样。" }, after = { "settle" }, start = completed("settle"), done = drawn("SP-300"), within = minutes(30) },
    task { id = "report", says = { en = "Answer all questions while the reactor runs.", zh = "在反应器运行时回答全部问题。" }, after = { "sample", "standardize", "titre" },
      done = all_of { answered("naoh"), answered("acid"), answered("water") }, within = hours(2) },
  },

  questions = {
    question { id = "naoh", unit = "mol/L", says = { en = "What the sodium hydroxide really is", zh = "氢氧化钠的真实浓度" },
      truth = "0.1 * as_it_is('BUR', 'titrant_factor')", full = percent(0.5), none = percent(4), wants_uncertainty = true },
    question { id = "acid", unit = "wt%", says = { en = "Acid in the reactor, free and of what is left of the anhydride, as acetic acid", zh = "反应釜中总酸（含未反应酸酐折算），以乙酸计" },
      truth = [[100 * 60.052 * (signal('SV-300.sample_acetic_acid', 'mol/L') + 2 * signal('SV-300.sample_acetic_anhydride', 'mol/L'))
        / (60.052 * signal('SV-300.sample_acetic_acid', 'mol/L') + 102.089 * signal('SV-300.sample_acetic_anhydride', 'mol/L') + 18.015 * signal('SV-300.sample_water', 'mol/L'))]],
      full = percent(1), none = percent(6), wants_uncertainty = true },
    question { id = "water", unit = "wt%", says = { en = "Water in the reactor", zh = "反应釜中水的含量" },
      truth = [[100 * 18.015 * signal('SV-300.sample_water', 'mol/L')
        / (60.052 * signal('SV-300.sample_acetic_acid', 'mol/L') + 102.089 * signal('SV-300.sample_acetic_anhydride', 'mol/L') + 18.015 * signal('SV-300.sample_water', 'mol/L'))]],
      full = percent(1), none = percent(6), wants_uncertainty = true },
  },

  rubric = rubric { total = 100,
    points(25, { en = "Procedure", zh = "操作" }, steps { "control", "standardize", "titre", "settle", "sample", "report" }),
    points(75, { en = "Answers against the truth", zh = "答案与真实值的比较" }, answers { "naoh", weighted("acid", 2), weighted("water", 2), honesty = percent(20) }),
    deduction(3, { en = "End points missed, end points not reached", zh = "滴定过量或未达终点" }, above("bench.faults", 0.5), { most = 6 }),
  },
  notes = { en = "Labels say what bottles held when they were filled.", zh = "标签所示为装瓶时的数值。" },
}
