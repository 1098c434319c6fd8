-- read as: plant; expected on line 16: row 1 of `layout` has 25 places | allowed: 1 to 24
return plant {
  format = 1, id = "bad",
  title = { en = "Bad", zh = "错误" },
  species = { "water", "ethanol" },
  units = {
    ["F-1"] = unit "source" { T = celsius(25), x = { water = mole_percent(80), ethanol = mole_percent(20) } },
    ["V-101"] = unit "valve" { opening = percent(50) },
    ["TK-101"] = unit "tank" { volume = cubic_metres(1) },
  },
  connections = {
    join("F-1.out", "V-101.in"),
    join("V-101.out", "TK-101.in"),
  },
  layout = {
    "F-1  V-101  TK-101 . . . . . . . . . . . . . . . . . . . . . .",
  },
  instruments = {},
  handles = {},
}
