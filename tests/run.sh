#!/usr/bin/env bash
# Proves the console: installs what is missing, builds, runs every test, and ends with a line "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."

fail() { echo "$1" >&2; echo "0 passed, 1 failed"; exit 1; }

find_chromium() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

install() {
  echo "Installing $*"
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo"
  $sudo apt-get update -qq && $sudo apt-get install -y -qq "$@" >/dev/null
}

find_chromium >/dev/null || install chromium || fail "Chromium could not be installed: install it by hand and run this again."
CHROMIUM="$(find_chromium)"
export CHROMIUM
command -v node >/dev/null && command -v npm >/dev/null || install nodejs npm || fail "Node could not be installed: install Node 18 or later with npm by hand and run this again."

dotnet restore --nologo -v quiet || fail "The packages could not be restored."
dotnet build --nologo -v quiet --no-restore || fail "The build failed."

results="artifacts/test-results"
rm -rf "$results"
mkdir -p "$results"
status=0
for project in tests/*/*Tests.csproj; do
  name="$(basename "$project" .csproj)"
  echo "== $name"
  dotnet test "$project" --nologo --no-build --logger "trx;LogFileName=$name.trx" --results-directory "$results" || status=1
done

echo "== The vendors' own clients, and the description of the API"
(cd tests/sdk && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && npm test --silent) || status=1

# The counters of the result files, not the exit codes alone: a project that ran nothing must not look like success.
count() { cat "$results"/*.trx "$results"/*.counts 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o "[0-9]*" | awk '{ sum += $1 } END { print sum + 0 }'; }
passed="$(count passed)"
failed="$(count failed)"
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
[ "$passed" -gt 0 ] || failed=$((failed + 1))

# Once more at the end: who reads only the end of a log should see what to look for.
cat "$results"/*.trx 2>/dev/null | grep -o '<UnitTestResult [^>]*outcome="Failed"' | sed 's/.* testName="\([^"]*\)".*/FAILED \1/'
sed -n 's/^ *not ok [0-9]* - /FAILED /p' "$results"/*.tap 2>/dev/null
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
