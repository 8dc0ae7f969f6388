#!/usr/bin/env bash
# The same input gives the same bytes with any number of threads, the same fingerprints in any order of the articles, and the exit
# codes that the contract names.
set -u
corpus=$SOURCE_DIR/corpus
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

fail()
{
  echo "$*"
  failed=1
}

# expect CODE WHAT COMMAND…: the command must end with CODE and not by a signal.
expect()
{
  local code=$1 what=$2
  shift 2
  "$@" >"$work/out" 2>"$work/err"
  local status=$?
  if [ $status -ne "$code" ]; then
    fail "$what: exit $status, not $code"
    head -n 5 "$work/err"
  fi
}

# A copy of the corpus to spoil.
spoiled()
{
  rm -rf "$work/spoiled"
  cp -r "$corpus" "$work/spoiled"
}

# edit CODE: runs Python on the corpus.json of the spoiled copy, as a dictionary named corpus.
edit()
{
  python3 - "$work/spoiled/corpus.json" "$1" <<'PYTHON'
import json, sys
path, code = sys.argv[1:]
with open(path) as file:
    corpus = json.load(file)
exec(code)
with open(path, "w") as file:
    json.dump(corpus, file, indent=2)
PYTHON
}

fingerprints()
{
  "$BELIE" check "$1" --format json --fail-on never 2>/dev/null | python3 -c '
import json, sys
print("\n".join(sorted(finding["fingerprint"] for finding in map(json.loads, sys.stdin) if "fingerprint" in finding)))'
}

for format in json sarif html text; do
  "$BELIE" check "$corpus" --jobs 1 --format $format --color never --fail-on never >"$work/one" 2>"$work/one.err" || fail "$format: exit $?"
  "$BELIE" check "$corpus" --jobs 4 --format $format --color never --fail-on never >"$work/four" 2>"$work/four.err" || fail "$format: exit $?"
  [ -s "$work/one" ] || fail "$format: no output"
  cmp "$work/one" "$work/four" || fail "$format: the output depends on --jobs"
  cmp "$work/one.err" "$work/four.err" || fail "$format: the messages depend on --jobs"
done

spoiled
edit 'corpus["articles"].reverse(); corpus["sources"] = dict(reversed(corpus["sources"].items()))'
fingerprints "$corpus" >"$work/as-listed"
fingerprints "$work/spoiled" >"$work/shuffled"
[ -s "$work/as-listed" ] || fail "no fingerprints"
[ -z "$(uniq -d "$work/as-listed")" ] || fail "a fingerprint stands for two findings"
cmp "$work/as-listed" "$work/shuffled" || fail "the fingerprints depend on the order of the articles"

expect 1 "findings" "$BELIE" check "$corpus"
expect 0 "findings, --fail-on never" "$BELIE" check "$corpus" --fail-on never
expect 0 "one clean article" "$BELIE" check "$corpus/northgate-herald/hague-dinner.txt"
expect 2 "unknown option" "$BELIE" check "$corpus" --no-such-option
expect 2 "unknown format" "$BELIE" check "$corpus" --format bells
expect 2 "unknown level" "$BELIE" check "$corpus" --fail-on sometimes
expect 2 "unknown finding" "$BELIE" check "$corpus" --only name/garbeld
expect 2 "no such path" "$BELIE" check "$corpus/no-such-folder"

spoiled
echo '{ "articles": [ ' >"$work/spoiled/corpus.json"
expect 2 "corpus.json cut short" "$BELIE" check "$work/spoiled"
spoiled
edit 'corpus["artikels"] = []'
expect 2 "unknown key in corpus.json" "$BELIE" check "$work/spoiled"
grep -q 'corpus.json:[0-9]*:[0-9]*:' "$work/err" || fail "a broken corpus.json is not named with its line"

spoiled
printf '\xff\xfe\xc3( no text \x80' >>"$work/spoiled/northgate-herald/hague-dinner.txt"
expect 3 "an article in broken UTF-8" "$BELIE" check "$work/spoiled" --fail-on never
grep -q 'hague-dinner.txt' "$work/err" || fail "the article in broken UTF-8 is not named"
spoiled
rm "$work/spoiled/northgate-herald/hague-dinner.txt"
expect 3 "a missing article" "$BELIE" check "$work/spoiled" --fail-on never
grep -q 'hague-dinner.txt' "$work/err" || fail "the missing article is not named"

exit $failed
