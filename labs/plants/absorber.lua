-- Acetone absorbed from air by water on sieve trays, the size of Geankoplis's example 10.3-2 (30 kmol/h of gas with 1 %
-- acetone): 8 trays of Murphree efficiency 0.65 are 5 ideal stages where A = L/(m G) is near 1. Starts dry, full of air.
-- Tags after ISA-5.1; loops: 100 gas, 110 water, 120 gas out, 130 liquid out.
return plant {
  format = 1, id = "absorber",
  title = { en = "Acetone absorber", zh = "丙酮吸收塔" },
  species = { "acetone", "water", "air" }, liquid = "uniquac",

  units = {
    ["F-100"] = unit "gas_source" { T = celsius(27), p = kPa(112),
      x = { acetone = mole_percent(1), water = mole_percent(3.4), air = mole_percent(95.6) } },
    ["V-100"] = unit "gas_valve" { Kv = 600, opening = percent(16) },
    ["C-100"] = unit "drum" { volume = litres(300), height = m(1), equilibration = seconds(100), T = celsius(20), x = { water = mole_percent(100) }, y = { air = mole_percent(100) } },
    ["T-100"] = unit "tray_column" { trays = 8, diameter = m(0.6), spacing = m(0.4), weir_height = mm(40), efficiency = 0.65,
      surface_tension = N_per_m(0.07), T = celsius(20), x = { water = mole_percent(100) }, y = { air = mole_percent(100) } },
    ["F-110"] = unit "feed" { T = celsius(27), F = mol_per_s(29), F_limit = mol_per_s(60), x = { water = mole_percent(100) } },
    ["V-120"] = unit "gas_valve" { Kv = 3000, opening = percent(100) },
    ["A-120"] = unit "gas_sink" { x = { air = mole_percent(100) } },
    ["V-130"] = unit "valve" { Kv = 20, opening = percent(50) },
    ["D-130"] = unit "sink" {},
    ["D-131"] = unit "sink" {},
  },
  connections = {
    join("F-100.out", "V-100.in"),
    join("V-100.out", "C-100.gas_in"),
    join("C-100.gas_out", "T-100.vapour"),
    join("T-100.bottom", "C-100.in"),
    join("F-110.out", "T-100.reflux"),
    join("T-100.top", "V-120.in"),
    join("V-120.out", "A-120.in"),
    join("T-100.carry_over", "D-131.in"),
    join("C-100.out", "V-130.in"),
    join("V-130.out", "D-130.in"),
  },

  layout = {
    ".      F-110  T-100  V-120  A-120",
    ".      .      T-100  D-131  .",
    "F-100  V-100  C-100  V-130  D-130",
  },

  instruments = {
    ["FI-100"] = flow_meter { reads = "V-100.out.F", range = { mol_per_s(0), mol_per_s(20) }, noise = mol_per_s(0.02),
      says = { en = "Gas", zh = "气体流量" } },
    ["FI-110"] = flow_meter { reads = "F-110.out.F", range = { mol_per_s(0), mol_per_s(60) }, noise = mol_per_s(0.05),
      says = { en = "Water", zh = "吸收水流量" } },
    ["PI-100"] = pressure_transmitter { reads = "C-100.p", range = { kPa(95), kPa(115) }, noise = Pa(20),
      says = { en = "Pressure below the trays, absolute", zh = "塔底压力（绝压）" } },
    ["TI-101"] = thermocouple { reads = "T-100_tray_1.T", range = { celsius(0), celsius(60) }, noise = delta_K(0.1),
      says = { en = "Lowest tray", zh = "最下层塔板温度" } },
    ["LI-130"] = level_transmitter { reads = "C-100.level", range = { percent(0), percent(100) }, lag = seconds(3), noise = percent(0.2),
      says = { en = "Level in the base", zh = "塔底液位" } },
    ["AI-100"] = analyser { samples = "C-100.y_acetone", range = { mole_percent(0), mole_percent(3) }, delay = minutes(1), budget = 20,
      noise = mole_percent(0.005), says = { en = "Acetone in the gas, below", zh = "进塔气丙酮含量" } },
    ["AI-120"] = analyser { samples = "T-100_tray_8.y_acetone", range = { mole_percent(0), mole_percent(1) }, delay = minutes(1), budget = 20,
      noise = mole_percent(0.002), says = { en = "Acetone in the gas, above", zh = "出塔气丙酮含量" } },
  },
  handles = {
    ["HV-100"] = valve { moves = "V-100.opening", says = { en = "Gas valve", zh = "进气阀" } },
    ["FIC-110"] = hand_station { moves = "F-110.F", says = { en = "Water", zh = "吸收水" } },
    ["HV-130"] = valve { moves = "V-130.opening", says = { en = "Bottom valve", zh = "塔底出料阀" } },
  },
  controllers = {
    ["FIC-100"] = pid { reads = "FI-100", moves = "HV-100", action = "reverse", gain = 0.5, reset = seconds(20), setpoint = mol_per_s(8.33),
      says = { en = "Gas by its valve", zh = "进气流量控制" } },
    ["LIC-130"] = pid { reads = "LI-130", moves = "HV-130", action = "direct", gain = 2, reset = minutes(3), setpoint = percent(40),
      says = { en = "Level in the base by the bottom valve", zh = "塔底液位控制" } },
  },
  alarms = {
    ["PAH-100"] = alarm { on = above("PI-100", kPa(110)), deadband = kPa(1), delay = seconds(10), priority = "high",
      says = { en = "Column floods", zh = "塔液泛" }, response = { en = "Lower gas or water.", zh = "减小气量或水量。" } },
    ["LAH-130"] = alarm { on = above("LI-130", percent(85)), deadband = percent(3), delay = seconds(10), priority = "high",
      says = { en = "Base level high", zh = "塔底液位高" }, response = { en = "Open the bottom valve.", zh = "开大塔底出料阀。" } },
  },
}
