#!/usr/bin/env bash
# What is kept of articles between runs: nothing but time depends on it, whatever happens to it.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

cache=$work/kept
store=$cache/articles.sqlite
news=$work/news
mkdir "$news"
python3 "$SOURCE_DIR/bench/generate.py" --articles 48 --events 6 --seed 4 --conflicts 0.4 >"$work/all.jsonl" || exit 1
head -n 3 "$work/all.jsonl" >"$work/draft.jsonl"
sed -n '4,30p' "$work/all.jsonl" >"$news/wire.jsonl"
printf '{"id":"bad-date","published":"soon","text":"Rain fell over Castle Hill."}\n{"broken\n' >>"$news/wire.jsonl"
python3 - "$work/all.jsonl" "$news" <<'PY'
import json, pathlib, sys
for line in pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()[30:]:
    item = json.loads(line)
    text = f"---\nsource: {item['source']}\npublished: {item['published']}\n---\n{item['title']}\n\n{item['text']}\n"
    pathlib.Path(sys.argv[2], item["id"] + ".md").write_text(text, encoding="utf-8")
PY
sleep 0.2 # what was written a moment ago is not kept

args=(check "$work/draft.jsonl" --against "$news" --format json --fail-on never)
wanted() # what a run without cache says now
{
  expect 3 "${args[@]}" --no-cache # a line of the wire is broken
  cp "$work/out" "$work/out.wanted"
  grep -v '^cache: ' "$work/err" >"$work/err.wanted"
}
# same WHEN: the run says the same on both streams, but for lines that begin "cache: ", of which there are $remarks.
same()
{
  expect 3 "${args[@]}" --cache-dir "$cache"
  cmp -s "$work/out" "$work/out.wanted" || fail "$1: other findings"
  grep -v '^cache: ' "$work/err" | cmp -s - "$work/err.wanted" || fail "$1: other messages: $(diff "$work/err" "$work/err.wanted" | head -n 4)"
  remarks=$(grep -c '^cache: ' "$work/err")
}
quiet() { [ "$remarks" -eq 0 ] || fail "$1: $(grep '^cache: ' "$work/err")"; }
told() { [ "$remarks" -eq 1 ] || fail "$1: told $remarks times"; }

wanted
[ "$(wc -l <"$work/out.wanted")" -gt 10 ] || fail "only $(wc -l <"$work/out.wanted") findings, so little is proved"
[ -e "$cache" ] && fail "--no-cache keeps something"
for when in cold warm; do
  same $when
  quiet $when
done
[ "$(stat -c %a "$cache" "$store" | tr '\n' ' ')" = "700 600 " ] || fail "others may read what is kept"
rows() { python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("select count(*) from articles").fetchone()[0])' "$store"; }
[ "$(rows)" -eq 46 ] || fail "$(rows) rows of 46 articles"
expect 0 cache stats --cache-dir "$cache"
says "articles" "compiled knowledge" "$cache"

# A change is seen: of what stands in a file, though it is as long as before and says that it is as old; a new file, one that is gone.
file=$(find "$news" -name '*.md' | sort | head -n 1)
touch -r "$file" "$work/time"
sed -i 's/ the / THE /' "$file" && touch -r "$work/time" "$file"
wanted
same "a file changed"
mv "$file" "$news/renamed.md"
wanted
same "a file was renamed"
rm "$news/renamed.md"
wanted
same "a file is gone"
# What corpus.json says of a file that is as it was.
printf '{"sources": {}, "articles": [{"path": "%s", "published": "2020-01-01", "title": "Other"}]}\n' \
  "$(cd "$news" && ls -- *.md | head -n 1)" >"$news/corpus.json"
wanted
same "corpus.json changed"
same "corpus.json changed, warm"
rm "$news/corpus.json"
# Other rules: rows of one set of rules are not taken for those of another.
plain=("${args[@]}")
args+=(--no-default-rules)
wanted
same "no rules"
args=("${plain[@]}")
wanted
same "rules again"

# Three at once, with nothing kept.
rm -rf "$cache"
for n in 1 2 3; do "$BELIE" "${args[@]}" --cache-dir "$cache" >"$work/at-once-$n" 2>/dev/null & done
wait
for n in 1 2 3; do cmp -s "$work/at-once-$n" "$work/out.wanted" || fail "three at once: run $n found something else"; done
same "after three at once"
quiet "after three at once"

