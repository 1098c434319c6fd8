-- read as: plant; expected on line 2: the plant is one unit alone
return plant {
  format = 1, id = "bad",
  title = { en = "Bad", zh = "错误" },
  species = { "water" },
  units = { ["TK-101"] = unit "tank" },
  instruments = {},
  handles = {},
}
