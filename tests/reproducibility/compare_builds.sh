#!/bin/bash
# Does a run have the same bits from every compiler and on every processor?
# Lets build/release (gcc, optimised) and build/sanitize (clang, every access watched) play the same stretch of a lab,
# also with the processor's FMA and AVX2 hidden from glibc, and compares the digests of the state. Then each build
# verifies the run of every other. With --every builds with gcc -O0 and clang -O2 are made and take part, too.
# usage: compare_builds.sh [--every] [LAB [SECONDS]]   needs both builds; leaves its runs in build/reproducibility
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
command_name=compare_builds.sh
. cmake/set_up.sh

every=false
if [[ ${1:-} == --every ]]; then
  every=true
  shift
fi
lab=${1:-methanol_water_distillation}
until=${2:-2400}  # long enough for the vapour front to climb the trays
folder=build/reproducibility
hidden=glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA
make_build_folder
mkdir -p "$folder"
rm -f "$folder"/*.run "$folder"/*.log

program=tests/stillhouse_reproduce
for build in release sanitize; do
  [[ -x build/$build/$program ]] || give_up "build/$build/$program is missing; run ./test, which builds it first."
done
only_the_program=(-DSTILLHOUSE_BENCHMARKS=OFF -DSTILLHOUSE_WINDOW=OFF -G Ninja)
if $every; then
  configure build/gcc_O0 -S . -B build/gcc_O0 "${only_the_program[@]}" -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_CXX_COMPILER=g++ -DCMAKE_CXX_FLAGS_DEBUG=-O0
  build_targets build/gcc_O0 stillhouse_reproduce
  configure build/clang_O2 -S . -B build/clang_O2 "${only_the_program[@]}" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_CXX_COMPILER=clang++
  build_targets build/clang_O2 stillhouse_reproduce
fi

# play NAME PROGRAM [VARIABLE=VALUE]: one run of the lab, in the background
declare -A programs
jobs_running=()
play() {
  local name=$1 built=$2
  shift 2
  programs[$name]=$built
  env "$@" "$built" play "$lab" "$until" "$folder/$name.run" > "$folder/$name.log" 2>&1 < /dev/null &
  jobs_running+=("$name $!")
  if ((${#jobs_running[@]} >= jobs)); then finish; fi
}
finish() {
  local entry
  for entry in ${jobs_running[@]+"${jobs_running[@]}"}; do
    wait "${entry#* }" || give_up "the run of ${entry% *} did not end well; see $folder/${entry% *}.log."
  done
  jobs_running=()
}
builds=(gcc clang_sanitized)
play gcc build/release/$program
play clang_sanitized build/sanitize/$program
play gcc_without_fma build/release/$program GLIBC_TUNABLES=$hidden
play clang_sanitized_without_fma build/sanitize/$program GLIBC_TUNABLES=$hidden
others=(clang_sanitized gcc_without_fma clang_sanitized_without_fma)
if $every; then
  builds+=(gcc_O0 clang_O2)
  play gcc_O0 build/gcc_O0/$program
  play clang_O2 build/clang_O2/$program
  play clang_O2_without_fma build/clang_O2/$program GLIBC_TUNABLES=$hidden
  others+=(gcc_O0 clang_O2 clang_O2_without_fma)
fi
finish

# digests RUN: "scan digest" of each digest record
digests() {
  sed -nE 's/.*"type" ?: ?"digest".*/&/p' "$1" |
    sed -E 's/.*"digest" ?: ?"([0-9a-f]+)".*"scan" ?: ?([0-9]+).*/\2 \1/; s/.*"scan" ?: ?([0-9]+).*"digest" ?: ?"([0-9a-f]+)".*/\1 \2/'
}

digests "$folder/gcc.run" > "$folder/gcc.digests"
count=$(wc -l < "$folder/gcc.digests")
different=$(cut -d' ' -f2 "$folder/gcc.digests" | sort -u | wc -l)
# a run that records nothing, or whose state stands still, would agree with anything
((count >= 10 && different >= 10)) ||
  give_up "$folder/gcc.run has $count digests, $different of them different; at least 10 are needed to compare."

result=0
for name in "${others[@]}"; do
  digests "$folder/$name.run" > "$folder/$name.digests"
  if cmp -s "$folder/gcc.digests" "$folder/$name.digests"; then
    say "  $name: the same $count digests as gcc"
  else
    result=1
    say "  $name: differs from gcc, first at scan $(diff "$folder/gcc.digests" "$folder/$name.digests" |
      sed -nE 's/^[<>] ([0-9]+) .*/\1/p' | sort -n | head -n 1)"
  fi
done

# verify RECORDED VERIFIER: says what came of it
verify() {
  local log=$folder/verify_$1_by_$2.log
  if "${programs[$2]}" verify "$folder/$1.run" > "$log" 2>&1 < /dev/null; then
    say "  the run of $1, verified by $2: identical"
  else
    say "  the run of $1, verified by $2: NOT identical ($log)"
  fi
}
verified=$(for recorded in "${builds[@]}"; do
  for verifier in "${builds[@]}"; do
    if [[ $recorded != "$verifier" ]]; then
      verify "$recorded" "$verifier" &
      while (($(jobs -rp | wc -l) >= jobs)); do wait -n; done
    fi
  done
done; wait)
sort <<< "$verified"
(($(grep -c ': identical$' <<< "$verified") == ${#builds[@]} * (${#builds[@]} - 1))) || result=1
exit "$result"
