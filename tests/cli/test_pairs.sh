#!/usr/bin/env bash
# belie pairs: a line for a line, in order and at once; what is no pair is said and does not stop the rest.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

# pairs CODE [OPTION…]: answers standard input
pairs()
{
  expect "$1" pairs --no-cache "${@:2}"
}

quiet='{"id": "q", "a": "The library opens at nine.", "b": "The council met in the town hall."}'
loud='{"id": "l", "a": "Poland will not send troops to Ukraine, the government in Warsaw said.",'
loud+=' "b": "Poland will send troops to Ukraine, the government in Warsaw said.", "date": "2025-02-18"}'

# Exit codes and relations.
pairs 0 </dev/null
[ -s "$work/out" ] && fail "$what: an answer to nothing"
pairs 0 <<<"$quiet"
[ "$(cat "$work/out")" = '{"id":"q","relation":"none","findings":[]}' ] || fail "$what: $(head -c 200 "$work/out")"
pairs 1 <<<"$loud"
json_of '
one = json.loads(text)
assert one["id"] == "l" and one["relation"] == "contradiction", one
finding = one["findings"][0]
assert {finding["at"]["article"], finding["evidence"][0]["article"]} == {"a", "b"}, finding
assert finding["at"]["line"] == 1 and finding["at"]["date"] == "2025-02-18", finding' "$work/out"
pairs 0 --fail-on never <<<"$loud"
pairs 0 --skip claim <<<"$loud"
pairs 0 --min-confidence 1 <<<"$loud"

# A file, standard input by its name, and usage.
printf '%s\n%s' "$quiet" "$loud" >"$work/two.jsonl"
pairs 1 "$work/two.jsonl"
[ "$(wc -l <"$work/out")" -eq 2 ] || fail "$what: not two answers"
pairs 1 - <"$work/two.jsonl"
wrong "No such file" pairs "$work/none.jsonl"
wrong "directory" pairs "$work"
wrong "one FILE" pairs "$work/two.jsonl" "$work/two.jsonl"
wrong "there is no finding" pairs --only nonsense "$work/two.jsonl"
wrong "--fail-on" pairs --fail-on never-ever "$work/two.jsonl"

# What touches one text alone is told, and relates nothing.
pairs 0 --fail-on never <<<'{"id": 1, "a": "Talks begin on Monday, 9 November 2022, in Oslo.", "b": "Nothing else is known."}'
json_of '
one = json.loads(text)
assert one["id"] == 1 and one["relation"] == "none", one
assert [finding["id"] for finding in one["findings"]] == ["date/weekday"], one' "$work/out"

# Broken lines: one message with its place each, an answer each, and the rest is answered.
python3 - "$work/broken.jsonl" <<'EOF'
import sys
lines = [
    b'{"id": 1, "a": "x", "b": "y"}', b'not JSON', b'{"id": 3, "a": "x"}', b'{"id": "four", "a": "x", "b": 7}', b'[1, 2]', b'',
    b'{"id": 7, "a": "x", "b": "y"} more', b'{"id": {}, "a": "x", "b": "y"}', b'{"id": 9, "a": "x", "b": "y", "date": "yesterday"}',
    b'{"id": 10, "a": "zero \\u0000 byte", "b": "y"}', b'{"id": 11, "a": "half \\ud800 pair", "b": "y"}',
    b'{"id": 12, "a": "broken \xff byte", "b": "y"}', b'{"a": "no id", "b": "y"}', b'{"id": 14, "a": "", "b": " "}',
    '{"id": "line\u2028end", "a": "one\u2028two", "b": "y"}'.encode(), b'{"id": "\\u2028", "a": "x", "b": "y", "more": [{"a": 1}]}',
    b'{"id": 123456789012345678901234567890, "a": "x", "b": "y"}\r', b'{"id": 18, "a": "raw zero \x00", "b": "y"}',
]
open(sys.argv[1], "wb").write(b"\n".join(lines))
EOF
pairs 3 "$work/broken.jsonl"
json_of '
assert "\u2028" not in text
answers = [json.loads(line) for line in lines]
wanted = [1, None, 3, "four", None, None, None, 9, 10, 11, 12, None, 14, "line\u2028end", "\u2028", 123456789012345678901234567890, 18]
assert [answer["id"] for answer in answers] == wanted, answers
errors = [n for n, answer in enumerate(answers) if "error" in answer]
assert errors == [1, 2, 3, 4, 5, 6, 7], errors
assert all(answer.get("relation") == "none" for n, answer in enumerate(answers) if n not in errors), answers' "$work/out"
for place in 2:1 3:1 4:31 5:1 7:31 8:8 9:39 10:23 11:23 12:25 18:27; do
  [ "$(grep -c "broken.jsonl:$place: " "$work/err")" -eq 1 ] || fail "$what: not one message for $place: $(cat "$work/err")"
