#!/usr/bin/env bash
# What a fingerprint promises: it stays when lines move, when articles come and go, when files are named in another order and with any
# number of threads; it changes with the value of either side; two findings never share one. Baselines live by it.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

fail()
{
  echo "$*"
  failed=1
}

# A rule of our own, so that the words of the shipped packs may change.
cat >"$work/pack.json" <<'JSON'
{ "format": 1, "pack": "lights", "language": "en", "rules": [
  { "id": "lights/lighthouses", "title": "Lighthouses",
    "claim": { "predicate": "has-lighthouses", "key": ["country"], "value": "n", "value_kind": "quantity", "window": "30d" },
    "phrases": ["{country:country} has {n:quantity} lighthouses", "{country:country} has {n:quantity}"],
    "conflict": { "severity": "error", "confidence": 0.9 },
    "tests": [{ "yes": "Norway has 40 lighthouses." }, { "no": "Norway has no lighthouse." }] } ] }
JSON

# corpus DIR: two papers that disagree on a number, and one that says a wrong thing twice.
corpus()
{
  local dir=$1
  rm -rf "$dir"
  mkdir -p "$dir/alder" "$dir/birch"
  cat >"$dir/alder/lights.txt" <<'TEXT'
The count was finished on Monday. Norway has 40 lighthouses that are still lit at night.
TEXT
  cat >"$dir/birch/lights.txt" <<'TEXT'
Keepers met in the old town hall. Norway has 90 lighthouses that are still lit at night.
TEXT
  cat >"$dir/birch/roads.txt" <<'TEXT'
The ferry sailed on Thursday, 8 November 2021, with sixty people on board.

It was a calm crossing, the captain wrote in the log.

The ferry sailed on Thursday, 8 November 2021, with sixty people on board.
TEXT
  cat >"$dir/corpus.json" <<'JSON'
{ "articles": [
  { "path": "alder/lights.txt", "source": "alder", "published": "2021-11-20" },
  { "path": "birch/lights.txt", "source": "birch", "published": "2021-11-20" },
  { "path": "birch/roads.txt", "source": "birch", "published": "2021-11-20" } ] }
JSON
}

# fingerprints FILE PATH…: "FINGERPRINT ID ARTICLE:LINE", a line for each error or warning, sorted by fingerprint
fingerprints()
{
  local out=$1
  shift
  "$BELIE" check "$@" --rules "$work/pack.json" --no-cache --format json --fail-on never --min-severity warning >"$work/json" 2>"$work/err" \
    || fail "belie check $*: $(cat "$work/err")"
  python3 -c '
import json, sys
for finding in map(json.loads, sys.stdin):
    if "fingerprint" in finding:
        print(finding["fingerprint"], finding["id"], "{article}:{line}".format(**finding["at"]))' <"$work/json" | sort >"$out"
}

# The same fingerprints, wherever they stand.
same()
{
  cmp -s <(cut -d' ' -f1 "$1") <(cut -d' ' -f1 "$2") || fail "$3:
$(diff "$1" "$2")"
}

# of ID FILE: its fingerprints
of()
{
  grep " $1 " "$2" | cut -d' ' -f1
}

corpus "$work/one"
fingerprints "$work/base" "$work/one"
[ "$(of number/conflict "$work/base" | wc -l)" = 1 ] || fail "one conflict of numbers is wanted: $(cat "$work/base")"
[ "$(of date/weekday "$work/base" | wc -l)" = 2 ] || fail "two wrong weekdays are wanted: $(cat "$work/base")"
[ -z "$(cut -d' ' -f1 "$work/base" | uniq -d)" ] || fail "two findings have one fingerprint: $(cat "$work/base")"
if grep -qvE '^[a-z]+/v1:[0-9a-f]{16} ' "$work/base"; then fail "a fingerprint is GROUP/v1:HEX: $(cat "$work/base")"; fi

