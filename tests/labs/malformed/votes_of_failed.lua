-- read as: plant; expected on line 13: `failed` of interlock | as_read
return plant {
  format = 1, id = "bad", flowsheet = "pilot_column",
  title = { en = "Bad", zh = "错误" },
  instruments = {
    ["TI-112"] = thermocouple { reads = "tray_12.T", range = { celsius(0), celsius(150) }, says = { en = "T", zh = "温度" } },
  },
  handles = {
    ["HIC-101"] = hand_station { moves = "heater.power", says = { en = "H", zh = "加热" } },
    ["HIC-104"] = valve { moves = "cooling_water.opening", says = { en = "C", zh = "冷却水" } },
  },
  interlocks = {
    ["I-1"] = interlock { when = above("TI-112", celsius(90)), failed = "ignored", forces = { ["HIC-101"] = kW(0) }, says = { en = "A", zh = "甲" } },
  },
}
