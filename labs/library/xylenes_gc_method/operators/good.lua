-- A polar phase, hydrogen, a constant temperature low enough to part p from m, little on the column.
return operator {
  says = { en = "Thinks about phase, carrier and load before injecting", zh = "进样前先考虑固定相、载气与进样量的操作员" },
  steps = {
    method("GC", { phase = "wax", carrier = "hydrogen", pressure = kPa(150), oven = celsius(75), hold = minutes(4),
                   ramp1 = K_per_min(0), split = 500, volume = uL(0.1), data_rate = hertz(20), peak_width = seconds(1) }),
    analyse("GC", "mixture"),
    wait_until(analysed("GC", { sample = "mixture" }), { timeout = minutes(30) }),
    -- it is over after two minutes: no longer than that
    method("GC", { hold = minutes(2.1) }),
    analyse("GC", "ethylbenzene"),
    analyse("GC", "p-xylene"),
    analyse("GC", "m-xylene"),
    analyse("GC", "o-xylene"),
    analyse("GC", "mixture", { times = 3 }),
    wait_until(analysed("GC", { sample = "mixture", times = 4 }), { timeout = minutes(60) }),
    let("t_e", "largest('GC', 'ethylbenzene', 'retention_time')"),
    let("t_p", "largest('GC', 'p-xylene', 'retention_time')"),
    let("t_m", "largest('GC', 'm-xylene', 'retention_time')"),
    let("t_o", "largest('GC', 'o-xylene', 'retention_time')"),
    -- isomers have as many carbon atoms: equal areas are equal masses
    answer("ethylbenzene", "mean(peak('GC', 'mixture', 'area_share', t_e, 2), peak('GC', 'mixture', 'area_share', t_e, 3), peak('GC', 'mixture', 'area_share', t_e, 4))"),
    answer("p-xylene", "mean(peak('GC', 'mixture', 'area_share', t_p, 2), peak('GC', 'mixture', 'area_share', t_p, 3), peak('GC', 'mixture', 'area_share', t_p, 4))"),
    answer("m-xylene", "mean(peak('GC', 'mixture', 'area_share', t_m, 2), peak('GC', 'mixture', 'area_share', t_m, 3), peak('GC', 'mixture', 'area_share', t_m, 4))"),
    answer("o-xylene", "mean(peak('GC', 'mixture', 'area_share', t_o, 2), peak('GC', 'mixture', 'area_share', t_o, 3), peak('GC', 'mixture', 'area_share', t_o, 4))"),
    wait(seconds(5)),
    finish(),
  },
}
