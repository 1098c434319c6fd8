-- A laboratory with nothing but a thermostat bath: the flasks stand in it, and glass holds its volume at 20 °C.
return plant {
  format = 1, id = "laboratory",
  title = { en = "Laboratory with a thermostat bath", zh = "带恒温水浴的实验室" },
  species = { "water" },

  units = {
    ["F-1"] = unit "source" { T = celsius(17), p = bar(1.1) },
    ["V-1"] = unit "valve" { Kv = 0.05, opening = percent(10) },
    ["TK-1"] = unit "tank" { volume = litres(12), height = m(0.25), charge = percent(90), overflow_level = percent(92), T = celsius(17),
      capacity = J_per_K(2000), heater_limit = kW(1), loss = W_per_K(3) },
    ["D-1"] = unit "sink" {},
  },
  rest = { ["TIC-1"] = celsius(20) },
  connections = {
    join("F-1.out", "V-1.in"),
    join("V-1.out", "TK-1.in"),
    join("TK-1.overflow", "D-1.in"),
  },

  instruments = {
    ["TI-1"] = thermocouple { reads = "TK-1.T", range = { celsius(0), celsius(60) }, lag = seconds(5), noise = delta_K(0.02),
      says = { en = "Thermostat bath", zh = "恒温水浴" } },
  },
  handles = {
    ["HV-1"] = valve { moves = "V-1.opening", stroke = seconds(3), says = { en = "Cold water to the bath", zh = "水浴冷水阀" } },
    ["HIC-1"] = hand_station { moves = "TK-1.heating", start = W(0), says = { en = "Heater of the bath", zh = "水浴加热" } },
  },
  controllers = {
    ["TIC-1"] = pid { reads = "TI-1", moves = "HIC-1", action = "reverse", gain = 6, reset = minutes(6), setpoint = celsius(20),
      setpoint_range = { celsius(10), celsius(50) }, says = { en = "Temperature of the bath", zh = "水浴温度控制" } },
  },
  alarms = {
    ["TAH-1"] = alarm { on = above("TI-1", celsius(30)), deadband = delta_K(1), delay = seconds(5), priority = "medium",
      says = { en = "Bath too warm for volumetric glass", zh = "水浴过热，不宜使用量器" },
      response = { en = "Heat less, or let cold water in.", zh = "减小加热或加入冷水。" } },
  },
}
