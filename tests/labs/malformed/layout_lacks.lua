-- read as: plant; expected on line 15: `layout` of plant lacks V-101 | with each unit of the plant
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
    "F-1  TK-101",
  },
  instruments = {},
  handles = {},
}
