-- read as: plant; expected on line 12: an alarm watches an instrument
return plant {
  format = 1, id = "bad", flowsheet = "pilot_column",
  title = { en = "Bad", zh = "错误" },
  instruments = {
    ["TI-112"] = thermocouple { reads = "tray_12.T", range = { celsius(0), celsius(150) }, says = { en = "T", zh = "温度" } },
  },
  handles = {
    ["HIC-101"] = hand_station { moves = "heater.power", says = { en = "H", zh = "加热" } },
  },
  alarms = { ["A-1"] = alarm { priority = "low", response = { en = "X", zh = "某" }, says = { en = "X", zh = "某" },
    on = above("HIC-101", kW(1)) } },
}
