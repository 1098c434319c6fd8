-- read as: lab; expected on line 7: `colum` is no part of gas_chromatograph that can be replaced | nearest: column
return lab {
  format = 1, id = "bad", seed = 1, duration = minutes(60),
  title = { en = "Bad", zh = "错误" },
  plant = use_plant "pilot_column",
  bench = bench {
    instruments = { GC = instrument { kind = "gas_chromatograph", replacements = { colum = new_part { price = 3 } } } },
  },
  tasks = { task { id = "heat", says = { en = "Heat", zh = "加热" }, done = above("TI-112", celsius(60)) } },
  rubric = rubric { total = 10, points(10, { en = "P", zh = "操" }, steps { "heat" }) },
}
