-- Batch still: a charge of benzene and toluene boiled away without reflux (Rayleigh), condensed and caught in a receiver.
-- Cold and full of nitrogen at the start; US-100 runs a batch when it is started. Tags after ISA-5.1; loops: 100 still, 130 condenser, 140 receiver.
return plant {
  format = 1, id = "batch_still",
  title = { en = "Batch still", zh = "间歇简单蒸馏釜" },
  species = { "benzene", "toluene", "nitrogen" }, liquid = "ideal",
  operation = "batch",

  units = {
    ["E-100"] = unit "drum" { volume = litres(50), height = m(0.5), charge = percent(70), heater_limit = kW(8), equilibration = seconds(0.05), loss = W_per_K(1),
      x = { benzene = mole_percent(50), toluene = mole_percent(50) }, y = { nitrogen = mole_percent(100) } },
    ["V-120"] = unit "gas_valve" { Kv = 200, opening = percent(100) },
    ["E-130"] = unit "drum" { volume = litres(10), height = m(0.3), UA = W_per_K(600), utility_T = celsius(15),
      x = { benzene = mole_percent(50), toluene = mole_percent(50) }, y = { nitrogen = mole_percent(100) } },
    ["V-130"] = unit "gas_valve" { Kv = 10, opening = percent(100) },
    ["A-130"] = unit "gas_sink" { x = { nitrogen = mole_percent(100) } },
    ["V-140"] = unit "valve" { Kv = 2, opening = percent(100) },
    ["TK-140"] = unit "tank" { volume = litres(60), height = m(0.6), x = { benzene = mole_percent(50), toluene = mole_percent(50) } },
  },
  connections = {
    join("E-100.gas_out", "V-120.in"),
    join("V-120.out", "E-130.gas_in"),
    join("E-130.gas_out", "V-130.in"),
    join("V-130.out", "A-130.in"),
    join("E-130.out", "V-140.in"),
    join("V-140.out", "TK-140.in"),
  },

  instruments = {
    ["TI-100"] = thermocouple { reads = "E-100.T", range = { celsius(0), celsius(150) }, noise = delta_K(0.1),
      says = { en = "Still", zh = "釜温" } },
    ["LI-100"] = level_transmitter { reads = "E-100.level", range = { percent(0), percent(100) }, lag = seconds(3), noise = percent(0.2),
      says = { en = "Level in the still", zh = "釜液位" } },
    ["PI-100"] = pressure_transmitter { reads = "E-100.p", range = { kPa(80), kPa(150) }, noise = Pa(40),
      says = { en = "Pressure in the still, absolute", zh = "釜压（绝压）" } },
    ["LI-140"] = level_transmitter { reads = "TK-140.level", range = { percent(0), percent(100) }, lag = seconds(3), noise = percent(0.2),
      says = { en = "Level in the receiver", zh = "接收罐液位" } },
    ["AI-100"] = analyser { samples = "E-100.x_benzene", range = { mole_percent(0), mole_percent(100) }, delay = minutes(5), budget = 12,
      noise = mole_percent(0.1), says = { en = "Benzene left in the still", zh = "釜液苯含量" } },
    ["AI-140"] = analyser { samples = "TK-140.x_benzene", range = { mole_percent(0), mole_percent(100) }, delay = minutes(5), budget = 12,
      noise = mole_percent(0.1), says = { en = "Benzene in the receiver", zh = "馏出液苯含量" } },
  },
  handles = {
    ["HIC-100"] = hand_station { moves = "E-100.heating", says = { en = "Heater of the still", zh = "釜加热" } },
    ["HV-130"] = valve { moves = "E-130.utility", says = { en = "Cooling water", zh = "冷却水阀" } },
    ["HV-140"] = valve { moves = "V-140.opening", says = { en = "Receiver valve", zh = "接收阀" } },
  },
  sequences = {
    ["US-100"] = sequence {
      phases = {
        phase { id = "prepare", does = { set("HIC-100", kW(0)), set("HV-130", percent(100)), set("HV-140", percent(100)) }, at_least = seconds(60),
          says = { en = "Cooling water on, heater off", zh = "开冷却水，停加热" } },
        phase { id = "heat", does = { set("HIC-100", kW(7)) }, ends = above("TI-100", celsius(85)), at_most = minutes(40),
          says = { en = "Heat up", zh = "升温" } },
        phase { id = "distil", does = { set("HIC-100", kW(4)) }, ends = sustained(seconds(10), above("TI-100", celsius(98))), at_most = hours(3),
          says = { en = "Distil until the still is at 98 °C", zh = "蒸馏至釜温98 °C" } },
        phase { id = "drain", does = { set("HIC-100", kW(0)) }, at_least = minutes(5),
          says = { en = "Heater off, let the condensate run down", zh = "停加热，排净冷凝液" } },
      },
      holds_when = below("LI-100", percent(8)), on_hold = { set("HIC-100", kW(0)) },
      aborts_when = above("PI-100", kPa(125)), on_abort = { set("HIC-100", kW(0)), set("HV-130", percent(100)) },
      says = { en = "One batch: heat, distil, drain", zh = "一批：升温、蒸馏、排液" },
    },
  },
  alarms = {
    ["PAH-100"] = alarm { on = above("PI-100", kPa(115)), deadband = kPa(1), delay = seconds(5), priority = "high",
      says = { en = "Still pressure high", zh = "釜压高" }, response = { en = "Open the cooling water, lower the heater.", zh = "开冷却水，降低加热。" } },
    ["LAL-100"] = alarm { on = below("LI-100", percent(10)), deadband = percent(2), delay = seconds(5), priority = "high",
      says = { en = "Still nearly empty", zh = "釜将蒸干" }, response = { en = "Switch the heater off.", zh = "关闭加热。" } },
  },
}
