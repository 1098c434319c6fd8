return operator {
  says = { en = "Watches and does nothing", zh = "只看不动" },
  steps = { wait(minutes(120)) },
}
