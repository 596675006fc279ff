#!/usr/bin/env bash
# How well are the skills of the procedural benchmark found, and how far do two labellings agree, when the labeller errs? Prints the Markdown table of results.md.
# Half a minute on two processor cores, no network.
set -euo pipefail
cd "$(dirname "$0")/../.."
configuration=${CONFIGURATION:-Release}
dotnet build -c "$configuration" src/DataEnvGym.Cli -v quiet 1>&2
program=(dotnet "src/DataEnvGym.Cli/bin/$configuration/net10.0/dataenvgym.dll")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
figure='s/.*adjusted Rand index ([^,]*), Cohen.s kappa ([^,]*), (.*) of [0-9,]* items the same.*/\1 | \2 | \3/p'

echo "| labels wrong on purpose | seed | skills found | coverage | adjusted Rand index | Cohen's kappa | items right | two labellings: adjusted Rand index | Cohen's kappa | items the same |"
echo "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
for wrong in 0 0.1 0.3; do
  for seed in 1 2 3; do
    file=$scratch/$wrong-$seed.json
    agreement=$("${program[@]}" skills discover --task procedural-math --repeat 2 --out "$file" --set seed=$seed --set teacher.faults.mislabelled=$wrong 2> /dev/null | sed -En "$figure")
    truth=$("${program[@]}" skills compare "$file" | head -1)
    found=$(sed -En 's/.*: ([0-9]+) skills against.*coverage (.*)/\1 | \2/p' <<< "$truth")
    echo "| $wrong | $seed | $found | $(sed -En "$figure" <<< "$truth") | $agreement |"
  done
done
