#!/usr/bin/env bash
# belie as a gate of a repository of articles: a baseline, changes of a branch, what is stale, merges, comments and verdicts.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org \
  GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org
unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE
repository=$work/repository
mkdir -p "$repository/alder" "$repository/birch" "$repository/rules"
cd "$repository" || exit

# A rule of our own, so that the words of the shipped packs may change.
cat >rules/lights.json <<'JSON'
{ "format": 1, "pack": "lights", "language": "en", "rules": [
  { "id": "lights/lighthouses", "title": "Lighthouses",
    "claim": { "predicate": "has-lighthouses", "key": ["country"], "value": "n", "value_kind": "quantity", "window": "30d" },
    "phrases": ["{country:country} has {n:quantity} lighthouses"],
    "conflict": { "severity": "error", "confidence": 0.9 },
    "tests": [{ "yes": "Norway has 40 lighthouses." }, { "no": "Norway has no lighthouse." }] } ] }
JSON
cat >corpus.json <<'JSON'
{ "rules": "rules", "articles": [
  { "path": "alder/north.md", "source": "alder", "published": "2021-11-20" },
  { "path": "birch/north.md", "source": "birch", "published": "2021-11-20" },
  { "path": "birch/south.md", "id": "south", "source": "birch", "published": "2021-11-20" },
  { "path": "alder/south.md", "source": "alder", "published": "2021-11-21" } ] }
JSON
echo "The count was finished on Monday. Norway has 40 lighthouses that are still lit at night." >alder/north.md
echo "Keepers met in the old town hall. Norway has 90 lighthouses that are still lit at night." >birch/north.md
echo "A keeper was interviewed. Italy has 60 lighthouses along its coast." >birch/south.md
echo "The museum opened its doors. Italy has 60 lighthouses along its coast." >alder/south.md
echo "belie-baseline.jsonl merge=union" >.gitattributes
git init -q -b main . && git add -A && git commit -qm "articles" || exit

# check CODE N [OPTION…]: exit code and number of findings that are not set aside
gate()
{
  local code=$1 n=$2
  shift 2
  expect "$code" check --no-cache --only number,allow "$@" --output json="$work/json"
  json_of "
shown = [f for f in map(json.loads, lines) if 'fingerprint' in f and f.get('state', 'new') in ('new', 'real', 'fixed')]
assert len(shown) == $n, [f['message'] for f in shown]" "$work/json"
}

# What was there becomes the baseline.
gate 1 1
expect 0 baseline create --only number
says "1 finding added"
grep -q '"state":"legacy"' belie-baseline.jsonl || fail "the baseline has no legacy finding"
gate 0 0
gate 1 1 --no-baseline
git add -A && git commit -qm "baseline"

