#!/usr/bin/env bash
# belie init makes a folder of articles ready, touches nothing that is there, and what it makes passes every check at once.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
mkdir -p "$work/news/alder" "$work/news/birch"
cd "$work/news" || exit
printf -- '---\ndate: 2021-11-20\n---\nNorway has 40 lighthouses that are still lit at night.\n' >alder/north.md
printf -- '---\ndate: 2021-11-20\n---\nA keeper was interviewed in the old town hall.\n' >birch/north.md

expect 0 init
says "made  corpus.json: 2 sources of 2 articles" "belie check"
for file in corpus.json belie.json belie-baseline.jsonl rules/house.json .gitattributes .github/workflows/belie.yml; do
  [ -s $file ] || fail "belie init makes no $file"
  says "made  $file"
done
json_of "
config = json.loads(text)
assert set(config) == {'sources', 'ignore'} and set(config['sources']) == {'alder', 'birch'} and 'drafts/**' in config['ignore'], config" corpus.json
expect 0 check
[ -s "$work/err" ] && fail "$what: $(head -n 1 "$work/err")"
expect 0 rules check --no-default-rules # what ships is checked elsewhere
expect 0 rules test rules/house.json
says " passed, 0 failed"
expect 0 rules list house
says "house/closes-port"
expect 0 baseline diff
expect 0 check --show-config
says '"rules": ["rules"],' belie.json:4

# The first rule is at work, the baseline is one, and it merges.
printf -- '---\ndate: 2021-11-20\n---\nNorway will close the port of Bergen.\n' >alder/port.md
printf -- '---\ndate: 2021-11-20\n---\nNorway will not close the port of Bergen.\n' >birch/port.md
expect 1 check --only claim --fail-on note
says "port of Bergen"
expect 0 baseline create --only claim
says "1 finding added, 0 kept"
expect 0 check --only claim --fail-on note
[ "$(git check-attr merge belie-baseline.jsonl 2>/dev/null)" != "belie-baseline.jsonl: merge: unset" ] || fail "no merge=union"

# Again, and over what a user has: nothing changes, and each file is named.
find . -type f -print0 | sort -z | xargs -0 sha256sum >"$work/before"
expect 0 init
says "kept  corpus.json" "kept  belie.json" "kept  belie-baseline.jsonl" "kept  rules/house.json" "kept  .github/workflows/belie.yml" "merge=union"
grep -q "^made" "$work/out" && fail "$what makes something again"
find . -type f -print0 | sort -z | xargs -0 sha256sum | cmp -s - "$work/before" || fail "$what changed what is there"
mkdir "$work/own"
ln -s /nowhere "$work/own/belie.json"
echo "*.md text" >"$work/own/.gitattributes"
expect 0 init "$work/own"
says "kept  belie.json" "kept  .gitattributes"
[ -L "$work/own/belie.json" ] || fail "a link was replaced"
[ "$(cat "$work/own/.gitattributes")" = "*.md text" ] || fail ".gitattributes was changed"

# A folder that is not there is made; without articles there are no sources.
expect 0 init "$work/new/corpus"
says "made  corpus.json: 0 sources of 0 articles"
(cd "$work/new/corpus" && expect 0 rules check --no-default-rules) || failed=1
wrong "one FOLDER" init a b
touch "$work/file"
wrong "$work/file" init "$work/file/corpus"
exit $failed
