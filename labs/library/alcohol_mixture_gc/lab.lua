-- An unknown mixture of alcohols: identified by retention times, measured by calibration with an internal standard.
local standard = { en = "Standard, p.a.", zh = "标准品，分析纯" }

return lab {
  format = 1, id = "alcohol_mixture_gc", seed = 4207,
  title = { en = "Gas chromatography: an unknown mixture of alcohols", zh = "气相色谱：未知醇混合物的定性与定量" },
  course = "industrial_analysis", level = "bachelor_2",
  learns = {
    en = "To identify substances by retention times, calibrate with an internal standard because areas are no masses, and state a result with an uncertainty that holds.",
    zh = "学会以保留时间定性，用内标法校正定量（峰面积并不等于质量），并给出可靠的不确定度。",
  },
  duration = hours(5), mode = "practice",

  plant = use_plant "laboratory" {},
  student_variation = { ["F-1.T"] = plus_minus(delta_K(2), { within = { celsius(12), celsius(19) } }) },

  notes = {
    en = "The bottle \"unknown\" holds some of these alcohols: methanol, ethanol, 1-propanol, 2-methyl-1-propanol, 1-butanol. Say how much of each, in mass percent, with its standard uncertainty. 1-Pentanol is not in it and serves as internal standard. Name the solution of the unknown U1. The method that you find on the instrument is not a good one. Put the bath to 20 °C before you use volumetric glass.",
    zh = "“unknown”瓶中含有下列醇中的几种：甲醇、乙醇、1-丙醇、2-甲基-1-丙醇、1-丁醇。请给出各组分的质量分数及其标准不确定度。其中不含 1-戊醇，可用作内标。未知样的溶液请命名为 U1。仪器上现有的方法并不合适。使用量器之前请将水浴调到 20 °C。",
  },

  bench = bench {
    instruments = {
      GC = instrument { kind = "gas_chromatograph",
        method = { phase = "wax", length = m(30), diameter = mm(0.25), film = um(0.25), pressure = kPa(100), split = 50, volume = uL(1),
          oven = celsius(50), hold = minutes(2), ramp1 = K_per_min(10), oven1 = celsius(120), hold1 = minutes(1) },
        student_variation = { length = plus_minus(m(0.3)), film = plus_minus(um(0.01)) },
        may_change = { "oven", "hold", "ramp1", "oven1", "hold1", "split", "volume", "pressure", "inlet", "run_time", "peak_width", "threshold", "integrate_from", "valley", "skim_ratio" },
        limits = { oven = from_to(celsius(35), celsius(280)) },
        price = 3, carry_over = percent(0.05), queue = 20,
        says = { en = "Gas chromatograph, wax column, flame ionisation", zh = "气相色谱仪（蜡柱，氢火焰检测器）" } },
    },
    shelf = {
      unknown = bottle { holds = { methanol = mass_percent(18), ethanol = mass_percent(36), ["1-propanol"] = mass_percent(16), ["1-butanol"] = mass_percent(30) },
        secret = true, varies = percent(25), volume = mL(50), says = { en = "The unknown", zh = "未知样" } },
      methanol = bottle { holds = { methanol = mass_percent(99.8), water = "rest" }, tolerance = percent(0.1), says = standard },
      ethanol = bottle { holds = { ethanol = mass_percent(99.5), water = "rest" }, tolerance = percent(0.2), says = standard },
      ["1-propanol"] = bottle { holds = { ["1-propanol"] = mass_percent(99.5), water = "rest" }, tolerance = percent(0.2), says = standard },
      ["2-methyl-1-propanol"] = bottle { holds = { ["2-methyl-1-propanol"] = mass_percent(99), water = "rest" }, tolerance = percent(0.3), says = standard },
      ["1-butanol"] = bottle { holds = { ["1-butanol"] = mass_percent(99.5), water = "rest" }, tolerance = percent(0.2), says = standard },
      ["1-pentanol"] = bottle { holds = { ["1-pentanol"] = mass_percent(99), water = "rest" }, tolerance = percent(0.3), says = { en = "Internal standard", zh = "内标" } },
      water = bottle { holds = { water = mass_percent(100) }, volume = litres(5), says = { en = "Solvent", zh = "溶剂" } },
    },
    glass = "A", balance = mg(0.1), temperature_signal = "TK-1.T", money = 200,
  },

  questions = {
    question { id = "methanol", says = { en = "Mass percent of methanol in the unknown", zh = "未知样中甲醇的质量分数" }, unit = "wt%",
      truth = "content('unknown', 'methanol', 'wt%')", full = percent(1.5), none = percent(8), wants_uncertainty = true },
    question { id = "ethanol", says = { en = "Mass percent of ethanol in the unknown", zh = "未知样中乙醇的质量分数" }, unit = "wt%",
      truth = "content('unknown', 'ethanol', 'wt%')", full = percent(1.5), none = percent(8), wants_uncertainty = true },
    question { id = "1-propanol", says = { en = "Mass percent of 1-propanol in the unknown", zh = "未知样中 1-丙醇的质量分数" }, unit = "wt%",
      truth = "content('unknown', '1-propanol', 'wt%')", full = percent(1.5), none = percent(8), wants_uncertainty = true },
    question { id = "2-methyl-1-propanol", says = { en = "Mass percent of 2-methyl-1-propanol in the unknown", zh = "未知样中 2-甲基-1-丙醇的质量分数" }, unit = "wt%",
      truth = "content('unknown', '2-methyl-1-propanol', 'wt%')", error = "absolute", full = mass_percent(0.3), none = mass_percent(2) },
    question { id = "1-butanol", says = { en = "Mass percent of 1-butanol in the unknown", zh = "未知样中 1-丁醇的质量分数" }, unit = "wt%",
      truth = "content('unknown', '1-butanol', 'wt%')", full = percent(1.5), none = percent(8), wants_uncertainty = true },
  },

  tasks = {
    task { id = "bath", says = { en = "Bring the bath to 20 °C with TIC-1 in automatic.", zh = "将 TIC-1 投自动，使水浴达到 20 °C。" },
      done = all_of { mode_is("TIC-1", "auto"), sustained(minutes(1), between("TI-1", celsius(19), celsius(21))) }, within = minutes(30) },
    task { id = "standards", says = { en = "Prepare a standard of each alcohol or of all of them, and the unknown with its internal standard.", zh = "配制各醇（或混合）标准溶液，以及加有内标的未知样溶液。" },
      after = { "bath" }, done = above("bench.prepared", 2.5) },
    task { id = "resolve", says = { en = "Find a method that parts all peaks of U1: resolution of 1.5 at least, no fault.", zh = "选定能将 U1 各峰分开的方法：分离度不低于 1.5，且无故障。" },
      done = all_of { above("GC[U1].resolution_least", 1.5), above("GC[U1].parts", 3.5), below("GC[U1].faults", 0.5) },
      hint = hint { says = { en = "Isothermal at 80 to 90 °C, and not more than 0.5 uL: water makes a great deal of vapour.", zh = "80～90 °C 等温，进样不超过 0.5 uL：水汽化后体积很大。" }, price = 3 } },
    task { id = "repeat", says = { en = "Inject U1 three times at least.", zh = "U1 至少进样三次。" },
      done = analysed("GC", { sample = "U1", times = 3 }) },
    task { id = "answer", says = { en = "Answer all questions.", zh = "回答全部问题。" }, done = above("bench.answers", 4.5) },
  },

  rubric = rubric { total = 100,
    points(15, { en = "Procedure", zh = "操作步骤" }, steps { "bath", "standards", "resolve", "repeat" }),
    points(75, { en = "Composition of the unknown", zh = "未知样组成" },
      answers { "methanol", "ethanol", "1-propanol", "1-butanol", weighted("2-methyl-1-propanol", 0.5), honesty = percent(25) }),
    points(10, { en = "Cost of the analyses", zh = "分析费用" },
      final_value { "bench.cost", full = 90, none = 180, requires = all_of { analysed("GC", { sample = "U1", times = 2 }), above("bench.prepared", 2.5) } }),

    deduction(5, { en = "The instrument was harmed", zh = "仪器受损" }, above("bench.damage", 0.5)),
    deduction(3, { en = "A part was replaced", zh = "更换了部件" }, above("bench.replaced", 0.5)),
    deduction(2, { en = "An analysis failed", zh = "分析失败" }, above("bench.faults", 0.5)),
    deduction(4, { en = "More than two analyses failed", zh = "两次以上分析失败" }, above("bench.faults", 2.5)),
  },
}
