-- read as: operator; expected on line 5: is the word above | a step
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    above("TI-112", celsius(5)),
  },
}
