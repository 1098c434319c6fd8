-- Acetone stripped from water by steam in a packed bed: 25 mm metal Pall rings, films after Onda; the counterpart of
-- `absorber`. Starts dry and cold, full of air. Tags after ISA-5.1; loops: 100 steam, 110 feed, 120 vapour out, 130 water out.
return plant {
  format = 1, id = "stripper",
  title = { en = "Acetone stripper", zh = "丙酮汽提塔" },
  species = { "acetone", "water", "air" }, liquid = "uniquac",

  units = {
    ["F-100"] = unit "gas_source" { T = celsius(112), p = kPa(150), x = { water = mole_percent(100) } },
    ["V-100"] = unit "gas_valve" { Kv = 60, opening = percent(16) },
    ["C-100"] = unit "drum" { volume = litres(300), height = m(1), equilibration = seconds(100), T = celsius(20), loss = W_per_K(3), x = { water = mole_percent(100) }, y = { air = mole_percent(100) } },
    ["T-100"] = unit "packed_column" { packing = "pall_ring_metal_25", height = m(2), diameter = m(0.4), slices = 12, surface_tension = N_per_m(0.06),
      loss = W_per_K(3), T = celsius(20), x = { water = mole_percent(100) }, y = { air = mole_percent(100) } },
    ["F-110"] = unit "feed" { T = celsius(90), F = mol_per_s(29), F_limit = mol_per_s(60), x = { acetone = mole_percent(0.3), water = mole_percent(99.7) } },
    ["V-120"] = unit "gas_valve" { Kv = 2000, opening = percent(100) },
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
    ["FI-100"] = flow_meter { reads = "V-100.out.F", range = { mol_per_s(0), mol_per_s(10) }, noise = mol_per_s(0.01),
      says = { en = "Steam", zh = "蒸汽流量" } },
    ["FI-110"] = flow_meter { reads = "F-110.out.F", range = { mol_per_s(0), mol_per_s(60) }, noise = mol_per_s(0.05),
      says = { en = "Feed", zh = "进料流量" } },
    ["PI-100"] = pressure_transmitter { reads = "C-100.p", range = { kPa(95), kPa(125) }, noise = Pa(20),
      says = { en = "Pressure below the bed, absolute", zh = "塔底压力（绝压）" } },
    ["TI-101"] = thermocouple { reads = "T-100_slice_1.T", range = { celsius(0), celsius(130) }, noise = delta_K(0.1),
      says = { en = "Bottom of the bed", zh = "填料底部温度" } },
    ["TI-112"] = thermocouple { reads = "T-100_slice_12.T", range = { celsius(0), celsius(130) }, noise = delta_K(0.1),
      says = { en = "Top of the bed", zh = "填料顶部温度" } },
    ["LI-130"] = level_transmitter { reads = "C-100.level", range = { percent(0), percent(100) }, lag = seconds(3), noise = percent(0.2),
      says = { en = "Level in the base", zh = "塔底液位" } },
    ["AI-130"] = analyser { samples = "C-100.x_acetone", range = { mole_percent(0), mole_percent(1) }, delay = minutes(1), budget = 20,
      noise = mole_percent(0.001), says = { en = "Acetone left in the water", zh = "出塔水丙酮含量" } },
  },
  handles = {
    ["HV-100"] = valve { moves = "V-100.opening", says = { en = "Steam valve", zh = "蒸汽阀" } },
    ["FIC-110"] = hand_station { moves = "F-110.F", says = { en = "Feed", zh = "进料" } },
    ["HV-130"] = valve { moves = "V-130.opening", says = { en = "Bottom valve", zh = "塔底出料阀" } },
  },
  controllers = {
    ["FIC-100"] = pid { reads = "FI-100", moves = "HV-100", action = "reverse", gain = 0.5, reset = seconds(20), setpoint = mol_per_s(2.5),
      says = { en = "Steam by its valve", zh = "蒸汽流量控制" } },
    ["LIC-130"] = pid { reads = "LI-130", moves = "HV-130", action = "direct", gain = 2, reset = minutes(3), setpoint = percent(40),
      says = { en = "Level in the base by the bottom valve", zh = "塔底液位控制" } },
  },
  alarms = {
    ["PAH-100"] = alarm { on = above("PI-100", kPa(115)), deadband = kPa(1), delay = seconds(10), priority = "high",
      says = { en = "Bed floods", zh = "填料液泛" }, response = { en = "Lower steam or feed.", zh = "减小蒸汽或进料。" } },
    ["LAH-130"] = alarm { on = above("LI-130", percent(85)), deadband = percent(3), delay = seconds(10), priority = "high",
      says = { en = "Base level high", zh = "塔底液位高" }, response = { en = "Open the bottom valve.", zh = "开大塔底出料阀。" } },
  },
}
