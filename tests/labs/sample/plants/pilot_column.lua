-- a small plant with one of everything
return plant {
  format = 1,
  id = "pilot_column",
  title = { en = "Pilot column", zh = "中试精馏塔" },
  flowsheet = "pilot_column",
  parameters = { trays = 12, murphree_efficiency = fraction(0.65), mixture = "methanol_water" },

  instruments = {
    ["TI-112"] = thermocouple {
      reads = "tray_12.T",
      range = { celsius(0), celsius(150) },
      lag = seconds(12),
      noise = delta_K(0.2),
      bias = delta_K(0.3),
      drift_per_hour = delta_K(0.36),
      says = { en = "Top tray", zh = "塔顶塔板" },
    },
    ["LT-101"] = level_transmitter {
      reads = "reboiler.level", range = { percent(0), percent(100) }, noise = percent(0.3),
      says = { en = "Reboiler level", zh = "再沸器液位" },
    },
    ["PDT-120"] = pressure_transmitter {
      reads = "column.pressure_drop", range = { mbar(0), mbar(100) },
      says = { en = "Pressure drop", zh = "全塔压降" },
    },
    ["AI-130"] = analyser {
      samples = "distillate.x.methanol", range = { mole_percent(0), mole_percent(100) },
      delay = minutes(6), budget = 8, noise = mole_percent(0.2),
      says = { en = "Distillate analyser", zh = "馏出液分析仪" },
    },
    ["DI-131"] = hydrometer {
      samples = "distillate.density", temperature = "distillate.T",
      range = { kg_per_m3(750), g_per_mL(1) },
      says = { en = "Distillate density", zh = "馏出液密度" },
    },
  },

  handles = {
    ["HIC-101"] = hand_station {
      moves = "heater.power", range = { kW(0), kW(3) },
      says = { en = "Heater", zh = "加热器" },
    },
    ["HIC-104"] = valve {
      moves = "cooling_water.opening", start = percent(0), stroke = seconds(20),
      says = { en = "Cooling water", zh = "冷却水阀" },
    },
    ["HIC-103"] = valve { moves = "bottoms.opening", says = { en = "Bottoms", zh = "釜液阀" } },
    ["HS-105"] = switch { moves = "feed_pump.running", start = on, says = { en = "Feed pump", zh = "进料泵" } },
  },

  controllers = {
    ["LIC-101"] = pid {
      reads = "LT-101", moves = "HIC-103", gain = 4, reset = minutes(10), action = "direct",
      setpoint = percent(60), setpoint_range = { percent(20), percent(80) },
      says = { en = "Reboiler level", zh = "液位控制" },
    },
  },

  interlocks = {
    ["I-101"] = interlock {
      when = any_of { below("LT-101", percent(15)), is_off("HS-105") },
      delay = seconds(2),
      forces = { ["HIC-101"] = kW(0), ["vent.opening"] = 1 },
      says = { en = "Heater off at low level", zh = "低液位停加热" },
    },
  },

  alarms = {
    ["PDAH-120"] = alarm {
      on = above("PDT-120", mbar(60)), deadband = mbar(3), delay = seconds(5), priority = "high",
      says = { en = "Pressure drop high", zh = "压降高" },
      response = { en = "Lower the heater power.", zh = "降低加热功率。" },
    },
  },
}
