-- read as: plant; expected on line 8: `budget` of analyser is 1e99 | 1 to 128
return plant {
  format = 1, id = "bad", flowsheet = "pilot_column",
  title = { en = "Bad", zh = "错误" },
  instruments = {
    ["TI-112"] = thermocouple { reads = "tray_12.T", range = { celsius(0), celsius(150) }, says = { en = "T", zh = "温度" } },
    ["AI-1"] = analyser { samples = "distillate.x.methanol", range = { mole_percent(0), mole_percent(100) },
      says = { en = "X", zh = "某" }, delay = minutes(1), budget = 1e99 },
  },
  handles = {
    ["HIC-101"] = hand_station { moves = "heater.power", says = { en = "H", zh = "加热" } },
  },
}
