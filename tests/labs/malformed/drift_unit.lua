-- read as: lab; expected on line 7: temperature | delta_K
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  faults = { fault { id = "f", reveal = { en = "F", zh = "故障" }, does = {
    sensor_drift("TI-112", celsius(2), hours(1)),
  } } },
  tasks = {
    task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) },
  },
  rubric = rubric { total = 10,
    points(10, { en = "Procedure", zh = "操作" }, steps { "heat" }),
  },
}
