-- read as: plant; expected on line 8: `tray_12.TT` is no signal | nearest: tray_12.T
return plant {
  format = 1, id = "bad", flowsheet = "pilot_column",
  title = { en = "Bad", zh = "错误" },
  instruments = {
    ["TI-112"] = thermocouple { reads = "tray_12.T", range = { celsius(0), celsius(150) }, says = { en = "T", zh = "温度" } },
    ["TI-101"] = thermocouple { range = { celsius(0), celsius(150) }, says = { en = "X", zh = "某" },
      reads = "tray_12.TT" },
  },
  handles = {
    ["HIC-101"] = hand_station { moves = "heater.power", says = { en = "H", zh = "加热" } },
  },
}
