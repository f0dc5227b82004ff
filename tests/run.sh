#!/usr/bin/env bash
# Installs what the tests need, builds, and runs every test: on SQLite, on PostgreSQL, and in a browser.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

# Below /tmp whatever TMPDIR says: a socket's path may have 107 characters at most.
work=$(mktemp -d /tmp/recruit-tests.XXXXXX)
pg=$work/postgres
passed=0 failed=0 skipped=0 broken=0

say() { printf '\n== %s (%s)\n' "$1" "$(date +%H:%M:%S)"; }
die() { printf '%s\n' "$1" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
pg_bin() { find /usr/lib/postgresql -mindepth 3 -maxdepth 3 -name "$1" 2>/dev/null | sort -V | tail -1; }

clean_up() {
  bash tests/postgres.sh stop "$pg"
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

install_missing() {
  local wanted=()
  command -v chromium >/dev/null || wanted+=(chromium)
  fc-list 2>/dev/null | grep -q Liberation || wanted+=(fonts-liberation fontconfig)
  [ -n "$(pg_bin initdb)" ] || wanted+=(postgresql)
  command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || wanted+=(nginx-light)
  compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || wanted+=(libfaketime)
  [ -e /usr/share/zoneinfo/America/Chicago ] || wanted+=(tzdata)
  [ ${#wanted[@]} = 0 ] && return
  command -v apt-get >/dev/null || die "Please install: ${wanted[*]}. This script can do it by itself only where apt-get exists."

  say "Installing ${wanted[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >"$work/apt.log" 2>&1 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >>"$work/apt.log" 2>&1 ||
    { tail -20 "$work/apt.log" >&2; die "apt-get could not install ${wanted[*]}."; }
}

start_postgres() {
  chmod 755 "$work"
  postgres=$(bash tests/postgres.sh start "$pg") || die "PostgreSQL did not start."
}

# run_tests NAME PROJECT [dotnet test's arguments]
run_tests() {
  local name=$1 project=$2 log=$work/test.log counts
  shift 2
  say "$name"
  # A test that hangs is named and ends the run, instead of holding it for ever.
  dotnet test "$project" --no-build --nologo --blame-hang-timeout 4m --blame-hang-dump-type none --results-directory "$work/results" "$@" 2>&1 | grep -v '^Test run for \|^VSTest version \|^Starting test execution\|^A total of ' | tee "$log"
  [ "${PIPESTATUS[0]}" = 0 ] || broken=1
  counts=$(awk '/^(Passed|Failed)! +-/ { gsub(/[:,]/, " ")
      for (i = 1; i < NF; i++) if ($(i + 1) ~ /^[0-9]+$/) n[$i] += $(i + 1) }
    END { print n["Passed"] + 0, n["Failed"] + 0, n["Skipped"] + 0 }' "$log")
  set -- $counts
  [ $(($1 + $2)) -gt 0 ] || { echo "No test of $project ran."; broken=1; }
  passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

# Now and then Chromium hangs by itself. Only that, and only once, is tried again: a failed expectation counts at once.
run_browser_tests() {
  local before="$passed $failed $skipped $broken"
  run_tests "Browser tests" tests/Recruit.BrowserTests
  grep -q 'The browser hangs: ' "$work/test.log" || return 0
  read -r passed failed skipped broken <<<"$before"
  run_tests "Browser tests again, because the browser hung" tests/Recruit.BrowserTests
}

command -v dotnet >/dev/null || die "Please install the .NET 10 SDK first: https://dotnet.microsoft.com/download"
install_missing

say "Building"
dotnet build Recruit.sln --nologo -v quiet -clp:NoSummary || die "The build failed."

run_tests "Tests on SQLite" tests/Recruit.Tests
start_postgres
RECRUIT_TEST_POSTGRES=$postgres run_tests "Tests on PostgreSQL" tests/Recruit.Tests
run_browser_tests
[ ! -d tests/Recruit.FaultTests ] || RECRUIT_TEST_POSTGRES=$postgres run_tests "Fault tests" tests/Recruit.FaultTests

printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ $broken = 0 ] && [ "$failed" = 0 ]
