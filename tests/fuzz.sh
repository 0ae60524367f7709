#!/usr/bin/env bash
# Sends requests that nobody thought of to every route for programs: tests/fuzz.sh [--requests N] [--seed N]. The same seed makes the same choices again.
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
[ $# -eq 0 ] || { echo "Give --requests N and --seed N, or neither." >&2; exit 2; }
export FUZZ_REQUESTS FUZZ_SEED

echo "Seed $FUZZ_SEED"
dotnet build tests/AdminConsole.Tests --nologo -v quiet
exec dotnet artifacts/bin/AdminConsole.Tests/debug/AdminConsole.Tests.dll -class '*.FuzzTests' -showLiveOutput
