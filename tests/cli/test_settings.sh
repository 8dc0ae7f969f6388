#!/usr/bin/env bash
# belie.json: the nearest upward and what it extends; single findings and rules, and paths; the command line before it; --show-config.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
unset SOURCE_DATE_EPOCH

home=$work/house/corpus
mkdir -p "$home"/{archive,news,rules}
cd "$home" || exit
cat >rules/lights.json <<'JSON'
{ "format": 1, "pack": "lights", "language": "en", "rules": [
  { "id": "lights/lighthouses", "title": "Lighthouses", "renamed_from": ["towers/lighthouses"],
    "claim": { "predicate": "has-lighthouses", "key": ["country"], "value": "n", "value_kind": "quantity", "window": "30d" },
    "phrases": ["{country:country} has {n:quantity} lighthouses"],
    "conflict": { "severity": "error", "confidence": 0.9 },
    "tests": [{ "yes": "Norway has 40 lighthouses." }, { "no": "Norway has no lighthouse." }] } ] }
JSON
echo '{ "rules": "rules" }' >corpus.json
for n in 40 90; do
  printf -- '---\ndate: 2021-11-20\n---\nThe count is over. Norway has %s lighthouses on its coast.\n' $n >news/norway-$n.md
  printf -- '---\ndate: 2011-11-20\n---\nThe count is over. Italy has %s lighthouses on its coast.\n' $n >archive/italy-$n.md
done

# findings N [OPTION…]: belie check finds N of number/conflict, whatever it ends with
findings()
{
  local n=$1
  shift
  what="belie check $*"
  "$BELIE" check --no-cache --format json "$@" >"$work/out" 2>"$work/err"
  status=$?
  json_of "
found = [f for f in map(json.loads, lines) if f.get('id') == 'number/conflict']
assert len(found) == $n, [f['message'] for f in found]" "$work/out"
}
severities()
{
  json_of "
found = sorted(f['severity'] for f in map(json.loads, lines) if f.get('id') == 'number/conflict')
assert found == sorted('$*'.split()), found" "$work/out"
}
settings()
{
  printf '%s\n' "$1" >belie.json
}

findings 2
severities error error

# By finding, group, rule and pack of rules: the narrower name counts, and a rule that was renamed is still meant.
settings '{ "findings": { "number/conflict": "off" } }'
findings 0
findings 2 --no-config
findings 2 --only number/conflict # asked for by name, it is shown
findings 0 --only number
settings '{ "findings": { "number": "off", "number/conflict": "warning" } }'
findings 2
severities warning warning
settings '{ "findings": { "lights/lighthouses": "on", "lights": "note", "number": "off" } }'
findings 2
severities error error
settings '{ "findings": { "lights": "note", "number/conflict": "warning" } }'
findings 2
severities note note
[ $status -eq 0 ] || fail "a note ends the run with $status"
settings '{ "findings": { "towers/lighthouses": "off" } }'
findings 0

# Confidence by finding, over that of the file; that of the command line is for all.
settings '{ "findings": { "number": { "min-confidence": 0.95 } } }'
findings 0
findings 2 --min-confidence 0.5
settings '{ "min-confidence": 0.95, "findings": { "number": { "min-confidence": 0.5 } } }'
findings 2
findings 0 --min-confidence 0.95

# Paths: of the article that is asked about; a later override stands before an earlier one, whatever names they use.
settings '{ "overrides": [{ "paths": ["archive/**"], "findings": { "number": "off" } }] }'
findings 1
grep -q '"news/norway' "$work/out" || fail "the override has taken away another finding"
(cd news && findings 1) || fail "in a folder below, a path means another folder"
(cd / && findings 1 "$home") || fail "from another folder, a path means another folder"
settings '{ "findings": { "number/conflict": "off" }, "overrides": [
  { "paths": "archive", "findings": { "number/conflict": "on" } }, { "paths": ["italy-*"], "findings": { "number": "note" } }] }'
findings 1
severities note

