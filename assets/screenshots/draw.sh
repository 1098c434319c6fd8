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

draw() {
  xvfb-run -a -s '-screen 0 1280x720x24' "$program" open methanol_water_distillation --screenshots "$folder" "$@"
}
draw --operator good --at 40min
draw --operator careless --at 2h --screen report
