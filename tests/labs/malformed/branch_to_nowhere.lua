-- read as: plant; expected on line 13: `fil` is no phase | nearest: fill
return plant {
  format = 1, id = "bad", flowsheet = "pilot_column",
  title = { en = "Bad", zh = "错误" },
  instruments = {
    ["TI-112"] = thermocouple { reads = "tray_12.T", range = { celsius(0), celsius(150) }, says = { en = "T", zh = "温度" } },
  },
  handles = { ["HIC-101"] = hand_station { moves = "heater.power", says = { en = "H", zh = "加热" } } },
  sequences = {
    ["US-1"] = sequence { says = { en = "A", zh = "甲" },
      phases = {
        phase { id = "fill", at_least = minutes(1), says = { en = "A", zh = "甲" },
                branches = { branch { when = above("TI-112", celsius(60)), to = "fil" } } },
      } },
  },
}
