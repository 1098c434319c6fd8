-- read as: operator; expected on line 5: 5 kW | 0 kW to 3 kW
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    set("HIC-101", kW(5)),
  },
}
