-- Johansson's quadruple tank with its valves in the minimum-phase position. K. H. Johansson, IEEE Trans. Control Systems
-- Technology 8 (2000) 456. For the position with a zero in the right half plane, where the pumps have to change partners:
-- use_plant "quadruple_tank" { valve_1 = 0.43, valve_2 = 0.34 }. Tags after ISA-5.1: the number is that of tank or pump.
-- Tuning of the controllers: this house's.
return plant {
  format = 1, id = "quadruple_tank",
  title = { en = "Quadruple tank", zh = "四容水箱" },
  flowsheet = "quadruple_tank",

  instruments = {
    ["LI-101"] = level_transmitter { reads = "tank_1.h", range = { cm(0), cm(20) }, noise = mm(0.2), says = { en = "Tank 1, lower left", zh = "1号水箱（左下）液位" } },
    ["LI-102"] = level_transmitter { reads = "tank_2.h", range = { cm(0), cm(20) }, noise = mm(0.2), says = { en = "Tank 2, lower right", zh = "2号水箱（右下）液位" } },
    ["LI-103"] = level_transmitter { reads = "tank_3.h", range = { cm(0), cm(20) }, noise = mm(0.2), says = { en = "Tank 3, above tank 1", zh = "3号水箱（1号上方）液位" } },
    ["LI-104"] = level_transmitter { reads = "tank_4.h", range = { cm(0), cm(20) }, noise = mm(0.2), says = { en = "Tank 4, above tank 2", zh = "4号水箱（2号上方）液位" } },
  },
  handles = {
    ["HIC-101"] = hand_station { moves = "pumps.drive_1", start = percent(30), says = { en = "Pump 1", zh = "1号泵驱动" } },
    ["HIC-102"] = hand_station { moves = "pumps.drive_2", start = percent(30), says = { en = "Pump 2", zh = "2号泵驱动" } },
  },
  controllers = {
    ["LIC-101"] = pid { reads = "LI-101", moves = "HIC-101", action = "reverse", gain = 2, reset = seconds(40), setpoint = cm(12.4),
      says = { en = "Tank 1 by pump 1", zh = "1号水箱液位控制" } },
    ["LIC-102"] = pid { reads = "LI-102", moves = "HIC-102", action = "reverse", gain = 2, reset = seconds(40), setpoint = cm(12.7),
      says = { en = "Tank 2 by pump 2", zh = "2号水箱液位控制" } },
  },
  alarms = {
    ["LAH-101"] = alarm { on = above("LI-101", cm(18)), deadband = mm(5), delay = seconds(2), priority = "high",
      says = { en = "Tank 1 nearly full", zh = "1号水箱液位高" }, response = { en = "Slow pump 1, then pump 2.", zh = "降低1号泵，再降低2号泵。" } },
    ["LAH-102"] = alarm { on = above("LI-102", cm(18)), deadband = mm(5), delay = seconds(2), priority = "high",
      says = { en = "Tank 2 nearly full", zh = "2号水箱液位高" }, response = { en = "Slow pump 2, then pump 1.", zh = "降低2号泵，再降低1号泵。" } },
  },
}
