#!/usr/bin/env bash
# Sends requests that nobody thought of to every route: tests/fuzz.sh [--requests N] [--seed N]. The same seed makes the same choices again.
# Ends with a line "Fuzz run passed" or "Fuzz run failed", and with 0 only for the first; 2 = not called so.
set -euo pipefail
cd "$(dirname "$0")/.."

FUZZ_REQUESTS=100000
FUZZ_SEED=$RANDOM
while [ $# -gt 1 ]; do
  case "$1" in
    --requests) FUZZ_REQUESTS=$2 ;;
    --seed) FUZZ_SEED=$2 ;;
    *) break ;;
  esac
  shift 2
done
[[ $# -eq 0 && "$FUZZ_REQUESTS $FUZZ_SEED" =~ ^[0-9]{1,9}\ [0-9]{1,9}$ ]] || { echo "Give --requests N and --seed N, or neither; N has 1 to 9 digits." >&2; exit 2; }
export FUZZ_REQUESTS FUZZ_SEED

tell() {
  local status=$?
  [ "$status" -eq 0 ] && echo "Fuzz run passed: seed $FUZZ_SEED." || echo "Fuzz run failed: seed $FUZZ_SEED. What was found stands above."
  exit "$status"
}
trap tell EXIT

echo "Seed $FUZZ_SEED, $FUZZ_REQUESTS requests"
dotnet build tests/AdminConsole.Tests --nologo -v quiet
dotnet artifacts/bin/AdminConsole.Tests/debug/AdminConsole.Tests.dll -class '*.FuzzTests' -showLiveOutput -noColor |
  sed -u 's/^ *[A-Za-z.]*FuzzTests[A-Za-z_.]* \[OUTPUT\] //'
