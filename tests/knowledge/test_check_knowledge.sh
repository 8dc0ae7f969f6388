#!/usr/bin/env bash
# scripts/check-knowledge reads country profiles and plain tables of terms, tells those that differ, and says who is lacking.
set -euo pipefail
build=${BUILD_DIR:-build/release}
cd "${SOURCE_DIR:-$(dirname "$0")/../..}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
check() { scripts/check-knowledge "$build/belie" "$folder" | grep -v "^a reason that nothing needs" >"$folder.out"; }
has() { grep -qF -- "$1" "$folder.out" || { echo "missing: $1"; cat "$folder.out"; exit 1; }; }
trap 'rm -rf "$folder" "$folder.out"' EXIT

mkdir -p "$folder/profiles/europe"
cat >"$folder/profiles/europe/fr.json" <<'JSON'
{"Government": {"Country name": {"conventional short form": {"text": "France"}},
  "Executive branch": {"chief of state": {"text": "President Emmanuel Jean MACRON (since 14 May 2017)"},
                       "head of government": {"text": "Prime Minister &Eacute;douard PHILIPPE (since 15 May 2017); note - <em>invented</em>"}}}}
JSON
cat >"$folder/profiles/europe/jm.json" <<'JSON'
{"Government": {"Country name": {"conventional short form": {"text": "Jamaica"}},
  "Executive branch": {"chief of state": {"text": "represented by Governor-General Nobody ATALL (since February 2009)"}}}}
JSON
check
has "2 ends compared, of 2 persons"
has "100.00 % agree, 100.00 %"
has "jm/governor-general: Nobody ATALL 2009-02/"

cat >"$folder/terms-own.csv" <<'CSV'
office,person,start,end
fr/prime-minister,Jean Castex,2020-07-03,2022-05-16
fr/prime-minister,Gabriel Attal,2023-01-09,
CSV
if check; then
  echo "a wrong start was not told"
  exit 1
fi
has "5 ends compared, of 4 persons"
has "gabriel-attal  fr/prime-minister  from 2024-01-09, the table 2023-01-09 (365 days)"
[ "$(grep -c "the table" "$folder.out")" = 1 ]
echo "check-knowledge: profiles and tables of terms are read"
