-- read as: operator; expected on line 7: when lacks its steps
return operator {
  says = { en = "Bad", zh = "错误" },
  steps = {
    finish(),
  },
  reactions = { when(after(minutes(1))) },
}
