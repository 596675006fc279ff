#!/usr/bin/env bash
# run.sh [PAIRS]: grades the same pairs, 100,000 unless given, with `dataenvgym grade` and with the classic Python normaliser; prints times and agreement with the truth.
set -euo pipefail
count=${1:-100000}
cd "$(dirname "$0")/../.."
dotnet build src/DataEnvGym.Cli -c Release --nologo -v quiet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
here=bench/math-grader
cli=src/DataEnvGym.Cli/bin/Release/net10.0/dataenvgym.dll
python3 $here/pairs.py "$count" > "$work/pairs.jsonl"

timed() {
  local start end
  start=$(date +%s.%N); "${@:2}"; end=$(date +%s.%N)
  awk -v a="$start" -v b="$end" -v n="$count" -v name="$1" 'BEGIN { printf "%s: %.2f s, %.0f pairs per second\n", name, b - a, n / (b - a) }'
}
classic() { python3 $here/classic.py < "$work/pairs.jsonl" > "$work/classic.jsonl"; }
ours() { dotnet "$cli" grade --grader "$1" --pairs "$work/pairs.jsonl" --json > "$work/$1.jsonl"; }
one() { DOTNET_PROCESSOR_COUNT=1 ours math; }

timed "classic (python3, one processor)" classic
timed "math (all processors)" ours math
timed "math (one processor)" one
timed "parity (all processors)" ours parity
python3 $here/compare.py "$work/pairs.jsonl" "math=$work/math.jsonl" "classic=$work/classic.jsonl" "parity=$work/parity.jsonl"
