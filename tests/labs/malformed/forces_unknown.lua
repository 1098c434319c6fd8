-- read as: plant; expected on line 12: `HIC-11` is no handle | nearest: HIC-101
return plant {
  format = 1, id = "bad", flowsheet = "pilot_column",
  title = { en = "Bad", zh = "错误" },
  instruments = {
    ["TI-112"] = thermocouple { reads = "tray_12.T", range = { celsius(0), celsius(150) }, says = { en = "T", zh = "温度" } },
  },
  handles = {
    ["HIC-101"] = hand_station { moves = "heater.power", says = { en = "H", zh = "加热" } },
  },
  interlocks = { ["I-1"] = interlock { when = above("TI-112", celsius(99)), says = { en = "X", zh = "某" },
    forces = { ["HIC-11"] = kW(0) } } },
}
