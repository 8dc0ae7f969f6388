#!/usr/bin/env bash
# Whose words a quotation has. What the quoted person believes or says of others inside it does not count.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/cases" <<'CASES'
person/donald-tusk|“The roads are closed, and there is little more that we can do about that,” Donald Tusk said.
person/donald-tusk|“Like most of you, the president believes that the bridge will hold for a year,” Donald Tusk told parliament.
person/donald-tusk|“The report, I think, was never meant to be read by anybody,” Donald Tusk said on Friday.
person/donald-tusk|“You say that the harbour is too small, and then you want larger ships,” Donald Tusk told the mayor.
person/donald-tusk|“The engineers said the bridge would hold, and it has not held,” Donald Tusk continued.
person/donald-tusk|“We have had far more snow in this winter than ever before,” Donald Tusk said.
person/donald-tusk|Donald Tusk said in a statement, citing engineers such as Ada Lovell, that “the bridge will hold for another year or so”.
person/donald-tusk|The bridge, Donald Tusk added, was “built to carry twice as much as it does today”.
person/donald-tusk|Donald Tusk went on: “Nobody has told us who is going to pay for all of this.”
person/donald-tusk|“For too long,” Donald Tusk continued, “the people of this valley have waited for a bridge.”
unnamed/officials|Reuters reported, citing officials, that the bridge was “not expected to hold for another winter”.
none|The sign on the bridge had the words “closed to all traffic until further notice” on it.
CASES
cases=0
failed=0
while IFS='|' read -r wanted text; do
  cases=$((cases + 1))
  printf '%s\n' "$text" >"$work/article.txt"
  found=$("$BELIE" claims "$work/article.txt" 2>/dev/null | python3 -c '
import json, sys
said = [json.loads(line) for line in sys.stdin]
print(*[claim.get("speaker", "none") for claim in said if claim["predicate"] == "says"])')
  if [ "$found" = "$wanted" ]; then
    echo "ok $cases - $text"
  else
    echo "not ok $cases - $text"
    echo "# $found, not $wanted"
    failed=1
  fi
done <"$work/cases"
echo "1..$cases"
exit $failed