# What an options can say, and the command line before it.
settings '{ "fail-on": "never", "min-severity": "warning", "default-rules": false, "only": ["number"] }'
findings 2
[ $status -eq 0 ] || fail "fail-on never ends with $status"
findings 2 --fail-on error
[ $status -eq 1 ] || fail "--fail-on does not stand before fail-on"
settings '{ "rules": ["rules"], "skip": ["number"] }'
findings 0
findings 2 --skip date
settings '{ "baseline": "known/today.jsonl" }'
mkdir known
expect 0 baseline create --only number
[ -s known/today.jsonl ] || fail "the baseline of belie.json was not made"
findings 2
[ $status -eq 0 ] || fail "what is in the baseline of belie.json ends with $status"
sed -i s/90/40/ news/norway-90.md
expect 4 check --only number
settings '{ "baseline": "known/today.jsonl", "baseline-lenient": true }'
expect 0 check --only number
expect 4 check --only number --no-baseline-lenient
sed -i 's/ 40/ 90/' news/norway-90.md
settings '{ "verdicts": "known/verdicts.jsonl" }'
printf '%s\n' '{"format":1}' '{"fp":"number/v1:0123456789abcdef","id":"number/conflict","verdict":"superseded","why":"counted again"}' >"$work/exported.jsonl"
expect 0 baseline apply "$work/exported.jsonl"
[ -s known/verdicts.jsonl ] || fail "the verdicts did not go where belie.json has them"
rm -r known

# What is extended, and nothing else: not what lies above.
echo '{ "findings": { "number": "off" }, "fail-on": "never", "skip": ["date"] }' >../belie.json
rm belie.json
findings 0
settings '{}'
findings 2
settings '{ "extends": "../belie.json", "findings": { "number/conflict": "note" }, "skip": ["title"] }'
findings 2
severities note note
expect 0 check --show-config
says '"fail-on": "never",' '../belie.json:1:' '"skip": ["title"]'
mkdir "$work/strict"
echo '{ "findings": { "number": { "severity": "error" } }, "overrides": [{ "paths": ["archive"], "findings": { "number": "error" } }] }' >"$work/strict/house.json"
settings "{ \"extends\": [\"../belie.json\", \"$work/strict/house.json\"], \"findings\": { \"number\": { \"min-confidence\": 0.1 } } }"
findings 2
severities error error
rm ../belie.json

# --show-config is of the form of belie.json, says where each comes from, and a run by it gives the same.
settings '{ "min-severity": "warning",
  "findings": { "number": "warning" },
  "overrides": [{ "paths": ["archive/**"], "findings": { "number": { "severity": "note", "min-confidence": 0.5 } } }] }'
findings 1
cp "$work/out" "$work/before"
expect 0 check --show-config --jobs 2 --no-cache
tr -s ' ' <"$work/out" >"$work/err" # says looks into both
says '"min-severity": "warning", // belie.json:1:3' '"jobs": 2, // command line: --jobs' '"fail-on": "error", // default' '// belie.json:2:17' \
  '"cache": false, // command line: --no-cache' '// settings: belie.json'
cp "$work/out" belie.json
findings 1
cmp -s "$work/before" "$work/out" || fail "a run by what --show-config prints is another"
BELIE_DATA=$SOURCE_DIR/rules expect 0 check --show-config --no-config
says "// environment: BELIE_DATA=$SOURCE_DIR/rules" "--no-config"

# What is wrong is said with its place, before anything runs.
# bad WORDS TEXT
bad()
{
  settings "$2"
  expect 2 check
  says "$1"
  [ -s "$work/out" ] && fail "$what prints with a wrong belie.json"
}
bad 'belie.json:1:3: unknown key “fail_on”; did you mean “fail-on”?' '{ "fail_on": "warning" }'
bad 'belie.json:1:14: is one of error, warning, note, never, not “warnings”; did you mean “warning”?' '{ "fail-on": "warnings" }'
bad 'did you mean “number/conflict”?' '{ "findings": { "number/conflikt": "off" } }'
bad 'belie.json:1:17: there is no finding or rule “lights/lighthose”; did you mean “lights/lighthouses”?' '{ "findings": { "lights/lighthose": "off" } }'
bad 'belie.json:1:14: there is no file “../nowhere.json” to extend' '{ "extends": "../nowhere.json" }'
bad 'belie.json:2:' '{
}}'
echo '{ "extends": "belie.json" }' >circle.json
bad 'circle.json:1:14: “belie.json” extends this file in turn' '{ "extends": "circle.json" }'
settings '{}'
wrong "nowhere.json" check --config nowhere.json
expect 2 check --no-config --config
settings '{ "jobs": 1.5 }'
expect 2 claims
says "belie.json:1:11"
expect 0 rules list --no-config
exit $failed
