-- read as: lab; expected on line 12: `sag` is no fault | there is none
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  tasks = {
    task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) },
  },
  rubric = rubric { total = 10,
    points(10, { en = "R", zh = "恢复" },
      recovery_time { "distillate.x.methanol", above = mole_percent(95), full = minutes(5), none = minutes(9),
        after_fault = "sag" })
,
  },
}
