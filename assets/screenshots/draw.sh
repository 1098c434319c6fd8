#!/bin/bash
# Draws every screen in both languages, here or in a folder: assets/screenshots/draw.sh [PROGRAM [FOLDER]]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:-$here/../../build/release/stillhouse}")
folder=${2:-$here}
mkdir -p "$folder"
folder=$(realpath "$folder")

# the start page shows the runs of the present folder: there are none
empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT
cd "$empty"

lab=methanol_water_distillation
# draw SCREENS ARGUMENTS...: what is opened, and how far it has come
draw() {
  local screens=$1
  shift
  xvfb-run -a -s '-screen 0 1280x720x24' "$program" open "$@" --screen "$screens" --screenshots "$folder"
}
draw start,plant,trends,alarms,procedure,field "$lab" --operator good --at 40min
draw report "$lab" --operator careless --at 2h
draw bench alcohol_mixture_gc --operator good --at 60min
draw station "$lab" --operator good --at 60min --as instructor
draw preview "$lab" --preview

mkdir class
for operator in good careless nothing; do
  "$program" run "$lab" --operator "$operator" --student "$operator" --out "class/$operator.run" > /dev/null
done
draw class,review --review class
