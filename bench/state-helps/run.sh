#!/usr/bin/env bash
# Does it help a teacher to see the student? Four agents at the same budget of examples, three seeds each, compared on the same sealed items.
# Started again after an interruption, it goes on where it was. About half an hour on two processor cores; a seed is a quarter of it per agent.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=${1:-runs/state-helps}
program=(dotnet src/DataEnvGym.Cli/bin/Release/net10.0/dataenvgym.dll)
dotnet build -c Release src/DataEnvGym.Cli -v quiet

declare -A agents=(
  [no-state]="--set environment=open-ended --set agent.kind=no-state"
  [open-ended]="--set environment=open-ended"
  [uniform]="--set agent.policy.name=uniform"
  [targeted]="--set agent.policy.name=error-proportional"
)
order=(no-state open-ended uniform targeted)
runs=()
for seed in 1 2 3; do
  for agent in "${order[@]}"; do
    run=$agent-$seed
    runs+=("$run")
    if [ -f "$root/$run/report.json" ]; then continue; fi
    if [ -f "$root/$run/episode.json" ]; then
      "${program[@]}" resume "$run" --runs "$root" > /dev/null
    else
      # shellcheck disable=SC2086  # the options are meant to be split
      "${program[@]}" run samples/math --out "$root/$run" --set seed="$seed" --set examplesPerIteration=1200 ${agents[$agent]} > /dev/null
    fi
    echo "$run done"
  done
done

"${program[@]}" compare "${runs[@]}" --runs "$root"
"${program[@]}" compare "${runs[@]}" --runs "$root" --json > "$root/comparison.json"
