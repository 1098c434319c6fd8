-- read as: operator; expected on line 5: complete and takes nothing more
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    wait(minutes(5))
    (minutes(6)),
  },
}
