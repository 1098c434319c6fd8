return operator {
  says = { en = "Looks on", zh = "旁观者" },
  steps = { wait(minutes(10)), finish() },
}
