-- read as: lab; expected on line 11: asks what the student has
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  bench = bench {
    instruments = { GC = instrument { kind = "gas_chromatograph" } },
    shelf = { unknown = bottle { holds = { methanol = mass_percent(30), water = "rest" } } },
  },
  questions = {
    question { id = "m", says = { en = "M", zh = "甲" }, unit = "wt%", truth = "result('GC', 'unknown', 'duration')", full = percent(1), none = percent(5) },
  },
  tasks = { task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) } },
  rubric = rubric { total = 10, points(10, { en = "P", zh = "操" }, steps { "heat" }) },
}
