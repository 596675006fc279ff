#!/usr/bin/env bash
# What the gates of curation find of the faults that were planted, with a judge that never errs and with judges that err in one answer of ten.
# A few minutes on two processor cores. A run that is there already is not made again, and the output says so: for figures of another version of the
# program give another folder.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=${1:-runs/gates}
dotnet build -c Release src/DataEnvGym.Cli -v quiet
dotnet build -c Release bench/gates -v quiet
bench=(dotnet bench/gates/bin/Release/net10.0/GatesBench.dll)

declare -A judges=(
  [perfect]=""
  [one-opinion]="--set teachers.judge.faults.misjudged=0.1 --set curation.verify.solutions=1 --set curation.verify.agree=1"
  [two-of-three]="--set teachers.judge.faults.misjudged=0.1"
  [three-of-five]="--set teachers.judge.faults.misjudged=0.1 --set curation.verify.solutions=5 --set curation.verify.agree=3"
  [rewordings]="--set agent.policy.name=oracle --set agent.policy.skills=[\"word-problem\"] --set teacher.faults.nearDuplicate=0.2"
)
for judge in perfect one-opinion two-of-three three-of-five rewordings; do
  if [ ! -f "$root/$judge/report.json" ]; then
    # shellcheck disable=SC2086  # the options are meant to be split
    dotnet src/DataEnvGym.Cli/bin/Release/net10.0/dataenvgym.dll run bench/gates/episode.json --out "$root/$judge" ${judges[$judge]} > /dev/null
    origin="made now"
  else
    origin="made before, $(date -r "$root/$judge/report.json" '+%F %T'), and not again"
  fi
  echo "## $judge ($origin)"
  echo
  "${bench[@]}" score "$root/$judge"
  echo
done

echo "## legitimate"
echo
"${bench[@]}" legitimate 5000
