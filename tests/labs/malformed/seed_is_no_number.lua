-- read as: lab; expected on line 6: `seed` of lab is no number at all | finite
return lab {
  format = 1, id = "bad", duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  seed = 0 / 0,
  tasks = {
    task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) },
  },
  rubric = rubric { total = 10,
    points(10, { en = "Procedure", zh = "操作" }, steps { "heat" }),
  },
}
