-- Method development on a C18 column: eight aromatics parted under a pressure that pump and column bear. What a run is
-- judged by is the last chromatogram of the mixture.
return lab {
  format = 1, id = "eight_solutes_hplc", seed = 2008,
  title = { en = "HPLC: eight solutes under a pressure limit", zh = "高效液相色谱：压力限制下分离八种组分" },
  course = "industrial_analysis", level = "bachelor_3",
  learns = {
    en = "To develop a method of liquid chromatography within limits of pressure: gradient, temperature, column and particle size against resolution and cycle time, and to quantify with standards from the chromatogram that one has got.",
    zh = "学会在压力限制下建立液相色谱方法：在分离度与分析周期之间权衡梯度、温度、色谱柱与粒径，并用标准品对所得色谱图定量。",
  },
  duration = minutes(420), mode = "practice",

  plant = use_plant "laboratory" {},

  notes = {
    en = "The bottle mixture holds benzyl alcohol, phenol, 3-phenylpropanol, p-chlorophenol, acetophenone, nitrobenzene, methyl benzoate and toluene in water. Find a method, isocratic or with a gradient, that parts all eight with a resolution of at least 1.5 in the shortest time until the next injection, and determine three of them. The pump trips at 400 bar; the column bears 600 bar and 90 °C. Your last chromatogram of the mixture counts.",
    zh = "瓶 mixture 为苯甲醇、苯酚、3-苯丙醇、对氯苯酚、苯乙酮、硝基苯、苯甲酸甲酯和甲苯的水溶液。请建立等度或梯度方法，使八种组分的分离度均不低于 1.5，且到下一次进样的时间最短，并测定其中三种的含量。泵在 400 bar 跳停；色谱柱可承受 600 bar 和 90 °C。以最后一次 mixture 的色谱图为准。",
  },

  bench = bench {
    instruments = {
      LC = instrument { kind = "liquid_chromatograph",
        method = { organic_start = percent(60), run_time = minutes(10), flow = mL_per_min(1), oven = celsius(30),
                   column_length = mm(100), particle = um(3), pressure_limit = bar(400) },
        may_change = { "organic_start", "organic_end", "gradient_begin", "gradient_time", "run_time", "flow", "oven",
                       "column_length", "particle", "injection", "wavelength", "modifier", "pressure_limit", "data_rate",
                       "peak_width", "threshold", "lamp" },
        limits = { flow = from_to(mL_per_min(0.1), mL_per_min(5)), oven = from_to(celsius(20), celsius(110)),
                   column_length = from_to(mm(50), mm(250)), particle = from_to(um(1.8), um(10)),
                   pressure_limit = from_to(bar(50), bar(1000)), injection = from_to(uL(1), uL(100)) },
        says = { en = "Liquid chromatograph, C18, water with acetonitrile or methanol", zh = "液相色谱仪，C18 柱，水-乙腈或水-甲醇" } },
    },
    shelf = {
      mixture = bottle { holds = { ["benzyl alcohol"] = mg_per_L(60), phenol = mg_per_L(40), ["3-phenylpropanol"] = mg_per_L(50),
                                   ["p-chlorophenol"] = mg_per_L(35), acetophenone = mg_per_L(45), nitrobenzene = mg_per_L(40),
                                   ["methyl benzoate"] = mg_per_L(50), toluene = mg_per_L(55) },
        secret = true, varies = percent(25), volume = mL(100), says = { en = "The mixture", zh = "混合样" } },
      standard = bottle { holds = { ["benzyl alcohol"] = mg_per_L(100), phenol = mg_per_L(100), ["3-phenylpropanol"] = mg_per_L(100),
                                    ["p-chlorophenol"] = mg_per_L(100), acetophenone = mg_per_L(100), nitrobenzene = mg_per_L(100),
                                    ["methyl benzoate"] = mg_per_L(100), toluene = mg_per_L(100) },
        tolerance = percent(0.5), volume = mL(500), says = { en = "Standard, 100 mg/L of each", zh = "混合标准溶液，各 100 mg/L" } },
      ["benzyl-alcohol"] = bottle { holds = { ["benzyl alcohol"] = mg_per_L(100) }, volume = mL(100), says = { en = "Benzyl alcohol alone", zh = "苯甲醇单标" } },
      phenol = bottle { holds = { phenol = mg_per_L(100) }, volume = mL(100), says = { en = "Phenol alone", zh = "苯酚单标" } },
      ["3-phenylpropanol"] = bottle { holds = { ["3-phenylpropanol"] = mg_per_L(100) }, volume = mL(100), says = { en = "3-Phenylpropanol alone", zh = "3-苯丙醇单标" } },
      ["p-chlorophenol"] = bottle { holds = { ["p-chlorophenol"] = mg_per_L(100) }, volume = mL(100), says = { en = "p-Chlorophenol alone", zh = "对氯苯酚单标" } },
      acetophenone = bottle { holds = { acetophenone = mg_per_L(100) }, volume = mL(100), says = { en = "Acetophenone alone", zh = "苯乙酮单标" } },
      nitrobenzene = bottle { holds = { nitrobenzene = mg_per_L(100) }, volume = mL(100), says = { en = "Nitrobenzene alone", zh = "硝基苯单标" } },
      ["methyl-benzoate"] = bottle { holds = { ["methyl benzoate"] = mg_per_L(100) }, volume = mL(100), says = { en = "Methyl benzoate alone", zh = "苯甲酸甲酯单标" } },
      toluene = bottle { holds = { toluene = mg_per_L(100) }, volume = mL(100), says = { en = "Toluene alone", zh = "甲苯单标" } },
      water = bottle { holds = { water = mass_percent(100) }, volume = litres(5), says = { en = "Water", zh = "水" } },
    },
    money = 150,
  },

  questions = {
    question { id = "p-chlorophenol", says = { en = "p-Chlorophenol in the mixture", zh = "混合样中对氯苯酚的浓度" }, unit = "mg/L",
      truth = "content('mixture', 'p-chlorophenol', 'mg/L')", full = percent(2), none = percent(8), wants_uncertainty = true },
    question { id = "acetophenone", says = { en = "Acetophenone in the mixture", zh = "混合样中苯乙酮的浓度" }, unit = "mg/L",
      truth = "content('mixture', 'acetophenone', 'mg/L')", full = percent(2), none = percent(8), wants_uncertainty = true },
    question { id = "toluene", says = { en = "Toluene in the mixture", zh = "混合样中甲苯的浓度" }, unit = "mg/L",
      truth = "content('mixture', 'toluene', 'mg/L')", full = percent(2), none = percent(8), wants_uncertainty = true },
  },

  tasks = {
    task { id = "identify", says = { en = "Inject p-chlorophenol, acetophenone and toluene alone, so that you know their peaks.", zh = "分别进样对氯苯酚、苯乙酮和甲苯单标，确认其峰。" },
      done = all_of { analysed("LC", { sample = "p-chlorophenol" }), analysed("LC", { sample = "acetophenone" }), analysed("LC", { sample = "toluene" }) },
      hint = hint { says = { en = "p-Chlorophenol and acetophenone are the critical pair. Their order hardly depends on the share of acetonitrile, but much on the temperature.", zh = "对氯苯酚与苯乙酮是关键对；其间距随乙腈比例变化很小，随温度变化很大。" }, price = 3 } },
    task { id = "calibrate", says = { en = "Prepare and inject at least three dilutions of the standard.", zh = "配制并进样至少三个浓度的标准溶液。" },
      done = all_of { above("bench.prepared", 2.5), above("LC.count", 5.5) } },
    task { id = "repeat", says = { en = "Inject the mixture at least three times in all.", zh = "混合样总共至少进样三次。" },
      done = analysed("LC", { sample = "mixture", times = 3 }) },
    task { id = "report", says = { en = "Answer the three questions, each with its standard uncertainty.", zh = "回答三个问题，并给出标准不确定度。" }, after = { "repeat" },
      done = all_of { answered("p-chlorophenol"), answered("acetophenone"), answered("toluene") } },
  },

  rubric = rubric { total = 100,
    points(36, { en = "Contents with their uncertainty", zh = "含量及其不确定度" },
      answers { "p-chlorophenol", "acetophenone", "toluene" }),
    points(25, { en = "Resolution of the worst pair in the last chromatogram", zh = "最后一张色谱图中最差一对的分离度" },
      final_value { "LC[mixture].truth.least_resolution", full = 1.5, none = 0.8 }),
    points(20, { en = "Time until the next injection, once all eight are parted", zh = "八组分均分离时到下一次进样的时间" },
      final_value { "LC[mixture].duration", full = minutes(10), none = minutes(30),
        requires = above("LC[mixture].truth.least_resolution", 1.4) }),
    points(12, { en = "Identified, calibrated, repeated, reported", zh = "定性、校准、重复与报告" },
      steps { "identify", "calibrate", "repeat", "report" }),
    points(7, { en = "Cost of the analyses", zh = "分析费用" },
      final_value { "bench.cost", full = 60, none = 120, requires = completed("report") }),

    deduction(15, { en = "The column was harmed", zh = "色谱柱受损" }, above("bench.damage", 0.5)),
    deduction(10, { en = "The column was harmed again", zh = "色谱柱再次受损" }, above("bench.damage", 1.5)),
    deduction(4, { en = "The pump tripped, or another analysis failed", zh = "泵跳停或其他分析失败" }, above("bench.faults", 0.5)),
    deduction(4, { en = "More analyses failed", zh = "又有分析失败" }, above("bench.faults", 1.5)),
  },
}
