-- read as: plant; expected on line 2: plant lacks `flowsheet` | or `units`
return plant {
  format = 1, id = "bad",
  title = { en = "Bad", zh = "错误" },
  instruments = {},
  handles = {},
}
