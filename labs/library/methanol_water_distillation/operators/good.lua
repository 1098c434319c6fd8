return operator {
  says = { en = "Knows the column and watches it", zh = "熟悉装置、认真监控的操作员" },
  steps = {
    -- preparation, then heat
    wait(seconds(20)),
    set("HV-132", percent(100)),
    set("HV-400", percent(80)),
    wait_until(above("FI-400", kg_per_h(125)), { timeout = minutes(2) }),
    set("HIC-101", kW(3)),

    -- the front reaches the top: throttle, start the reflux
    wait_until(above("TI-112", celsius(60)), { timeout = minutes(45) }),
    set("HIC-101", kW(2.1)),
    wait_until(above("LI-130", percent(15)), { timeout = minutes(10) }),
    setpoint("LIC-130", percent(35)),
    mode("LIC-130", "auto"),
    wait_until(completed("total_reflux"), { timeout = minutes(30) }),
    sample("AI-140"),

    -- feed, preheat, bottoms, distillate
    setpoint("LIC-101", percent(74)),
    mode("LIC-101", "auto"),
    setpoint("FIC-200", litres_per_hour(5)),
    mode("FIC-200", "auto"),
    wait_until(above("FI-200", litres_per_hour(2)), { timeout = minutes(3) }),
    setpoint("TIC-200", celsius(60)),
    mode("TIC-200", "auto"),
    wait_until(completed("feed"), { timeout = minutes(5) }),
    set("HIC-140", percent(18)),
    wait_until(completed("produce"), { timeout = minutes(60) }),

    -- shut down
    set("HIC-140", percent(0)),
    mode("FIC-200", "manual"),
    output("FIC-200", percent(0)),
    mode("TIC-200", "manual"),
    output("TIC-200", W(0)),
    mode("LIC-101", "manual"),
    output("LIC-101", percent(0)),
    wait_until(completed("stop_feed"), { timeout = minutes(3) }),
    set("HIC-101", kW(0)),
    wait_until(below("TI-112", celsius(58)), { timeout = minutes(20) }),
    set("HV-400", percent(0)),
    wait(minutes(1)),
    finish(),
  },
  reactions = {
    when(alarm_active("all"), { wait(seconds(10)), acknowledge("all"), wait(seconds(60)), acknowledge("all") }),
    -- cooling water fails during production: give it all the water there is, and less to condense
    when(all_of { started("produce"), none_of { completed("produce") }, alarm_active("FAL-400") },
      { wait(seconds(15)), set("HV-400", percent(100)), set("HIC-101", kW(1.0)), wait(seconds(30)), acknowledge("all") }),
    -- and back when it has come again
    when(all_of { started("produce"), none_of { completed("produce") }, above("FI-400", kg_per_h(150)), below("HIC-101", kW(1.2)) },
      { set("HIC-101", kW(2.1)), set("HV-400", percent(80)) }),
  },
}
