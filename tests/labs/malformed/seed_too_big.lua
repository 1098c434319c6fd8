-- read as: lab; expected on line 6: 1e300 | 0 to 9e15
return lab {
  format = 1, id = "bad", duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  seed = 1e300,
  tasks = {
    task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) },
  },
  rubric = rubric { total = 10,
    points(10, { en = "Procedure", zh = "操作" }, steps { "heat" }),
  },
}
