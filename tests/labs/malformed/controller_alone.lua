-- read as: operator; expected on line 5: LIC-101.setpoint
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    wait_until(above("LIC-101", percent(5))),
  },
}
