#!/usr/bin/env bash
# Which faults in the graders, gates and statistics do the tests notice? README.md says what may be given.
set -euo pipefail
cd "$(dirname "$0")/../.."
copy=$(mktemp -d -p ..) # beside the repository, so that the data in a folder above is found
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$copy"
dotnet build bench/mutants/MutantsBench.csproj -c Release -v quiet
dotnet bench/mutants/bin/Release/net10.0/MutantsBench.dll "$copy" "${1:-70}" "${2:-1}" "${3:-}" "${@:4}"
