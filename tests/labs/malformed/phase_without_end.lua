-- read as: plant; expected on line 15: phase `heat` says not when it ends | at_least
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
  sequences = {
    ["US-1"] = sequence { says = { en = "A", zh = "甲" },
      phases = {
        phase { id = "heat", does = { set("HIC-101", kW(1)) }, says = { en = "A", zh = "甲" } },
      } },
  },
}
