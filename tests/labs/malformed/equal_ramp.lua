-- read as: lab; expected on line 12: are equal | ramp
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  tasks = {
    task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) },
  },
  rubric = rubric { total = 10,
    points(10, { en = "P", zh = "某" },
      final_value { "distillate.x.methanol", full = mole_percent(95),
        none = mole_percent(95) })
,
  },
}