done
[ "$(wc -l <"$work/err")" -eq 11 ] || fail "$what: not one message a line"

# A byte order mark is no part of the first line.
printf '\357\273\277%s\n' "$quiet" >"$work/mark.jsonl"
pairs 0 "$work/mark.jsonl"

# Order does not depend on threads; many lines, some long.
python3 - "$work/many.jsonl" <<'EOF'
import json, sys
with open(sys.argv[1], "w") as file:
    for n in range(3000):
        a = f"The flood at Lower Wick killed {n % 7 + 3} people on Monday, the county fire service said. " * (40 if n % 500 == 0 else 1)
        b = f"The flood at Lower Wick killed {n % 5 + 3} people on Monday, the county fire service said."
        print(json.dumps({"id": n, "a": a, "b": b}), file=file)
EOF
pairs 0 --jobs 1 --fail-on never "$work/many.jsonl"
mv "$work/out" "$work/one"
pairs 0 --jobs 5 --fail-on never - < <(cat "$work/many.jsonl")
cmp "$work/out" "$work/one" || fail "$what: other bytes than with one thread"
json_of 'assert [json.loads(line)["id"] for line in lines] == list(range(3000))' "$work/out"

# Streaming: each answer is there before the next question is asked, in whatever pieces that comes.
python3 - "$BELIE" "$quiet" <<'EOF' || fail "belie pairs: no answer before the next line"
import json, select, subprocess, sys
belie = subprocess.Popen([sys.argv[1], "pairs", "--no-cache", "--jobs", "3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
for n in range(5):
    line = json.dumps({**json.loads(sys.argv[2]), "id": n}).encode() + b"\n"
    belie.stdin.write(line[:n * 10])
    belie.stdin.write(line[n * 10:])
    assert select.select([belie.stdout], [], [], 100)[0], "no answer"
    assert json.loads(belie.stdout.readline())["id"] == n
belie.stdin.write(line[:-1])  # without a line end
belie.stdin.close()
assert json.loads(belie.stdout.readline())["id"] == 4
assert belie.wait() == 0
EOF

# Long texts and lines that are too long; the next line is answered.
python3 - "$work/long.jsonl" <<'EOF'
import json, sys
with open(sys.argv[1], "w") as file:
    a = "The council of Lower Wick met on Monday to talk about the new bridge. " * 15000
    print(json.dumps({"id": 1, "a": a, "b": "The council of Lower Wick met to talk about the bridge."}), file=file)
    print(json.dumps({"id": 2, "a": "x" * 17 * 1024 * 1024, "b": "y"}), file=file)
    print(json.dumps({"id": 3, "a": "x " * 5 * 1024 * 1024, "b": "y"}), file=file)
    print(json.dumps({"id": 4, "a": "x", "b": "y"}), file=file)
    print(json.dumps({"id": 5, "a": "x" * 17 * 1024 * 1024, "b": "y"}), end="", file=file)
EOF
pairs 3 "$work/long.jsonl"
says "long.jsonl:2: the line is too long" "long.jsonl:3:16: “a” is too long" "long.jsonl:5: the line is too long"
json_of 'assert [json.loads(line)["id"] for line in lines] == [1, None, 3, 4, None]' "$work/out"

# A reader that has enough is no failure; a full disk is.
"$BELIE" pairs --no-cache "$work/many.jsonl" --fail-on never 2>"$work/err" | head -n 1 >"$work/out"
[ "${PIPESTATUS[0]}" -eq 0 ] || fail "pairs | head"
if [ -w /dev/full ]; then
  "$BELIE" pairs --no-cache "$work/two.jsonl" 2>"$work/err" >/dev/full
  [ $? -eq 3 ] || fail "pairs >/dev/full"
fi
exit $failed