# Somebody writes and does not end.
python3 - "$store" "$work" <<'PY' &
import pathlib, sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
pathlib.Path(sys.argv[2], "locked").touch()
while not pathlib.Path(sys.argv[2], "unlock").exists():
    time.sleep(0.02)
PY
while [ ! -e "$work/locked" ]; do sleep 0.02; done
echo 'Snow fell over Castle Hill.' >"$news/new.txt"
wanted
same "another one writes"
touch "$work/unlock"
wait
rm "$news/new.txt"
wanted

# Damage: anywhere, a little or much.
same "before damage"
size=$(stat -c %s "$store")
for part in 0 4 8; do
  printf 'DAMAGE' | dd of="$store" bs=1 seek=$((size * part / 10 + 120)) conv=notrunc status=none
  same "damaged at $part tenths"
done
for part in 5; do
  head -c $((size * part / 8)) "$store" >"$work/cut" && cat "$work/cut" >"$store"
  same "cut to $part eighths"
done
rm -f "$cache"/articles.sqlite*
same "made again"
head -c 40000 /dev/zero | dd of="$store" bs=1 seek=16384 conv=notrunc status=none
same "pages of zeros"
told "pages of zeros"
same "after pages of zeros"
same "after it was made again"
quiet "after it was made again"

# Foreign: left alone, and said.
rm -f "$cache"/articles.sqlite*
echo 'dear diary' >"$store"
same "no database"
told "no database"
[ "$(cat "$store")" = "dear diary" ] || fail "a file of somebody else was written to"
rm "$store"
python3 -c 'import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute("create table articles (poem)"); db.commit()' "$store"
sum=$(cksum <"$store")
same "another database"
told "another database"
[ "$(cksum <"$store")" = "$sum" ] || fail "a database of somebody else was written to"
rm "$store"
mkdir "$store"
same "a folder"
told "a folder"
rmdir "$store"
same "ours again"
python3 -c 'import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute("pragma user_version = 77"); db.commit()' "$store"
same "of another version"
same "of this version"
quiet "of this version"

# Nowhere to write.
rm -rf "$cache"
: >"$cache"
same "no folder can be made"
told "no folder can be made"
rm "$cache"
mkdir "$cache"
chmod 500 "$cache"
same "a folder that may not be written to"
if [ "$(id -u)" -ne 0 ]; then told "a folder that may not be written to"; fi
chmod 700 "$cache"
same "writable"
chmod 400 "$store" && chmod 500 "$cache"
same "all of it may only be read"
chmod 700 "$cache" && chmod 600 "$store"

# A full disk, to the program: no file may grow beyond so many blocks.
for blocks in 0 64; do
  rm -rf "$cache"
  (
    trap '' XFSZ
    ulimit -f $blocks
    "$BELIE" "${args[@]}" --cache-dir "$cache" 2>/dev/null
  ) | cat >"$work/full"
  cmp -s "$work/full" "$work/out.wanted" || fail "a disk that is full after $blocks blocks: other findings"
  same "after a disk that was full after $blocks blocks"
done

# No more than there may be; what is left is what was asked for last.
rm -rf "$cache"
same "bounded before"
BELIE_CACHE_BYTES=100000 same "no room"
echo 'Hail fell over Castle Hill.' >"$news/new.txt"
sleep 0.2
wanted
BELIE_CACHE_BYTES=100000 same "no room, and something new"
[ "$(find "$cache" -name 'articles.sqlite*' -printf '%s\n' | awk '{ n += $1 } END { print n }')" -le 300000 ] \
  || fail "more is kept than may be: $(du -b "$store")"
same "room again"
[ "$(rows)" -eq 46 ] || fail "$(rows) rows of 46 articles once there is room"

# Killed at any moment: the long form is scripts/kill-cache.
"$SOURCE_DIR/scripts/kill-cache" --times 10 --articles 30 --belie "$BELIE" >"$work/killed" 2>&1 || fail "killed: $(cat "$work/killed")"

: >"$cache/letter.txt"
expect 0 cache clear --cache-dir "$cache"
[ "$(ls "$cache")" = letter.txt ] || fail "clear leaves $(ls "$cache")"
same "cleared"
wrong "say stats or clear" cache
wrong "say stats or clear" cache scrub

exit "$failed"
