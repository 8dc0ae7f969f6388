#!/usr/bin/env bash
# What is kept between runs: answers are the same with it and without, and nothing in it can break a run.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

cache=$XDG_CACHE_HOME/belie
images() { find "$cache" -name '*.kb' 2>/dev/null | wc -l; }

mkdir "$work/kb"
person() # person FILE SOURCE OFFICE
{
  printf '{"format": 1, "as_of": "2026-01-01", "source": "%s", "persons": [\n{"id": "ida-elm", "name": "Ida Elm", "terms": [{"office": "%s", "from": "2020"}]}]}\n' \
    "$2" "$3" >"$1"
}
person "$work/kb/one.json" 'first gazette' gb/mayor
person "$work/two.json" 'second gazette' gb/senator
sleep 0.3

expect 0 kb stats --no-cache
[ -e "$cache" ] && fail "--no-cache keeps something"

# Cold, warm and without: the same, on both streams.
same() # same CODE ARGUMENTS…
{
  expect "$@" --no-cache
  cp "$work/out" "$work/out.wanted"
  cp "$work/err" "$work/err.wanted"
  for _ in cold warm; do
    expect "$@"
    cmp -s "$work/out" "$work/out.wanted" || fail "$what: another output from the cache"
    cmp -s "$work/err" "$work/err.wanted" || fail "$what: other messages from the cache"
  done
}
same 0 kb stats
[ "$(images)" -eq 1 ] || fail "no image was kept"
same 0 kb check
printf '{"format": 1, "as_of": "2026-01-01", "source": "third gazette", "persons": [\n{"id": "jon-fir", "name": "Jon Fir", "gender": "m", "terms": [{"office": "gb/prime-minister", "from": "2023", "to": "2025"}]}]}\n' >"$work/doubtful.json"
sleep 0.3
same 1 kb check --kb "$work/doubtful.json"
same 0 kb lookup Raab --on 2022-04-01
same 1 kb lookup Mertz
same 0 kb lookup Ida Elm --kb "$work/kb" --kb "$work/two.json"
says "gb/senator" "two.json#ida-elm"
same 0 kb lookup Ida Elm --kb "$work/two.json" --kb "$work/kb"
says "gb/mayor" "kb/one.json#ida-elm"
same 0 check "$corpus" --fail-on never --format json
same 0 claims "$corpus"
printf 'name,office,country,start\nAda Oak,mayor,gb,2020\nIvo Ash,mayor,gb,soon\n' >"$work/own.csv"
mkdir "$work/own-kb" && cp "$work/own.csv" "$work/own-kb/"
sleep 0.3
same 0 kb lookup Ada Oak --kb "$work/own-kb"
says "gb/mayor" "own.csv:3:"
same 0 kb lookup Ada Oak --kb "$work/own.csv"
says "own.csv:3:"
[ "$(find "$cache" -name '*.kb' -perm /077 | wc -l)" -eq 0 ] || fail "an image that others may read"
[ "$(stat -c %a "$cache")" = 700 ] || fail "a cache that others may read"

# Damaged: said with -v, made again.
for image in "$cache"/*.kb; do
  printf 'x' | dd of="$image" bs=1 seek=70000 conv=notrunc status=none
done
expect 0 kb stats -v
says "cache: " "made again"
expect 0 kb stats -v
[ -s "$work/err" ] && fail "a new image is not used: $(cat "$work/err")"

# Nowhere to keep it: no error.
rm -rf "$cache"
: >"$cache"
expect 0 kb stats
[ -s "$work/err" ] && fail "no cache is no problem: $(cat "$work/err")"
rm "$cache"
XDG_CACHE_HOME=/dev/null expect 0 kb stats

# Two at once.
"$BELIE" kb stats >"$work/first" &
"$BELIE" kb stats >"$work/second"
wait
cmp -s "$work/first" "$work/second" || fail "two runs at once say different things"
[ "$(images)" -eq 1 ] || fail "two runs at once leave $(images) images"

wrong "there is no file or folder “$work/nowhere”" kb stats --kb "$work/nowhere"
wrong "neither a file nor a folder" kb stats --kb /dev/null

exit "$failed"