# A change adds one conflict: one finding, exit 1, told from the changed article, also when that is the older one.
git switch -qc change
sed -i 's/60/75/' birch/south.md
gate 1 1
gate 1 1 --changed-since main
json_of "
finding = json.loads(lines[0])
assert finding['at']['article'] == 'birch/south.md' and '75' in finding['at']['text'], finding['at']
assert finding['evidence'][0]['article'] == 'alder/south.md' and finding['message'].index('75') < finding['message'].index('60'), finding['message']
assert json.loads(lines[-1])['summary']['in_question'] == 1" "$work/json"
before=$(head -n 1 "$work/json" | grep -o '"fingerprint":"[^"]*"')
gate 1 1 --no-baseline --skip allow --files-from - <<<"alder/south.md"
[ "$(head -n 1 "$work/json" | grep -o '"fingerprint":"[^"]*"')" = "$before" ] || fail "told from the other side, a finding has another fingerprint"
gate 0 0 --staged
git add -A
gate 1 1 --staged
git commit -qm "change"
gate 1 1 --changed-since main
# A change of the rules puts all articles in question.
touch rules/lights.json && sed -i 's/Lighthouses/All lighthouses/' rules/lights.json
gate 1 2 --changed-since main --no-baseline
git checkout -q rules
wrong "no revision" check --changed-since nowhere
says "nowhere"

# Fixed: the line of the baseline is stale, exit 4; pruned: 0.
sed -i 's/75/60/' birch/south.md
gate 0 0
sed -i 's/90/40/' birch/north.md
gate 4 0
says "belie baseline prune"
gate 0 0 --baseline-lenient
expect 4 baseline diff --only number
expect 0 baseline prune
says "1 line removed"
gate 0 0
git add -A && git commit -qm "fixed"

# Two branches that both touched the baseline.
git switch -q main
git switch -qc left && sed -i 's/40/41/' alder/north.md && expect 0 baseline create --only number && expect 0 baseline prune
git add -A && git commit -qm "left"
git switch -q main && git switch -qc right && sed -i 's/60/61/' alder/south.md && expect 0 baseline create --only number
git add -A && git commit -qm "right"
git merge -q -m "both" left >"$work/out" 2>&1 || fail "the baseline does not merge: $(cat "$work/out")"
gate 4 0
expect 0 baseline prune
gate 0 0
[ "$(wc -l <belie-baseline.jsonl)" = 3 ] || fail "a merged and pruned baseline has a line too many: $(cat belie-baseline.jsonl)"

# Lines move, a file with an id is renamed, a paragraph is set anew: nothing is reopened.
sed -i '1s/^/A note on the count.\n\n/; s/still lit/still\nlit/' alder/north.md
git mv birch/south.md birch/italy.md && sed -i 's,birch/south.md,birch/italy.md,' corpus.json
gate 0 0

# What cannot be read is said with its line, and nothing runs.
sed -i '2s/"legacy"/"settled"/' belie-baseline.jsonl
expect 2 check
says "belie-baseline.jsonl:2:" "settled"
printf '%s\n' '<<<<<<< left' >>belie-baseline.jsonl
expect 2 check
says "merge"
git checkout -q belie-baseline.jsonl

# Comments in articles.
git checkout -q -- . && git clean -qfd && git reset -q --hard main
rm belie-baseline.jsonl
gate 1 1
sed -i 's/at night\./at night. <!-- belie: allow number\/conflict["90 lighthouses"] until=2999-01-31 -- the old count is quoted -->/' birch/north.md
gate 0 0
grep -q '"state":"allowed"' "$work/json" || fail "a comment allows nothing"
# The comment is none of the words of the article, though a reason begins with two hyphens.
expect 0 check birch/north.md --no-cache --no-config --fail-on note --skip allow
says "0 errors, 0 warnings, 0 notes"
sed -i 's/until=2999/until=2001/' birch/north.md
gate 1 2
grep -q '"id":"allow/expired"' "$work/json" || fail "an expired comment is not told"
sed -i 's/until=2001-01-31 //; s/90/40/' birch/north.md
gate 4 1
grep -q '"id":"allow/unused"' "$work/json" || fail "an unused comment is not told"
sed -i 's/ -- the old count is quoted//' birch/north.md
gate 4 1
grep -q '"id":"allow/malformed"' "$work/json" || fail "a comment without a reason is not told"
git checkout -q birch/north.md

# Verdicts as the report exports them.
gate 1 1
fingerprint=$(head -n 1 "$work/json" | sed 's/.*"fingerprint":"\([^"]*\)".*/\1/')
printf '%s\n' '{"format":1}' "{\"fp\":\"$fingerprint\",\"id\":\"number/conflict\",\"verdict\":\"superseded\",\"why\":\"a second count\",\"who\":\"desk\"}" >"$work/verdicts.jsonl"
expect 0 baseline apply "$work/verdicts.jsonl"
says "1 verdict applied"
gate 0 0
sed -i 's/superseded/real/' "$work/verdicts.jsonl"
expect 0 baseline apply "$work/verdicts.jsonl"
gate 1 1
sed -i 's/"why":"a second count",//; s/real/false-positive/' "$work/verdicts.jsonl"
expect 2 baseline apply "$work/verdicts.jsonl"
says "needs a reason"

# A draft against the corpus.
rm -f belie-verdicts.jsonl
git checkout -q .
echo "Divers found it. Italy has 12 lighthouses along its coast." >"$work/draft.txt"
expect 1 check "$work/draft.txt" --against . --only number --no-cache --date 2021-11-22
says "12 lighthouses"
grep -q "40 lighthouses" "$work/out" && fail "what does not touch the draft is shown"
expect 1 check - --against . --only number --no-cache --source cedar --date 2021-11-22 <"$work/draft.txt"
says "12 lighthouses"
wrong "--against" check - --source cedar
exit $failed
