-- read as: operator; expected on line 5: plant's truth | LT-101
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    wait_until(above("reboiler.level", percent(5))),
  },
}
