-- read as: lab; expected on line 12: energy per amount | energy per mass
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  tasks = {
    task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) },
  },
  rubric = rubric { total = 10,
    points(10, { en = "E", zh = "能耗" },
      ratio { of = "reboiler.duty", per = "distillate.mass_flow", none = MJ_per_kg(20),
        full = kJ_per_mol(20) })
,
  },
}
