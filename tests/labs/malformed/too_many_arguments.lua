-- read as: operator; expected on line 5: too many
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    wait(minutes(5), minutes(6)),
  },
}