# lines move
corpus "$work/two"
for file in "$work"/two/*/*.txt; do
  printf '\n\n\n%s\n' "$(cat "$file")" >"$file"
done
fingerprints "$work/moved" "$work/two"
same "$work/base" "$work/moved" "blank lines before the text changed fingerprints"
cmp -s "$work/base" "$work/moved" && fail "the lines did not move: the test is void"

# articles come
corpus "$work/two"
mkdir "$work/two/aspen"
echo "The bakery in the harbour street opens at six. Its owner gets up at three." >"$work/two/aspen/bread.txt"
echo "Rain is expected in the hills. The wind will turn to the west." >"$work/two/alder/a-weather.txt"
fingerprints "$work/more" "$work/two"
same "$work/base" "$work/more" "articles that sort before the others changed fingerprints"

# … and are listed the other way round
corpus "$work/two"
python3 - "$work/two/corpus.json" <<'PYTHON'
import json, sys
with open(sys.argv[1]) as file:
    corpus = json.load(file)
corpus["articles"].reverse()
with open(sys.argv[1], "w") as file:
    json.dump(corpus, file)
PYTHON
fingerprints "$work/reversed" "$work/two"
same "$work/base" "$work/reversed" "the order of corpus.json changed fingerprints"

files=("$work/one/alder/lights.txt" "$work/one/birch/lights.txt" "$work/one/birch/roads.txt")
fingerprints "$work/named" "${files[@]}"
fingerprints "$work/named-backwards" "${files[2]}" "${files[1]}" "${files[0]}"
[ -s "$work/named" ] || fail "nothing was found in files named one by one"
same "$work/named" "$work/named-backwards" "the order of the arguments changed fingerprints"
same "$work/base" "$work/named" "files named one by one have other fingerprints than their folder"

for jobs in 1 3; do
  fingerprints "$work/jobs" "$work/one" --jobs "$jobs"
  same "$work/base" "$work/jobs" "--jobs $jobs changed fingerprints"
done

# The value of either side is part of it; what has nothing to do with it stays.
before=$(of number/conflict "$work/base")
for side in alder/lights.txt:40:55 birch/lights.txt:90:120; do
  IFS=: read -r file from to <<<"$side"
  corpus "$work/two"
  sed -i "s/ $from / $to /" "$work/two/$file"
  fingerprints "$work/changed" "$work/two"
  after=$(of number/conflict "$work/changed")
  [ -n "$after" ] || fail "$file with $to: no conflict is found"
  [ "$before" != "$after" ] || fail "$file with $to in place of $from has the same fingerprint"
  [ "$(of date/weekday "$work/base")" = "$(of date/weekday "$work/changed")" ] || fail "$file with $to changed others, too"
done

# A rule is renamed, and everything in it is worded anew: title, why, message, severity, confidence. Files are renamed that have an id.
cat >"$work/pack.json.new" <<'JSON'
{ "format": 1, "pack": "towers", "language": "en", "rules": [
  { "id": "towers/lights", "title": "Towers with a light", "renamed_from": ["lights/lighthouses"], "why": "Ships steer by them.",
    "claim": { "predicate": "has-lighthouses", "key": ["country"], "value": "n", "value_kind": "quantity", "window": "30d" },
    "phrases": ["{country:country} has {n:quantity}", "{country:country} has {n:quantity} lighthouses"],
    "conflict": { "severity": "warning", "confidence": 0.7 },
    "tests": [{ "yes": "Norway has 40 lighthouses." }, { "no": "Norway has no lighthouse." }] },
  { "id": "towers/lit-night", "title": "Of night and light", "renamed_from": ["lights/night"], "why": "Nobody sees it by day.",
    "report": { "finding": "text/damage", "message": "a light by night: “{match}”", "severity": "error", "confidence": 0.95 },
    "phrases": ["still lit at night"],
    "tests": [{ "yes": "They are still lit at night." }, { "no": "They are lit by day." }] } ] }
JSON
python3 - "$work/pack.json" <<'PYTHON'
import json, sys
pack = json.load(open(sys.argv[1]))
pack["rules"].append({"id": "lights/night", "title": "Lit at night", "report": {"finding": "text/damage", "message": "“{match}” is a night", "severity": "warning"},
                      "phrases": ["still lit at night"], "tests": [{"yes": "They are still lit at night."}, {"no": "They are lit by day."}]})
json.dump(pack, open(sys.argv[1], "w"))
PYTHON
corpus "$work/two"
sed -i 's/"path": "birch.lights.txt",/& "id": "count",/' "$work/two/corpus.json"
fingerprints "$work/old-words" "$work/two"
[ "$(of text/damage "$work/old-words" | wc -l)" = 2 ] || fail "the rule on nights finds nothing: $(cat "$work/old-words")"
mv "$work/two/birch/lights.txt" "$work/two/birch/count-of-the-lights.txt"
sed -i 's,birch/lights.txt,birch/count-of-the-lights.txt,' "$work/two/corpus.json"
mv "$work/pack.json.new" "$work/pack.json"
fingerprints "$work/new-words" "$work/two"
same "$work/old-words" "$work/new-words" "other words of a rule, or another name of it or of a file with an id, changed fingerprints"
grep -qF "a light by night" "$work/json" || fail "the words are the old ones: the test is void"
grep -q "count-of-the-lights.txt" "$work/new-words" || fail "the file is not renamed: the test is void"

# The first of two equal findings keeps its fingerprint when the second is gone.
corpus "$work/two"
head -n 1 "$work/one/birch/roads.txt" >"$work/two/birch/roads.txt"
fingerprints "$work/once" "$work/two"
[ "$(of date/weekday "$work/once" | wc -l)" = 1 ] || fail "one wrong weekday is wanted: $(cat "$work/once")"
of date/weekday "$work/base" | grep -qxF "$(of date/weekday "$work/once")" || fail "the fingerprint of the first changed with the second"

exit $failed
