-- read as: plant; expected on line 12: `layout` stands beside `flowsheet`
return plant {
  format = 1, id = "bad", flowsheet = "pilot_column",
  title = { en = "Bad", zh = "错误" },
  instruments = {
    ["LT-101"] = level_transmitter { reads = "reboiler.level", range = { percent(0), percent(100) }, says = { en = "L", zh = "液位" } },
  },
  handles = {
    ["HIC-101"] = hand_station { moves = "heater.power", range = { kW(0), kW(3) }, says = { en = "H", zh = "加热" } },
    ["HIC-103"] = valve { moves = "bottoms.opening", says = { en = "Bottoms", zh = "釜液阀" } },
  },
  layout = { "reboiler" },
}
