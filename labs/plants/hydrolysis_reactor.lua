-- Hydrolysis of acetic anhydride: water and anhydride are metered into a stirred reactor with a cooling jacket, what is
-- made overflows into the store. TIC-300 heats with an element above half of its output and cools with the jacket below. Rate: J. W. Eldridge, E. L. Piret, Chem. Eng. Prog. 46 (1950) 290; heat in much water:
-- I. Wadsö, Acta Chem. Scand. 16 (1962) 471. Tags after ISA-5.1; loops: 100 water, 200 anhydride, 300 reactor.
return plant {
  format = 1, id = "hydrolysis_reactor",
  title = { en = "Acetic anhydride hydrolysis", zh = "乙酸酐水解反应釜" },
  species = { "acetic anhydride", "water", "acetic acid" }, liquid = "ideal",
  reactions = {
    "acetic anhydride + water -> 2 acetic acid; k0 = 2.14e7 1/min, Ea = 46.53 kJ/mol, order(water) = 0, dH = -58.6 kJ/mol",
  },

  units = {
    ["F-100"] = unit "feed" { T = celsius(20), F = mol_per_s(0.5), F_limit = mol_per_s(2), x = { water = mole_percent(100) } },
    ["F-200"] = unit "feed" { T = celsius(20), F = mol_per_s(0.03), F_limit = mol_per_s(0.15), x = { ["acetic anhydride"] = mole_percent(100) } },
    ["R-300"] = unit "stirred_reactor" { volume = litres(20), height = m(0.4), charge = percent(85), T = celsius(20), loss = W_per_K(1), heater_limit = kW(3),
      capacity = J_per_K(5000), overflow_level = 0.9, x = { water = mole_percent(100) },
      jacket = "mixed", jacket_area = square_metres(0.3), jacket_volume = litres(4), jacket_T = celsius(15), stirrer = "turbine", stirrer_diameter = mm(100), stirrer_speed = per_second(3) },
    ["D-300"] = unit "sink" {},
    ["SV-300"] = unit "sample_valve" {},
  },
  connections = {
    join("F-100.out", "R-300.in"),
    join("F-200.out", "R-300.in"),
    join("R-300.overflow", "D-300.in"),
    join("R-300.out", "SV-300.in"),
  },

  instruments = {
    ["TI-300"] = thermocouple { reads = "R-300.T", range = { celsius(0), celsius(120) }, noise = delta_K(0.1),
      says = { en = "Reactor", zh = "反应釜温度" } },
    ["LI-300"] = level_transmitter { reads = "R-300.level", range = { percent(0), percent(100) }, noise = percent(0.2),
      says = { en = "Level of the reactor", zh = "反应釜液位" } },
  },
  sample_points = {
    ["SP-300"] = sample_point { of = "SV-300", dead_volume = mL(30), flow = mL_per_min(150), cooled_to = celsius(25),
      says = { en = "Reactor, cooled", zh = "反应釜取样（经冷却）" } },
  },
  handles = {
    ["FIC-100"] = hand_station { moves = "F-100.F", says = { en = "Water", zh = "水流量" } },
    ["FIC-301"] = hand_station { moves = "R-300_jacket_main.F", says = { en = "Cooling water", zh = "冷却水流量" } },
    ["HIC-302"] = hand_station { moves = "R-300.heating", says = { en = "Heating element", zh = "电加热功率" } },
    ["FIC-200"] = hand_station { moves = "F-200.F", says = { en = "Anhydride", zh = "乙酸酐流量" } },
  },
  controllers = {
    ["TIC-300"] = pid { reads = "TI-300", gain = 3, reset = minutes(6), action = "reverse", setpoint = celsius(40), setpoint_range = { celsius(15), celsius(60) },
      split_range = split_range({
        part { moves = "FIC-301", from = percent(50), to = percent(0) },
        part { moves = "HIC-302", from = percent(50), to = percent(100) },
      }), says = { en = "Temperature: heats or cools", zh = "温度控制：加热或冷却" } },
  },
  interlocks = {
    ["I-300"] = interlock { when = any_of { above("TI-300", celsius(70)), below("LI-300", percent(30)) }, delay = seconds(2), forces = { ["HIC-302"] = kW(0) },
      says = { en = "Heating element off: too hot or low level", zh = "停电加热：超温或液位低" } },
  },
  alarms = {
    ["TAH-300"] = alarm { on = above("TI-300", celsius(60)), deadband = delta_K(2), delay = seconds(2), priority = "high",
      says = { en = "Reactor hot", zh = "反应釜超温" }, response = { en = "Stop the anhydride.", zh = "停止进乙酸酐。" } },
  },
}
