#!/usr/bin/env bash
# shellcheck disable=SC1111,SC2016 # belie quotes words like “this”; Python stands in single quotes
# What is printed and where: formats, files, colour, filters, exit codes, pipes.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
escape=$(printf '\033')

# Colour: never on a file, unless asked for; --color is stronger than the environment.
expect 1 check "$corpus"
grep -q "$escape" "$work/out" && fail "colour without a terminal"
expect 1 check "$corpus" --color always
grep -q "$escape" "$work/out" || fail "no colour with --color always"
FORCE_COLOR=1 expect 1 check "$corpus"
grep -q "$escape" "$work/out" || fail "no colour with FORCE_COLOR"
FORCE_COLOR=1 NO_COLOR=1 expect 1 check "$corpus"
grep -q "$escape" "$work/out" && fail "colour with NO_COLOR"
NO_COLOR=1 expect 1 check "$corpus" --color always
grep -q "$escape" "$work/out" || fail "NO_COLOR is stronger than --color"
FORCE_COLOR=1 expect 1 check "$corpus" --color never
grep -q "$escape" "$work/out" && fail "FORCE_COLOR is stronger than --color"

# What is no file is written to and not replaced: a pipe, standard output where it is a file, beside the text.
"$BELIE" check "$corpus" --format json >"$work/json" 2>/dev/null
what="check --output json=PIPE"
[ "$("$BELIE" check "$corpus" -q --output json=/dev/fd/3 3>&1 >/dev/null 2>&1)" = "$(<"$work/json")" ] || fail "$what: other bytes"
ln -s /proc/self/fd/1 "$work/stdout"
"$BELIE" check "$corpus" --format short --output json="$work/stdout" >"$work/both" 2>/dev/null
[ -L "$work/stdout" ] || fail "--output replaced a link to standard output"
"$BELIE" check "$corpus" --format short 2>/dev/null | cat "$work/json" - | cmp -s - "$work/both" || fail "--output to standard output, then text: other bytes"

# Filters.
ids='{finding["id"] for finding in map(json.loads, lines) if "fingerprint" in finding}'
expect 1 check "$corpus" --format json
json_of "sys.exit(not {'name', 'title', 'claim'} <= {id.split('/')[0] for id in $ids})" "$work/out"
expect 0 check "$corpus" --format json --only name --fail-on never
json_of "sys.exit(not $ids or any(not id.startswith('name/') for id in $ids))" "$work/out"
expect 0 check "$corpus" --format json --only name/garbled,title --only claim/self --fail-on never
json_of "sys.exit({id.split('/')[0] for id in $ids} != {'name', 'title', 'claim'} or 'claim/contradiction' in $ids)" "$work/out"
expect 0 check "$corpus" --format json --skip name,title,claim --fail-on never
json_of "sys.exit(any(id.split('/')[0] in ('name', 'title', 'claim') for id in $ids))" "$work/out"
expect 0 check "$corpus" --format json --min-severity error --fail-on never
json_of "sys.exit({finding['severity'] for finding in map(json.loads, lines) if 'fingerprint' in finding} != {'error'})" "$work/out"
expect 0 check "$corpus" --format json --min-confidence 0.9 --fail-on never
json_of "sys.exit(any(finding['confidence'] < 0.9 for finding in map(json.loads, lines) if 'fingerprint' in finding))" "$work/out"

# --fail-on: errors by default.
expect 1 check "$corpus" --fail-on warning
expect 1 check "$corpus" --fail-on note
expect 0 check "$corpus" --fail-on never
expect 0 check "$corpus/northgate-herald/hague-dinner.txt"

# Several formats at once, and text beside them.
expect 1 check "$corpus" --output json="$work/a.json" --output sarif="$work/a.sarif" --output html="$work/a.html" -o text="$work/a.txt"
[ -s "$work/out" ] || fail "$what: nothing on standard output"
cmp "$work/out" "$work/a.txt" || fail "text differs between standard output and file"
for file in a.json a.sarif a.html a.txt; do
  [ -s "$work/$file" ] || fail "$what: no $file"
done
json_of 'all(json.loads(line) for line in lines) or sys.exit(1)' "$work/a.json"
json_of "sys.exit('</html>' not in text)" "$work/a.html"

# SARIF: what its schema requires, and every place lies in a file.
json_of '
log = json.loads(text)
assert log["version"] == "2.1.0" and "$schema" in log
run, = log["runs"]
driver = run["tool"]["driver"]
assert driver["name"] == "belie" and driver["version"]
rules = [rule["id"] for rule in driver["rules"]]
assert run["results"] and len(rules) == len(set(rules))
for result in run["results"]:
    assert result["ruleId"] in rules and result["message"]["text"]
    assert result["level"] in ("note", "warning", "error")
    assert result["partialFingerprints"]
    for location in result["locations"]:
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"] and physical["region"]["startLine"] >= 1
assert run["invocations"][0]["executionSuccessful"] is True' "$work/a.sarif"

# What cannot be written is said, and the rest still comes.
expect 3 check "$corpus" --output json="$work/no-such-folder/a.json"
says no-such-folder
[ -s "$work/out" ] || fail "$what: nothing on standard output"
expect 2 report "$corpus" --output /dev/null/report
expect 0 report "$corpus" --output "$work/report"
[ -s "$work/report/index.html" ] || fail "$what: no index.html"
if [ -w /dev/full ]; then
  for arguments in "check $corpus" "rules list" "kb stats" "version" "--help"; do
    # shellcheck disable=SC2086 # words
    "$BELIE" $arguments >/dev/full 2>"$work/err"
    [ $? -eq 3 ] || fail "belie $arguments: a full disk passes for success"
  done
fi

# A reader that has seen enough is no error of ours, and no signal.
for arguments in "check $corpus --color always" "claims $corpus" "rules list" "rules explain security/troop-deployment" "kb stats"; do
  # shellcheck disable=SC2086 # words
  "$BELIE" $arguments 2>"$work/err" | head -n 1 >/dev/null
  status=${PIPESTATUS[0]}
  [ "$status" -le 1 ] || fail "belie $arguments | head: exit $status"
  [ -s "$work/err" ] && fail "belie $arguments | head: complains"
done

# claims: JSON Lines. sources: JSON.
expect 0 claims "$corpus"
json_of '
claims = [json.loads(line) for line in lines]
assert len(claims) > 50 and all(claim["predicate"] for claim in claims)' "$work/out"
expect 0 sources "$corpus" --format json
json_of 'assert "Lumen Wire" in text and [json.loads(line) for line in lines]' "$work/out"
expect 0 sources "$corpus"
says "Lumen Wire"

# No path: the nearest corpus.json upward.
(cd "$corpus/lumen-wire" && "$BELIE" check --format json --fail-on never | tail -n 1) >"$work/from-below"
(cd "$corpus" && "$BELIE" check --format json --fail-on never | tail -n 1) >"$work/from-there"
grep -q '"articles":17' "$work/from-below" || fail "the corpus.json upward is not found"
grep -q '"articles":17' "$work/from-there" || fail "the corpus.json here is not found"
# What is to be said of every article is said of the first ones.
python3 -c '
import json
for number in range(9):
    print(json.dumps({"id": str(number), "text": "Nothing is said here by anybody."}))' >"$work/undated.jsonl"
expect 0 check "$work/undated.jsonl" --no-cache
[ "$(grep -c ":[0-9]: no date of publication" "$work/err")" -eq 3 ] || fail "$what: not three notes"
says "the same of 6 more places: no date of publication"

exit $failed
