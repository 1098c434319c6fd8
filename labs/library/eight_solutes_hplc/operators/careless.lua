-- Finer grains and more flow; when the pump trips, its limit is raised until it no longer does.
return operator {
  says = { en = "Wants it fast and takes the pump's protection off", zh = "图快并取消泵压保护的操作员" },
  steps = {
    method("LC", { particle = um(1.8), flow = mL_per_min(4), run_time = minutes(3) }),
    analyse("LC", "mixture"),
    wait_until(analysed("LC", { sample = "mixture" }), { timeout = minutes(60) }),
    method("LC", { pressure_limit = bar(1000) }),
    analyse("LC", "mixture"),
    wait_until(analysed("LC", { sample = "mixture", times = 2 }), { timeout = minutes(60) }),
    analyse("LC", "standard"),
    wait_until(analysed("LC", { sample = "standard" }), { timeout = minutes(60) }),
    -- one standard, peaks counted off as they come
    answer("p-chlorophenol", "100 * result('LC', 'mixture', 'peak 4.area', 2) / result('LC', 'standard', 'peak 4.area')", { u = "0.1" }),
    answer("acetophenone", "100 * result('LC', 'mixture', 'peak 5.area', 2) / result('LC', 'standard', 'peak 5.area')", { u = "0.1" }),
    answer("toluene", "100 * result('LC', 'mixture', 'peak 6.area', 2) / result('LC', 'standard', 'peak 6.area')", { u = "0.1" }),
    wait(seconds(5)),
    finish(),
  },
}
