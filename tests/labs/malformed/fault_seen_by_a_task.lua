-- read as: lab; expected on line 8: fault_active may not be asked here
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  tasks = {
    task { id = "heat", says = { en = "Heat", zh = "加热" },
      done = fault_active("f") }
,
  },
  rubric = rubric { total = 10,
    points(10, { en = "Procedure", zh = "操作" }, steps { "heat" }),
  },
}
