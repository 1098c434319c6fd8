-- read as: lab; expected on line 10: allowed is a volume flow | mL_per_min
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  bench = bench {
    instruments = { GC = instrument { kind = "gas_chromatograph" } },
    shelf = { unknown = bottle { holds = { methanol = mass_percent(30), water = "rest" } } },
  },
  tasks = { task { id = "part", says = { en = "Part", zh = "分离" }, done = above("GC[unknown].column_flow", kPa(1.5)) } },
  rubric = rubric { total = 10, points(10, { en = "P", zh = "操" }, steps { "part" }) },
}
