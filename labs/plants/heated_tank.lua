-- Water runs through a heated tank and over its edge: the plainest plant whose temperature can be controlled.
return plant {
  format = 1, id = "heated_tank",
  title = { en = "Heated tank", zh = "加热罐" },
  species = { "water" },

  units = {
    ["F-101"] = unit "source" { T = celsius(15), p = bar(2) },
    ["V-101"] = unit "valve" { Kv = 0.2, opening = percent(40) },
    ["TK-101"] = unit "tank" { volume = litres(60), height = m(0.6), charge = percent(90), overflow_level = percent(90), T = celsius(15),
      heater_limit = kW(9), loss = W_per_K(4) },
    ["D-101"] = unit "sink" {},
  },
  connections = {
    join("F-101.out", "V-101.in"),
    join("V-101.out", "TK-101.in"),
    join("TK-101.overflow", "D-101.in"),
  },

  instruments = {
    ["TI-101"] = thermocouple { reads = "TK-101.T", range = { celsius(0), celsius(100) }, lag = seconds(10), noise = delta_K(0.05),
      says = { en = "Water in the tank", zh = "罐内水温" } },
    ["LI-101"] = level_transmitter { reads = "TK-101.level", range = { percent(0), percent(100) }, noise = percent(0.2),
      says = { en = "Level", zh = "液位" } },
    ["FI-101"] = flow_meter { reads = "V-101.out.F", range = { mol_per_s(0), mol_per_s(4) }, noise = mol_per_s(0.005),
      says = { en = "Cold water", zh = "冷水流量" } },
  },
  handles = {
    ["HV-101"] = valve { moves = "V-101.opening", stroke = seconds(5), says = { en = "Cold-water valve", zh = "冷水阀" } },
    ["HIC-101"] = hand_station { moves = "TK-101.heating", start = kW(3), says = { en = "Heating element", zh = "电加热功率" } },
  },
  controllers = {
    ["TIC-101"] = pid { reads = "TI-101", moves = "HIC-101", action = "reverse", gain = 4, reset = minutes(8), setpoint = celsius(45),
      setpoint_range = { celsius(15), celsius(80) }, says = { en = "Temperature by the heater", zh = "温度控制" } },
  },
  interlocks = {
    ["I-101"] = interlock { when = any_of { below("LI-101", percent(30)), above("TI-101", celsius(90)) }, delay = seconds(2), forces = { ["HIC-101"] = kW(0) },
      says = { en = "Heater off: low level or too hot", zh = "停加热：液位低或超温" } },
  },
  alarms = {
    ["TAH-101"] = alarm { on = above("TI-101", celsius(80)), deadband = delta_K(2), delay = seconds(5), priority = "high",
      says = { en = "Tank hot", zh = "罐温高" }, response = { en = "Heat less, or let more water in.", zh = "降低加热或加大进水。" } },
  },
}
