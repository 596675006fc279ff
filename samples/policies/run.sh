#!/usr/bin/env bash
# Runs every spec beside this file, and compares them on the same sealed items. Started again after an interruption, it goes on where it was.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=${1:-runs/policies}
program=(dotnet src/DataEnvGym.Cli/bin/Release/net10.0/dataenvgym.dll)
[ -n "${PROGRAM:-}" ] && program=(dotnet "$PROGRAM") || dotnet build -c Release src/DataEnvGym.Cli -v quiet

# The first is what the others are compared with.
runs=(uniform)
for file in samples/policies/*.json; do
  run=$(basename "$file" .json)
  [ "$run" = uniform ] || runs+=("$run")
  if [ -f "$root/$run/report.json" ]; then continue; fi
  if [ -f "$root/$run/episode.json" ]; then
    "${program[@]}" resume "$run" --runs "$root" > /dev/null
  else
    "${program[@]}" run "$file" --out "$root/$run" > /dev/null
  fi
  echo "$run done"
done

"${program[@]}" compare "${runs[@]}" --runs "$root"
