#!/usr/bin/env bash
# What `belie check --format json` and `belie sources --format json` (also with --facts and --single) print has the form of
# rules/schema/output: fixtures, the demonstration corpus, a draft, decisions, comments.
set -u
cd "$SOURCE_DIR/tests/schema" || exit 1
if ! python3 -c 'from jsonschema import Draft202012Validator' 2>/dev/null; then
  echo "1..0 # SKIP the Python package jsonschema is not there; scripts/bootstrap --dev installs it"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# result NAME OUTPUT: right when the output is empty
result()
{
  if [ -z "$2" ]; then
    echo "ok - $1"
  else
    failed=1
    echo "not ok - $1"
    echo "# ${2//$'\n'/$'\n'# }"
  fi
}

# lines NAME KIND LEAST: the lines on standard input are at least so many, and each is valid
lines()
{
  local name=$1 schema=$SOURCE_DIR/rules/schema/output/$2-1.json folder=$work/$2-${1//[^a-z]/-} n
  mkdir "$folder"
  split -l 1 -a 5 - "$folder/"
  n=$(find "$folder" -type f | wc -l)
  [ "$n" -ge "$3" ] || result "$name: there are lines" "$n of them"
  result "$name: $n lines are valid" "$(find "$folder" -type f -print0 | sort -z | xargs -0 python3 validate.py --schema "$schema" | grep -v '^valid ' | head -n 3)"
}

for kind in check sources sources-facts sources-single; do
  schema=$SOURCE_DIR/rules/schema/output/$kind-1.json
  result "$kind: valid fixtures are, and have every key" "$(python3 validate.py --covered "$schema" outputs/$kind/valid/*.json | grep -v '^valid ')"
  result "$kind: invalid fixtures are not" "$(python3 validate.py --schema "$schema" outputs/$kind/invalid/*.json | grep '^valid ')"
done

check()
{
  "$BELIE" check --no-cache --no-config --format json "$@" 2>/dev/null
}
check "$SOURCE_DIR/corpus" | lines "the corpus" check 40
"$BELIE" sources "$SOURCE_DIR/corpus" --no-cache --format json 2>/dev/null | lines "its sources" sources 5
"$BELIE" sources "$SOURCE_DIR/corpus" --no-cache --facts --format json 2>/dev/null | lines "what they share" sources-facts 5
"$BELIE" sources "$SOURCE_DIR/corpus" --no-cache --single --format json 2>/dev/null | lines "what one has alone" sources-single 20
head -c 2000 "$SOURCE_DIR"/corpus/lumen-wire/2025-08-20-defence-chiefs.txt >"$work/draft.txt"
echo "Poland will send troops to Ukraine." >>"$work/draft.txt"
check "$work/draft.txt" --against "$SOURCE_DIR/corpus" --date 2025-08-21 | lines "a draft" check 2

mkdir -p "$work/news"
echo 'The the mill burned. <!-- belie: allow text/damage["the the"] -- so it was printed -->' >"$work/news/a.md"
echo 'It closed. <!-- belie: allow date -->' >"$work/news/b.md"
echo "Fire fighters came came on Thursday, 8 November 2021." >"$work/news/c.txt"
"$BELIE" baseline create "$work/news" --no-cache >/dev/null 2>&1
echo '{"fp":"date/v1:0123456789abcdef","state":"accepted","why":"gone","until":"2031-01-01"}' >>"$work/news/belie-baseline.jsonl"
check "$work/news" >"$work/out"
for word in '"state":"allowed"' '"state":"legacy"' '"id":"allow/malformed"' '"stale":[{'; do
  grep -qF "$word" "$work/out" || result "there is $word" "no: $(tail -n 1 "$work/out" | cut -c 1-300)"
done
lines "what was decided" check 4 <"$work/out"
echo "1..14"
exit $failed
