-- read as: lab; expected on line 7: comes after itself | circles
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  tasks = {
    task { id = "heat", after = { "cool" }, says = { en = "Heat", zh = "加热" }, done = after(minutes(1)) },
    task { id = "cool", after = { "heat" }, says = { en = "Cool", zh = "冷却" }, done = after(minutes(1)) },
  },
  rubric = rubric { total = 10,
    points(10, { en = "Procedure", zh = "操作" }, steps { "heat" }),
  },
}
