# What ./start, ./test and ./bench share: plain words, packages, building. Sourced by each, from the root of the repository.
# Sets `jobs`; every function ends the script with one sentence that says what to do when it cannot go on.

logs=build/logs

say() { printf '%s\n' "$*"; }

give_up() {
  printf '\n%s: %s\n' "$command_name" "$*" >&2
  exit 1
}

# as many compilers at once as there are processors and 1.5 GB pieces of memory
jobs=$(nproc)
by_memory=$(($(awk '/^MemTotal:/ { print $2 }' /proc/meminfo) / 1500000))
if ((by_memory < jobs)); then jobs=$((by_memory > 0 ? by_memory : 1)); fi

# logged LOG COMMAND...: runs the command with its output in $logs/LOG and shows ninja's and ctest's counters meanwhile
logged() {
  local log=$logs/$1 job
  shift
  # a process group of its own, so that Ctrl-C ends the compilers too
  set -m
  "$@" > "$log" 2>&1 < /dev/null &
  job=$!
  set +m
  trap 'kill -- "-$job" 2> /dev/null; printf "\n%s: stopped.\n" "$command_name" >&2; exit 130' INT TERM
  if [[ -t 1 ]]; then
    while kill -0 "$job" 2> /dev/null; do
      printf '\r\033[K  %.70s' "$(tail -n 1 "$log" | tr -d '\r')"
      sleep 0.5
    done
    printf '\r\033[K'
  fi
  local result=0
  wait "$job" || result=$?
  trap - INT TERM
  return "$result"
}

make_build_folder() {
  mkdir -p "$logs" 2> /dev/null && [[ -w build && -w $logs ]] ||
    give_up "cannot write to $PWD/build; run this as the owner of the folder, or clone Stillhouse into your home folder."
}

# The packages of cmake/debian-packages.txt that dpkg does not know as installed. Nothing is asked from the network.
missing_packages() {
  local package
  sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' cmake/debian-packages.txt | while read -r package; do
    dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2> /dev/null | grep -qx installed ||
      printf '%s\n' "$package"
  done
}

install_packages() {
  command -v dpkg-query > /dev/null && command -v apt-get > /dev/null ||
    give_up "this is not Debian; install what cmake/debian-packages.txt lists and run this again with --no-install."
  local missing as_root=()
  mapfile -t missing < <(missing_packages)
  if ((${#missing[@]} == 0)); then
    say "All packages are installed."
    return
  fi
  say "Missing packages: ${missing[*]}."
  if ((EUID != 0)); then
    command -v sudo > /dev/null && { [[ -t 0 ]] || sudo -n true 2> /dev/null; } ||
      give_up "installing them needs an administrator; ask one to run: apt-get install ${missing[*]}"
    as_root=(sudo)
    sudo -v || give_up "sudo refused; ask an administrator to run: apt-get install ${missing[*]}"
  fi
  say "Installing them with apt-get (a few minutes the first time) ..."
  logged packages.log "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 -o APT::Update::Error-Mode=any update ||
    give_up "the list of packages cannot be fetched; check the network connection (log: $logs/packages.log)."
  logged packages.log "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends "${missing[@]}" ||
    give_up "apt-get could not install the packages; is this Debian 12, and is there room? (log: $logs/packages.log)"
  mapfile -t missing < <(missing_packages)
  ((${#missing[@]} == 0)) || give_up "apt-get did not install ${missing[*]} (log: $logs/packages.log)."
}

# configure FOLDER CMAKE_ARGUMENTS...: a build folder that was made for another place is made anew
configure() {
  local folder=$1 launcher=()
  shift
  if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$folder/CMakeCache.txt"; then
    say "The repository has moved; starting $folder anew."
    rm -rf "$folder"
  fi
  if command -v ccache > /dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
  logged "configure_${folder//\//_}.log" cmake "$@" "${launcher[@]}" ||
    give_up "CMake cannot configure $folder: $(grep -m 1 -A 3 'CMake Error' "$logs/configure_${folder//\//_}.log" |
      tr -s '[:space:]' ' ')(log: $logs/configure_${folder//\//_}.log)."
}

# build_targets FOLDER [TARGET...]
build_targets() {
  local folder=$1 log
  shift
  log=build_${folder//\//_}.log
  if ! logged "$log" cmake --build "$folder" --parallel "$jobs" ${1:+--target "$@"}; then
    grep -E -m 5 'error:|undefined reference|ninja: error' "$logs/$log" >&2 || tail -n 5 "$logs/$log" >&2
    give_up "the build failed; the whole story is in $logs/$log."
  fi
}
