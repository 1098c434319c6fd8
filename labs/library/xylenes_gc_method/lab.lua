-- Method development: four isomers of C8H10 parted in the shortest time. What a run is judged by is the last
-- chromatogram of the mixture; a student may try as much as time and money allow.
return lab {
  format = 1, id = "xylenes_gc_method", seed = 8106,
  title = { en = "Gas chromatography: a method for the xylenes", zh = "气相色谱：二甲苯异构体分离方法的建立" },
  course = "industrial_analysis", level = "bachelor_2",
  learns = {
    en = "To develop a method of gas chromatography: choose phase, column, carrier, temperature and amount by what they do to selectivity, plates and time, and know when a separation is good enough.",
    zh = "学会建立气相色谱方法：根据对选择性、塔板数和时间的影响选择固定相、色谱柱、载气、温度和进样量，并判断何时分离已足够好。",
  },
  duration = minutes(240), mode = "practice",

  plant = use_plant "laboratory" {},

  notes = {
    en = "The bottle mixture holds p-, m- and o-xylene and ethylbenzene and nothing else. Find a method that parts all four with a resolution of at least 1.5 in the shortest time until the next injection, and say how much there is of each. Your last chromatogram of the mixture counts. The instrument stands as the last user left it.",
    zh = "瓶 mixture 中只含对、间、邻二甲苯和乙苯。请建立一个方法，使四种组分的分离度均不低于 1.5，且到下一次进样的时间最短，并给出各组分含量。以最后一次 mixture 的色谱图为准。仪器保持上一位使用者的设定。",
  },

  bench = bench {
    instruments = {
      GC = instrument { kind = "gas_chromatograph",
        method = { phase = "5ms", carrier = "helium", pressure = kPa(100), oven = celsius(40), hold = minutes(1),
                   ramp1 = K_per_min(10), oven1 = celsius(200), hold1 = minutes(1), split = 50, volume = uL(1) },
        student_variation = { length = plus_minus(m(0.3)), film = plus_minus(um(0.01)) },
        may_change = { "phase", "length", "diameter", "film", "carrier", "control", "pressure", "flow", "inlet", "injection",
                       "split", "volume", "oven", "hold", "ramp1", "oven1", "hold1", "run_time", "detector",
                       "detector_temperature", "data_rate", "peak_width", "threshold", "valley" },
        limits = { length = from_to(m(10), m(60)), diameter = from_to(mm(0.1), mm(0.53)), film = from_to(um(0.1), um(1)),
                   pressure = from_to(kPa(0), kPa(400)), oven = from_to(celsius(35), celsius(300)) },
        says = { en = "Gas chromatograph; columns 5ms, wax and others", zh = "气相色谱仪；配有 5ms、wax 等色谱柱" } },
    },
    shelf = {
      mixture = bottle { holds = { ["p-xylene"] = mass_percent(22), ["m-xylene"] = mass_percent(42),
                                   ["o-xylene"] = mass_percent(20), ethylbenzene = mass_percent(16) },
        secret = true, varies = percent(25), volume = mL(50), says = { en = "Mixed xylenes from the plant", zh = "装置来的混合二甲苯" } },
      ["p-xylene"] = bottle { holds = { ["p-xylene"] = mass_percent(100) }, volume = mL(50), says = { en = "p-Xylene, pure", zh = "对二甲苯，纯" } },
      ["m-xylene"] = bottle { holds = { ["m-xylene"] = mass_percent(100) }, volume = mL(50), says = { en = "m-Xylene, pure", zh = "间二甲苯，纯" } },
      ["o-xylene"] = bottle { holds = { ["o-xylene"] = mass_percent(100) }, volume = mL(50), says = { en = "o-Xylene, pure", zh = "邻二甲苯，纯" } },
      ethylbenzene = bottle { holds = { ethylbenzene = mass_percent(100) }, volume = mL(50), says = { en = "Ethylbenzene, pure", zh = "乙苯，纯" } },
      hexane = bottle { holds = { ["n-hexane"] = mass_percent(100) }, volume = mL(500), says = { en = "n-Hexane, for dilution", zh = "正己烷，稀释用" } },
    },
    money = 150,
  },

  questions = {
    question { id = "p-xylene", says = { en = "p-Xylene in the mixture", zh = "混合物中对二甲苯的含量" }, unit = "wt%",
      truth = "content('mixture', 'p-xylene', 'wt%')", full = percent(2), none = percent(8) },
    question { id = "m-xylene", says = { en = "m-Xylene in the mixture", zh = "混合物中间二甲苯的含量" }, unit = "wt%",
      truth = "content('mixture', 'm-xylene', 'wt%')", full = percent(2), none = percent(8) },
    question { id = "o-xylene", says = { en = "o-Xylene in the mixture", zh = "混合物中邻二甲苯的含量" }, unit = "wt%",
      truth = "content('mixture', 'o-xylene', 'wt%')", full = percent(2), none = percent(8) },
    question { id = "ethylbenzene", says = { en = "Ethylbenzene in the mixture", zh = "混合物中乙苯的含量" }, unit = "wt%",
      truth = "content('mixture', 'ethylbenzene', 'wt%')", full = percent(2), none = percent(8) },
  },

  tasks = {
    task { id = "identify", says = { en = "Inject each pure isomer, so that you know which peak is which.", zh = "分别进样各纯异构体，确认每个峰的归属。" },
      done = all_of { analysed("GC", { sample = "p-xylene" }), analysed("GC", { sample = "m-xylene" }),
                      analysed("GC", { sample = "o-xylene" }), analysed("GC", { sample = "ethylbenzene" }) },
      hint = hint { says = { en = "m- and p-xylene boil 0.8 K apart; a phase that parts by boiling point cannot part them. Which one looks at polarity?", zh = "间、对二甲苯沸点仅差 0.8 K，按沸点分离的固定相无法分开。哪种固定相按极性分离？" }, price = 3 } },
    task { id = "repeat", says = { en = "Inject the mixture at least three times in all.", zh = "混合物总共至少进样三次。" },
      done = analysed("GC", { sample = "mixture", times = 3 }) },
    task { id = "report", says = { en = "Answer all four questions.", zh = "回答全部四个问题。" }, after = { "repeat" },
      done = all_of { answered("p-xylene"), answered("m-xylene"), answered("o-xylene"), answered("ethylbenzene") } },
  },

  rubric = rubric { total = 100,
    points(37, { en = "Composition of the mixture", zh = "混合物组成" },
      answers { "p-xylene", "m-xylene", "o-xylene", "ethylbenzene" }),
    points(3, { en = "The four make up the whole", zh = "四组分之和为 100%" },
      closure { "p-xylene", "m-xylene", "o-xylene", "ethylbenzene", sum = 100, full = 0.5, none = 3 }),
    points(25, { en = "Resolution of the worst pair in the last chromatogram", zh = "最后一张色谱图中最差一对的分离度" },
      final_value { "GC[mixture].truth.least_resolution", full = 1.5, none = 0.9 }),
    points(20, { en = "Time until the next injection, once all four are parted", zh = "四组分均分离时到下一次进样的时间" },
      final_value { "GC[mixture].duration", full = minutes(4), none = minutes(15),
        requires = above("GC[mixture].truth.least_resolution", 1.4) }),
    points(10, { en = "Identified, repeated, reported", zh = "定性、重复与报告" }, steps { "identify", "repeat", "report" }),
    points(5, { en = "Cost of the analyses", zh = "分析费用" },
      final_value { "bench.cost", full = 60, none = 120, requires = completed("report") }),

    deduction(10, { en = "The instrument was harmed", zh = "仪器受损" }, above("bench.damage", 0.5)),
    deduction(10, { en = "The instrument was harmed again", zh = "仪器再次受损" }, above("bench.damage", 1.5)),
    deduction(3, { en = "A part was replaced", zh = "更换了部件" }, above("bench.replaced", 0.5)),
    deduction(3, { en = "An analysis failed", zh = "分析失败" }, above("bench.faults", 0.5)),
    deduction(3, { en = "More analyses failed", zh = "又有分析失败" }, above("bench.faults", 2.5)),
  },
}
