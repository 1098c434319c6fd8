-- Seborg, Edgar and Mellichamp's exothermic stirred reactor: the operating point at 350 K and half conversion is unstable,
-- so that only a controller keeps the plant there; left alone with a coolant of 300 K it goes out or swings. Process Dynamics
-- and Control, 2nd ed. 2004, example 2.5. Tags after ISA-5.1; loops: 100 feed, 300 reactor, 301 coolant. Tuning of the
-- controller: this house's.
return plant {
  format = 1, id = "seborg_reactor",
  title = { en = "Exothermic stirred reactor", zh = "放热连续搅拌反应器" },
  flowsheet = "seborg_reactor",

  instruments = {
    ["TI-300"] = thermocouple { reads = "reactor.T", range = { kelvin(300), kelvin(400) }, lag = seconds(2), noise = delta_K(0.05),
      says = { en = "Reactor", zh = "反应器温度" } },
    ["TI-301"] = thermocouple { reads = "reactor.jacket_T", range = { kelvin(270), kelvin(350) }, lag = seconds(2), noise = delta_K(0.05),
      says = { en = "Coolant", zh = "冷却介质温度" } },
    ["AI-300"] = position_indicator { reads = "reactor.c_A", range = { mol_per_L(0), mol_per_L(1) }, lag = seconds(10), noise = mol_per_L(0.001),
      says = { en = "Reactant A, on line", zh = "反应物A浓度（在线）" } },
    ["FI-100"] = flow_meter { reads = "feed.q", range = { litres_per_minute(0), litres_per_minute(200) }, noise = litres_per_minute(0.1),
      says = { en = "Feed", zh = "进料流量" } },
    ["JI-300"] = power_meter { reads = "reactor.heat_release", range = { kW(0), kW(300) }, noise = W(50),
      says = { en = "Heat of the reaction", zh = "反应放热" } },
  },
  handles = {
    ["FIC-100"] = hand_station { moves = "source.q", range = { litres_per_minute(50), litres_per_minute(150) }, start = litres_per_minute(100),
      says = { en = "Feed", zh = "进料量" } },
    ["HIC-101"] = hand_station { moves = "source.c_A", range = { mol_per_L(0.8), mol_per_L(1.2) }, start = mol_per_L(1),
      says = { en = "Reactant in the feed", zh = "进料浓度" } },
    ["HIC-102"] = hand_station { moves = "source.T", range = { kelvin(330), kelvin(370) }, start = kelvin(350),
      says = { en = "Temperature of the feed", zh = "进料温度" } },
    ["HIC-301"] = hand_station { moves = "reactor.coolant_T", range = { kelvin(280), kelvin(320) }, start = kelvin(300),
      says = { en = "Temperature of the coolant", zh = "冷却介质温度设定" } },
  },
  controllers = {
    ["TIC-300"] = pid { reads = "TI-300", moves = "HIC-301", action = "reverse", gain = 10, reset = minutes(3), setpoint = kelvin(350),
      setpoint_range = { kelvin(305), kelvin(385) }, says = { en = "Reactor temperature by the coolant", zh = "反应温度控制（冷却介质）" } },
  },
  rest = { ["TIC-300"] = kelvin(350) },
  alarms = {
    ["TAH-300"] = alarm { on = above("TI-300", kelvin(370)), deadband = delta_K(2), delay = seconds(5), priority = "critical",
      says = { en = "Reactor runs away", zh = "反应器飞温" }, response = { en = "Cool as much as possible, cut the feed.", zh = "全开冷却，切断进料。" } },
    ["TAL-300"] = alarm { on = below("TI-300", kelvin(325)), deadband = delta_K(2), delay = seconds(5), priority = "medium",
      says = { en = "Reaction goes out", zh = "反应熄火" }, response = { en = "Cool less until the reaction lights again.", zh = "减小冷却直至反应重新点燃。" } },
  },
}
