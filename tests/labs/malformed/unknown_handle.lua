-- read as: operator; expected on line 5: `HIC-110` is no handle | nearest: HIC-101
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    set("HIC-110", kW(1)),
  },
}
