#!/bin/bash
# Counts the instructions of three workloads under valgrind: numbers that repeat on any machine, where times do not.
# Only our work is counted, not the building of plants. Prints the rows of results/instructions.md.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
command_name=benchmarks/count_instructions.sh
. cmake/set_up.sh

workloads=(shipped_lab/cold_start_600_s column_a/cvode_band hires/ida_dense)
usage="usage: benchmarks/count_instructions.sh [ROW]...

Counts the instructions of our side of rows of ./bench (./bench --list names them), without building first:
  ${workloads[*]}"

if [[ ${1:-} == --help || ${1:-} == -h ]]; then
  say "$usage"
  exit 0
fi
program=build/release/benchmarks/stillhouse_bench
command -v valgrind > /dev/null ||
  give_up "it needs valgrind, which nothing else of Stillhouse does; get it with: apt-get install valgrind"
[[ -x $program ]] || give_up "there is no $program; ./bench --list builds it."
if (($#)); then workloads=("$@"); fi

make_build_folder
say "| workload | instructions |"
say "|---|---|"
for workload in "${workloads[@]}"; do
  log=$logs/callgrind_${workload//\//_}.log
  valgrind --tool=callgrind --callgrind-out-file="${log%.log}.out" --collect-atstart=no \
    --toggle-collect='stillhouse::counted_work*' "$program" --once "$workload" > "$log" 2>&1 < /dev/null ||
    give_up "$workload could not be counted (log: $log)."
  count=$(sed -n 's/^==[0-9]*== Collected : \([0-9]*\).*/\1/p' "$log")
  [[ -n $count && $count != 0 ]] || give_up "$workload was not counted (log: $log)."
  say "| $workload | $(sed -E ':a; s/^([0-9]+)([0-9]{3})/\1 \2/; ta' <<< "$count") |"
done
