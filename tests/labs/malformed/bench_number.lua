-- read as: lab; expected on line 14: `bench.costs` is no tag or signal
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  bench = bench {
    instruments = { GC = instrument { kind = "gas_chromatograph" } },
    shelf = { unknown = bottle { holds = { methanol = mass_percent(30), water = "rest" } } },
  },
  questions = {
    
  },
  tasks = { task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) } },
  rubric = rubric { total = 10, points(10, { en = "P", zh = "操" }, final_value { "bench.costs", full = 1, none = 2 }) },
}
