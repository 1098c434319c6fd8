-- read as: lab; expected on line 7: is the word thermocouple | a task
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  tasks = {
    thermocouple { reads = "tray_12.T", range = { celsius(0), celsius(150) }, says = { en = "T", zh = "温度" } }
,
  },
  rubric = rubric { total = 10,
    points(10, { en = "Procedure", zh = "操作" }, steps { "heat" }),
  },
}
