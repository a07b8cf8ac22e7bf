#!/usr/bin/env bash
# Builds everything and runs every test, on a machine that has nothing but the .NET SDK.
#
#   ./test.sh                    all tests
#   ./test.sh --filter NAME      the tests whose full name contains NAME
#   ./test.sh --soak             faults are injected often instead of a few times; takes hours
#   ./test.sh --no-build         runs what was built before
#
# The last line is always "N passed, N failed, N skipped". The exit code is 0 only if something passed, nothing failed,
# and every test project told its results.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

filter=
build=yes
time_limit=30m
while (($# > 0)); do
  case $1 in
    --soak) export MEMOCOACH_SOAK=1; time_limit=12h ;;
    --filter) filter=${2:?--filter needs a name}; shift ;;
    --no-build) build=no ;;
    -h | --help) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "unknown option $1; see ./test.sh --help" >&2; exit 64 ;;
  esac
  shift
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
# Test programs are started without the dotnet command and look for the runtime here.
DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}
export DOTNET_ROOT
# Names this run: a program that tests publish is published once in it.
export MEMOCOACH_TEST_RUN="$$-$(date +%s)"

results=artifacts/test-results
passed=0 failed=0 skipped=0

finish() {
  echo
  echo "$passed passed, $failed failed, $skipped skipped"
  ((failed == 0 && passed > 0)) && exit 0
  exit 1
}

# What goes wrong outside of a test counts as one failure, so that no total hides it.
fail() {
  echo "FAILED: $*"
  failed=$((failed + 1))
}

docker_answers() { command -v docker >/dev/null && timeout 5 docker info >/dev/null 2>&1; }

# Names of the Debian packages that are missing.
missing_packages() {
  if ! docker_answers; then
    compgen -G '/usr/lib/rabbitmq/lib/*/sbin/rabbitmq-server' >/dev/null || echo rabbitmq-server
    compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || echo postgresql
  fi
  command -v chromium >/dev/null || command -v google-chrome >/dev/null || echo chromium
  command -v promtool >/dev/null || echo prometheus
  command -v amtool >/dev/null || echo prometheus-alertmanager
  command -v gpg >/dev/null || echo gnupg
}

install_servers() {
  local packages as_root=()
  mapfile -t packages < <(missing_packages)
  ((${#packages[@]} == 0)) && return 0
  echo "The tests need: ${packages[*]}"
  if ((EUID != 0)); then
    if ! { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; then
      echo "Please install them (Debian: apt-get install --no-install-recommends ${packages[*]}), or run as root,"
      echo "or start a Docker engine, which replaces rabbitmq-server and postgresql."
      return 1
    fi
    as_root=(sudo)
  fi
  command -v apt-get >/dev/null || { echo "There is no apt-get here; please install them."; return 1; }

  # The tests start servers of their own; the packages' services stay off.
  local policy=/usr/sbin/policy-rc.d ours=no status
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
    "${as_root[@]}" chmod 755 "$policy"
    ours=yes
  fi
  "${as_root[@]}" apt-get update -q=2 &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q=2 -y --no-install-recommends "${packages[@]}" >/dev/null
  status=$?
  [[ $ours == yes ]] && "${as_root[@]}" rm -f "$policy"
  return "$status"
}

build() {
  local restore_log
  restore_log=$(mktemp)
  # The web SDK puts a package of its own patch level into the lock files, so another patch cannot restore in locked mode.
  dotnet restore MemoCoach.sln --locked-mode -v quiet >"$restore_log" 2>&1 ||
    { grep -q NU1004 "$restore_log" && echo "The lock files were made by another patch of the SDK; restoring without them." &&
      dotnet restore MemoCoach.sln --force-evaluate -v quiet; } ||
    { cat "$restore_log"; return 1; }
  dotnet build MemoCoach.sln -c Release --no-restore -v quiet -nodeReuse:false &&
    dotnet format whitespace --folder --verify-no-changes
}

# Prints name and message of every failed test of an xUnit results file.
print_failures() {
  awk '
    BEGIN { RS = "<test " }
    NR > 1 && /result="Fail"/ {
      name = $0; sub(/^.*[ \t\n]?name="/, "", name); sub(/".*/, "", name)
      message = ""
      if (match($0, /<message>/)) { message = substr($0, RSTART + 9); sub(/<\/message>.*/, "", message) }
      gsub(/<!\[CDATA\[|\]\]>/, "", message)
      text = name "\n" message
      gsub(/&quot;/, "\"", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&apos;|&#39;/, "\047", text); gsub(/&amp;/, "\\&", text)
      gsub(/\n/, "\n      ", text)
      print "    " text
    }' "$1"
}

# Adds up one attribute of the <assembly> elements of a results file.
sum_of() {
  grep -ao '<assembly [^>]*>' "$2" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}

has_tests() { grep -rqE --include='*.cs' '\[(Fact|Theory|Property)\b' "$1"; }

run_project() {
  local name=$1 program=tests/$1/bin/Release/net10.0/MemoCoach.$1
  local arguments=(-noColor -noLogo -xml "$results/$name.xml")
  [[ -n $filter ]] && arguments+=(-method "*$filter*")
  # The build's working directory is the repository, whatever the tests make of it.
  timeout --kill-after=30s "$time_limit" "$program" "${arguments[@]}" >"$results/$name.log" 2>&1
  echo $? >"$results/$name.exit"
}

report_project() {
  local name=$1 file=$results/$1.xml code ok bad left
  code=$(cat "$results/$name.exit" 2>/dev/null || echo none)
  if [[ ! -s $file ]]; then
    tail -n 40 "$results/$name.log" 2>/dev/null | sed 's/^/    /'
    [[ $code == 124 || $code == 137 ]] && fail "$name did not end within $time_limit (exit code $code)" && return
    fail "$name left no results (exit code $code); its output is in $results/$name.log"
    return
  fi
  ok=$(sum_of passed "$file") bad=$(($(sum_of failed "$file") + $(sum_of errors "$file"))) left=$(sum_of skipped "$file")
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + left))
  printf '%-24s %5d passed, %d failed, %d skipped\n' "$name" "$ok" "$bad" "$left"
  if ((bad > 0)); then
    print_failures "$file"
  elif [[ $code != 0 && ! ($code == 8 && -n $filter) ]]; then
    tail -n 40 "$results/$name.log" | sed 's/^/    /'
    fail "$name ended with exit code $code though no test failed"
  elif ((ok + left == 0)) && [[ -z $filter ]]; then
    fail "$name ran no test at all"
  fi
}

install_servers || { fail "the servers that the tests need are missing"; finish; }
if [[ $build == yes ]]; then
  build || { fail "the build"; finish; }
fi

rm -rf "$results"
mkdir -p "$results"
projects=()
for folder in tests/*.Tests/; do
  name=$(basename "$folder")
  if [[ $name == AppHost.Tests ]]; then
    continue # Its packages are not on every feed; the GitHub workflow runs it.
  elif has_tests "$folder"; then
    projects+=("$name")
  else
    echo "$name has no tests yet"
  fi
done

for name in "${projects[@]}"; do
  run_project "$name"
  report_project "$name"
done
finish
