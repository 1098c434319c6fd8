-- Two dyes in one solution, and an old spectrometer: part of its light never sees the sample. The student measures at two
-- wavelengths, finds the stray light, and answers with uncertainties.
return lab {
  format = 1, id = "chromium_manganese_uv", seed = 5254,
  title = { en = "UV-Vis: chromium and manganese side by side", zh = "紫外可见：铬、锰双组分同时测定" },
  course = "industrial_analysis", level = "bachelor_2",
  learns = {
    en = "To determine two dyes side by side at two wavelengths, find the stray light of a spectrometer and correct for it, and know between which absorbances a photometer may be believed.",
    zh = "学会在两个波长下同时测定两种有色物质，测出光谱仪的杂散光并加以校正，并了解吸光度在什么范围内才可信。",
  },
  duration = minutes(300), mode = "practice",

  plant = use_plant "laboratory" {},

  notes = {
    en = "A steel was dissolved, its chromium oxidised to dichromate and its manganese to permanganate; unknown is that solution. Determine both, and how much stray light the spectrometer has. Dichromate absorbs most at 350 nm and has a shoulder near 440 nm; permanganate has its maximum at 525 nm and absorbs at 440 nm too. blocker is so concentrated that no light of the right wavelength comes through it.",
    zh = "钢样溶解后，铬被氧化为重铬酸根，锰被氧化为高锰酸根；unknown 即该溶液。请测定两者含量，并找出光度计的杂散光。重铬酸根在 350 nm 吸收最强，在 440 nm 附近有肩峰；高锰酸根的最大吸收在 525 nm，在 440 nm 也有吸收。blocker 浓度极高，所选波长的光完全不能透过。",
  },

  bench = bench {
    instruments = {
      UV = instrument { kind = "spectrometer",
        method = { stray_light = percent(1), band_pass = nm(2), wavelength = nm(525), noise = fraction(0.0005) },
        student_variation = { stray_light = plus_minus(percent(0.4)), wavelength_error = plus_minus(nm(1)) },
        may_change = { "mode", "wavelength", "from", "to", "step", "readings", "blank", "lamp" },
        limits = { readings = from_to(1, 50) },
        says = { en = "Spectrometer, 10 mm cuvettes, old grating", zh = "分光光度计，10 mm 比色皿，光栅老化" } },
    },
    shelf = {
      unknown = bottle { holds = { ["potassium dichromate"] = mol_per_m3(6), ["potassium permanganate"] = mol_per_m3(1.6) },
        secret = true, varies = percent(25), volume = mL(250), says = { en = "Dissolved steel, oxidised", zh = "已溶解并氧化的钢样溶液" } },
      Cr = bottle { holds = { ["potassium dichromate"] = mol_per_m3(10) }, tolerance = percent(0.2), volume = mL(500),
        says = { en = "Potassium dichromate, 10 mmol/L in acid", zh = "重铬酸钾标准溶液，10 mmol/L（酸性）" } },
      Mn = bottle { holds = { ["potassium permanganate"] = mol_per_m3(2) }, tolerance = percent(0.5), volume = mL(500),
        says = { en = "Potassium permanganate, 2 mmol/L in acid", zh = "高锰酸钾标准溶液，2 mmol/L（酸性）" } },
      blocker = bottle { holds = { ["potassium dichromate"] = mol_per_m3(100), ["potassium permanganate"] = mol_per_m3(20) }, volume = mL(100),
        says = { en = "Both, very concentrated", zh = "两者的极浓溶液" } },
      acid = bottle { holds = { water = mass_percent(100) }, volume = litres(5), says = { en = "Very dilute acid: solvent and blank", zh = "极稀酸：溶剂与空白" } },
    },
  },

  questions = {
    question { id = "chromium", says = { en = "Potassium dichromate in unknown", zh = "unknown 中重铬酸钾的浓度" }, unit = "mol/m^3",
      truth = "content('unknown', 'potassium dichromate', 'mol/m^3')", full = percent(1.5), none = percent(6), wants_uncertainty = true },
    question { id = "manganese", says = { en = "Potassium permanganate in unknown", zh = "unknown 中高锰酸钾的浓度" }, unit = "mol/m^3",
      truth = "content('unknown', 'potassium permanganate', 'mol/m^3')", full = percent(1.5), none = percent(6), wants_uncertainty = true },
    question { id = "stray", says = { en = "Stray light of the spectrometer, share of the light of the empty beam", zh = "光度计的杂散光，占空光束的比例" }, unit = "%",
      truth = "truth('UV', 'unknown', 'stray_light')", full = percent(10), none = percent(50) },
  },

  tasks = {
    task { id = "scan", says = { en = "Scan each dye alone, so that you know where they differ most.", zh = "分别扫描两种组分的光谱，找出差别最大的波长。" },
      done = all_of { analysed("UV", { sample = "Cr" }), analysed("UV", { sample = "Mn" }) } },
    task { id = "block", says = { en = "Measure what comes through a solution that lets nothing through.", zh = "测量完全不透光的溶液的示值。" },
      done = analysed("UV", { sample = "blocker" }),
      hint = hint { says = { en = "If no light came through, the absorbance would have no limit. It has one: A = lg((1 + s) / s).", zh = "若完全没有光透过，吸光度应无上限。实际上限为 A = lg((1 + s) / s)。" }, price = 3 } },
    task { id = "dilute", says = { en = "Prepare at least seven solutions: three standards of each dye, and the unknown diluted.", zh = "至少配制七个溶液：两种组分各三个标准溶液和稀释的未知样。" },
      done = above("bench.prepared", 6.5) },
    task { id = "report", says = { en = "Answer the three questions.", zh = "回答三个问题。" },
      done = all_of { answered("chromium"), answered("manganese"), answered("stray") } },
  },

  rubric = rubric { total = 100,
    points(66, { en = "Both contents with their uncertainty", zh = "两种组分的含量及其不确定度" },
      answers { "chromium", "manganese", digits = percent(10) }),
    points(18, { en = "Stray light found", zh = "找到杂散光" }, answers { "stray" }),
    points(16, { en = "Scanned, blocked, diluted, reported", zh = "扫描、阻断、稀释与报告" },
      steps { "scan", "block", "dilute", "report" }),
    deduction(4, { en = "A reading failed", zh = "测量失败" }, above("bench.faults", 0.5)),
    deduction(4, { en = "More readings failed", zh = "又有测量失败" }, above("bench.faults", 1.5)),
  },
}
