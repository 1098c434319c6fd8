-- read as: plant; expected on line 6: `units` stands beside `flowsheet`
return plant {
  format = 1, id = "bad",
  title = { en = "Bad", zh = "错误" },
  flowsheet = "pilot_column",
  units = {},
  instruments = {},
  handles = {},
}
