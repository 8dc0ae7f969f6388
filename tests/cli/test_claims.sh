#!/usr/bin/env bash
# Claims as JSON Lines: the bytes do not depend on the number of threads, nor on the order of the lines that are read.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

expect 0 claims "$corpus" --jobs 1
cp "$work/out" "$work/one"
for jobs in 2 5; do
  expect 0 claims "$corpus" --jobs $jobs
  cmp "$work/out" "$work/one" || fail "$what: other bytes than with one thread"
done

# Many shares of articles.
python3 - "$work/news.jsonl" <<'EOF'
import json, sys
with open(sys.argv[1], "w") as file:
    for number in range(600):
        text = f"Prime Minister Ann Lee said on Monday that {number + 20} soldiers had left. " * 5
        record = {"id": f"a{(number * 7) % 600:03d}", "date": "2022-03-30", "title": f"Number {number}", "text": text}
        print(json.dumps(record), file=file)
EOF
expect 0 claims "$work/news.jsonl" --jobs 1
cp "$work/out" "$work/one"
[ -s "$work/one" ] || fail "$what: no claims"
expect 0 claims "$work/news.jsonl" --jobs 4
cmp "$work/out" "$work/one" || fail "$what: other bytes than with one thread"
sort -r "$work/news.jsonl" >"$work/turned.jsonl" && mv "$work/turned.jsonl" "$work/news.jsonl"
expect 0 claims "$work/news.jsonl" --jobs 4
json_of '
others = open(sys.argv[1].replace("/out", "/one")).read().splitlines()
assert len(lines) == len(others)
for line, other in zip(lines, others):
    a, b = json.loads(line), json.loads(other)
    for place in ("line", "offset"):
        del a[place], b[place]
    assert a == b, (a, b)' "$work/out"

# What cannot be read is said, in the same order, and the rest is printed.
printf 'not JSON\n{"id": "x"}\n' >>"$work/news.jsonl"
expect 3 claims "$work/news.jsonl" --jobs 4
says "news.jsonl:601:" "news.jsonl:602:"

# A reader that has enough is no failure.
"$BELIE" claims "$work/news.jsonl" --jobs 4 2>"$work/err" | head -n 1 >"$work/out"
[ "${PIPESTATUS[0]}" -eq 3 ] || fail "claims | head"
exit $failed
