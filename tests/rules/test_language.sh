#!/usr/bin/env bash
# The whole rule language in one pack (fixtures/language/pack.json), run as its author runs it; what its own tests cannot say (other
# languages, units, tolerances) is asked of articles. And what an author sees of a slip, on the terminal.
set -u
pack=$SOURCE_DIR/tests/rules/fixtures/language/pack.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cases=0
failed=0

# result NAME: right when the last command was
result()
{
  local status=$?
  cases=$((cases + 1))
  if [ $status -eq 0 ]; then
    echo "ok $cases - $1"
  else
    failed=1
    echo "not ok $cases - $1"
    [ ! -f "$work/said" ] || sed 's/^/# /' "$work/said"
  fi
}

# claims MAKER TEXT: how many claims a rule of the pack makes of an article
claims()
{
  printf '%s\n' "$2" >"$work/article.md"
  "$BELIE" claims "$work/article.md" --no-cache --no-default-rules --rules "$pack" 2>"$work/said" | grep -cF "\"maker\":\"language/$1\""
}

# conflicts FIRST SECOND: how many findings two sources have when one says this and the other that
conflicts()
{
  local corpus=$work/corpus
  rm -rf "$corpus"
  mkdir -p "$corpus/herald" "$corpus/wire"
  printf -- '---\ndate: 2024-05-01\n---\n\n%s\n' "$1" >"$corpus/herald/a.md"
  printf -- '---\ndate: 2024-05-01\n---\n\n%s\n' "$2" >"$corpus/wire/a.md"
  "$BELIE" check "$corpus" --format json --fail-on never --no-cache --no-default-rules --rules "$pack" 2>"$work/said" |
    grep -cF 'A figure of one unit'
}

"$BELIE" rules test --no-default-rules --rules "$pack" >"$work/said" 2>&1
result "the tests of the pack pass"
[ -z "$("$BELIE" rules check --no-default-rules --rules "$pack" 2>&1 >/dev/null)" ]
result "there is nothing to remark"

sentence="Poland joins the project."
[ "$(claims polarity "$sentence")" = 1 ]
result "an article of no stated language is read"
[ "$(claims polarity $'---\nlanguage: en-GB\n---\n\n'"$sentence")" = 1 ]
result "a region is no other language"
[ "$(claims polarity $'---\nlanguage: de\n---\n\n'"$sentence")" = 0 ]
result "rules for English pass over an article in German"

[ "$(claims quantity "The road in Poland is 500 km long.")" = 1 ]
result "a figure of the unit makes a claim"
[ "$(claims quantity "The road in Poland is 500 miles long.")" = 0 ]
result "a figure of another unit makes none"
[ "$(conflicts "The road in Poland is 500 km long." "The road in Poland is 700 km long.")" -gt 0 ]
result "figures further apart than the tolerance are in conflict"
[ "$(conflicts "The road in Poland is 500 km long." "The road in Poland is 580 km long.")" = 0 ]
result "figures within the tolerance are not"

# said COMMAND…: what it says on standard error, without the paths
said()
{
  "$@" 2>&1 >/dev/null | sed "s|[^ ]*/\([^/ ]*\.json\)|\1|" >"$work/said"
}

printf '{ "format": 1, "pack": "slip",\n  "ruls": [] }\n' >"$work/slip.json"
said "$BELIE" rules check --no-default-rules --rules "$work/slip.json"
[ "$(cat "$work/said")" = 'slip.json:2:3: unknown key “ruls”; did you mean “rules”?
   2 |   "ruls": [] }
     |   ^~~~~~' ]
result "a slip in a pack is shown"

mkdir -p "$work/home"
printf '{ "articles": [ { "path": 5 } ] }\n' >"$work/home/corpus.json"
echo "Nothing." >"$work/home/a.txt"
said "$BELIE" check "$work/home" --no-cache
[ "$(cat "$work/said")" = 'corpus.json:1:27: “path” must be a string, not a number
   1 | { "articles": [ { "path": 5 } ] }
     |                           ^' ]
result "a slip in corpus.json is shown"

cp -r "$SOURCE_DIR/rules" "$work/data"
printf '{ "format": 1,\n  "months": { "january": 13 },\n  "weekdais": {} }\n' >"$work/data/lexicon/dates.json"
said env BELIE_DATA="$work/data" "$BELIE" rules test
[ "$(cat "$work/said")" = 'belie rules test: dates.json:3:3: unknown key “weekdais”; did you mean “weekdays”?
   3 |   "weekdais": {} }
     |   ^~~~~~~~~~
dates.json:2:26: a whole number from 1 to 12 is wanted here
   2 |   "months": { "january": 13 },
     |                          ^~' ]
result "all slips of a lexicon are shown"

echo "1..$cases"
exit $failed
