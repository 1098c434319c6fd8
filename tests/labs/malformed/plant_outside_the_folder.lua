-- read as: lab; expected on line 5: no plant file
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "../../../etc/passwd"
  ,
  tasks = {
    task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) },
  },
  rubric = rubric { total = 10,
    points(10, { en = "Procedure", zh = "操作" }, steps { "heat" }),
  },
}
