-- As it stands, then hotter and faster: three humps, read off as if they were four peaks.
return operator {
  says = { en = "Takes the method that was left, then a fast hot program", zh = "沿用前人的方法，再改用快速高温程序的操作员" },
  steps = {
    analyse("GC", "mixture"),
    wait_until(analysed("GC", { sample = "mixture" }), { timeout = minutes(60) }),
    -- the other column, at full heat: beyond what the phase stands
    method("GC", { phase = "wax", oven = celsius(100), hold = minutes(0), ramp1 = K_per_min(60), oven1 = celsius(280), hold1 = minutes(1) }),
    analyse("GC", "mixture", { times = 2 }),
    wait_until(analysed("GC", { sample = "mixture", times = 3 }), { timeout = minutes(60) }),
    let("first", "result('GC', 'mixture', 'peak 1.area_share', 1)"),
    let("second", "result('GC', 'mixture', 'peak 2.area_share', 1)"),
    let("third", "result('GC', 'mixture', 'peak 3.area_share', 1)"),
    answer("ethylbenzene", "first"),
    answer("p-xylene", "second / 2"),
    answer("m-xylene", "second / 2"),
    answer("o-xylene", "third"),
    wait(seconds(5)),
    finish(),
  },
}
