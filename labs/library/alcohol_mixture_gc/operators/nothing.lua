return operator {
  says = { en = "Does nothing", zh = "不做任何操作" },
  steps = { wait(minutes(30)), finish() },
}
