#!/usr/bin/env bash
# What speakers dispute is no finding, but told: in the text of a draft's check, in its coverage, in the page. What all tell alike is not.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/corpus"
cat > "$dir/corpus/a.jsonl" <<'X'
{"id":"1","source":"post","date":"2025-05-20","text":"Poland will not send troops to Ukraine. The council met on Monday in the old market hall of Brena, where the ministers of seven states spoke for six hours about roads, ferries and the price of grain. Nobody at the long table wanted to say how a vote would end, and the chair closed the meeting before the lamps were lit. Outside, forty bakers had set up stalls with rye bread and apples, and a band played until the rain came down on the square."}
{"id":"2","source":"post-copy","date":"2025-05-20","text":"Poland will not send troops to Ukraine. The council met on Monday in the old market hall of Brena, where the ministers of seven states spoke for six hours about roads, ferries and the price of grain. Nobody at the long table wanted to say how a vote would end, and the chair closed the meeting before the lamps were lit. Outside, forty bakers had set up stalls with rye bread and apples, and a band played until the rain came down on the square."}
X
printf 'Poland will send troops to Ukraine, Lithuanian President Gitanas Nauseda said.\n' > "$dir/disputed.txt"
printf 'Poland will not send troops to Ukraine, Lithuanian President Gitanas Nauseda said.\n' > "$dir/alike.txt"
against=(--against "$dir/corpus" --source gazette --date 2025-05-20 --no-cache --fail-on error)

"$BELIE" check "$dir/disputed.txt" "${against[@]}" --output json="$dir/out.jsonl" --output html="$dir/out.html" --output text="$dir/out.txt" >/dev/null 2>&1
[ "$(grep -c 'Disputed by speakers' "$dir/out.txt")" = 1 ] || { cat "$dir/out.txt"; exit 1; }
grep -q '“Poland will send troops to Ukraine” .*disputed.txt:1 and “Poland will not send troops to Ukraine” ' "$dir/out.txt"
[ "$(grep -c 'Poland will not send' "$dir/out.txt")" = 1 ] || { echo "a copy disputes once more"; exit 1; }
grep -q 'id="disputes"' "$dir/out.html"
python3 - "$dir/out.jsonl" <<'PY'
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
assert not any(line.get("id", "").startswith("claim/") for line in lines), lines
spans = lines[-2]["coverage"]["spans"]
assert [span["disputed_by"]["text"] for span in spans if "disputed_by" in span] == ["Poland will not send troops to Ukraine"], spans
PY

"$BELIE" check "$dir/alike.txt" "${against[@]}" --output html="$dir/out.html" --output text="$dir/out.txt" >/dev/null 2>&1
if grep -qi 'disputed' "$dir/out.txt"; then echo "what is told alike is no dispute"; exit 1; fi
if grep -q 'id="disputes"' "$dir/out.html"; then echo "an empty section"; exit 1; fi
echo "what speakers dispute"
