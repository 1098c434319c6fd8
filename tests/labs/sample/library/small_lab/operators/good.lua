return operator {
  says = { en = "Does it well", zh = "操作规范" },
  steps = {
    set("HIC-104", percent(80)),
    wait(seconds(20)),
    set("HIC-101", kW(2.4)),
    wait_until(above("TI-112", celsius(64)), { timeout = minutes(60) }),
    set("HS-105", off),
    mode("LIC-101", "auto"),
    setpoint("LIC-101", percent(55)),
    output("LIC-101", percent(20)),
    tune("LIC-101", { gain = 2, reset = minutes(8) }),
    sample("AI-130"),
    acknowledge("PDAH-120"),
    reset("I-101"),
    take_hint("cool"),
    wait_until(all_of { completed("draw"), mode_is("LIC-101", "auto") }),
    finish(),
  },
  reactions = {
    when(alarm_active("all"), { acknowledge("all") }),
    when(alarm_active("PDAH-120"), { set("HIC-101", kW(1.5)), wait(minutes(5)) }, { once = true }),
  },
}
