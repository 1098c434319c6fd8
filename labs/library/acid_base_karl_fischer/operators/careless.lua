return operator {
  says = { en = "Believes the labels, draws what stands in the line, runs past the end point", zh = "相信标签、不置换取样管、滴定过量" },
  steps = {
    setpoint("TIC-300", celsius(57)),
    mode("TIC-300", "auto"),
    wait(minutes(20)),
    draw("SP-300", "R1", { volume = mL(20) }),
    wait_until(drawn("SP-300"), { timeout = minutes(10) }),
    prepare("A1", { weigh("R1", mg(450)), measure("water", mL(50)) }),
    method("BUR", { rough = mL(24), drop = mL(0.2) }),
    analyse("BUR", "A1", { whole = true }),
    analyse("KF", "R1", { volume = uL(40) }),
    wait_until(all_of { analysed("BUR", { sample = "A1" }), idle("BUR"), idle("KF") }, { timeout = minutes(60) }),
    answer("naoh", "0.1"),
    answer("acid", "6.0052 * 0.1 * result('BUR', 'A1', 'volume') / weighed('A1', 'R1')"),
    answer("water", "result('KF', 'R1', 'water_fraction')"),
    finish(),
  },
}
