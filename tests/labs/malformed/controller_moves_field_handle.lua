-- read as: plant; expected on line 12: `TIC-1` moves `HIC-101` | in the field
return plant {
  format = 1, id = "bad", flowsheet = "pilot_column",
  title = { en = "Bad", zh = "错误" },
  instruments = {
    ["TI-112"] = thermocouple { reads = "tray_12.T", range = { celsius(0), celsius(150) }, says = { en = "T", zh = "温度" } },
  },
  handles = {
    ["HIC-101"] = hand_station { moves = "heater.power", in_field = true, says = { en = "H", zh = "加热" } },
  },
  controllers = {
    ["TIC-1"] = pid { reads = "TI-112", moves = "HIC-101", gain = 1, action = "reverse", setpoint = celsius(60),
      reset = minutes(5), says = { en = "A", zh = "甲" } },
  },
}
