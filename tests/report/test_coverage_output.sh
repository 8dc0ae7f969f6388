#!/usr/bin/env bash
# The coverage of a draft in text and JSON: only with --against, all states, the summary adds up, what is decided is set aside.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
mkdir "$dir/corpus"
cat > "$dir/corpus/a.jsonl" <<'X'
{"id":"1","source":"post","date":"2025-05-20","text":"The fire in the grain market of Lumen killed 12 people on Monday, the town council said. Bakers shut their shops."}
{"id":"2","source":"herald","date":"2025-05-20","text":"On Monday the fire in the grain market of Lumen killed 12 people, a doctor of the council said. Poland will send troops to Ukraine."}
X
cat > "$dir/draft.txt" <<'X'
A fire in the grain market of Lumen on Monday killed 12 people, said the council of the town.

Poland will not send troops to Ukraine. Nobody forgets the 2016 election. The pier of Norvik has 40 lamps.
X
check=("$BELIE" check "$dir/draft.txt" --against "$dir/corpus" --source gazette --date 2025-05-20 --no-cache --fail-on never)

"${check[@]}" --format json 2>/dev/null > "$dir/out.jsonl"
python3 - "$dir/out.jsonl" "$dir/draft.txt" <<'PY'
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
assert all(line["version"] == 1 for line in lines)
coverage, summary = lines[-2]["coverage"], lines[-1]["summary"]
assert "coverage" not in lines[0]
spans = {span["at"]["text"]: span for span in coverage["spans"]}
figure = spans["12 people"]
assert (figure["state"], figure["kind"], figure["origins"]) == ("agrees", "figure", 2), figure
assert [told["origin"] for told in figure["told_by"]] == ["post", "herald"]
assert spans["40 lamps"]["state"] == "single"
assert spans["2016"]["state"] == "not-comparable" and spans["2016"]["reason"]
query = next(span for span in coverage["spans"] if span["state"] == "query")
assert query["findings"] == [line["fingerprint"] for line in lines if "severity" in line and line["severity"] != "note"]
original = open(sys.argv[2], "rb").read()
for span in coverage["spans"]:
    at = span["at"]
    assert original[at["offset"]:at["offset"] + at["length"]].decode() == at["text"]
for key in ("words", "covered", "counts"):
    assert summary["coverage"][key] == coverage[key]
assert sum(coverage["counts"].values()) == len(coverage["spans"])
assert 0 < coverage["covered"] < coverage["words"] == len(original.split())
PY

"${check[@]}" 2>/dev/null > "$dir/out.txt"
grep -q 'draft.txt: 2 of [0-9]* checkable spans agree with another origin' "$dir/out.txt"
if grep -q 'agrees with post' "$dir/out.txt"; then echo "without -v no span is told"; exit 1; fi
"${check[@]}" -v 2>/dev/null > "$dir/out.txt"
grep -q '1:54 “12 people” agrees with post and herald' "$dir/out.txt"
grep -q '“2016” cannot be compared: it names an event' "$dir/out.txt"

# A verdict sets the query aside.
fingerprint=$(python3 -c 'import json, sys; print(next(json.loads(l)["fingerprint"] for l in open(sys.argv[1]) if "claim/" in l))' "$dir/out.jsonl")
printf '{"format":1}\n{"fp":"%s","id":"claim/contradiction","verdict":"attributed","why":"two ministers","who":"desk"}\n' "$fingerprint" > "$dir/v.jsonl"
"${check[@]}" --verdicts "$dir/v.jsonl" 2>/dev/null > "$dir/out.txt" || { cat "$dir/out.txt"; exit 1; }
grep -q '0 queries, 1 set aside' "$dir/out.txt"

# Without a draft nothing is said of coverage.
"$BELIE" check "$dir/corpus" --no-cache --fail-on never --format json 2>/dev/null > "$dir/plain.jsonl"
if grep -q '"coverage"' "$dir/plain.jsonl"; then echo "coverage without a draft"; exit 1; fi
echo "coverage of drafts"
