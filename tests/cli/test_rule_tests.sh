#!/usr/bin/env bash
# shellcheck disable=SC1111,SC2016 # belie quotes words like “this”; Python stands in single quotes
# belie rules test: each way in which a test, a rule or a fragment fails, and what is shown of it.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
mkdir "$work/rules"
pack=$work/rules/harbour.json

# pack TESTS [FRAGMENT-EXAMPLES]: a rule with these tests.
pack()
{
  cat >"$pack" <<END
{ "format": 1, "pack": "harbour", "language": "en",
  "fragments": { "act": { "any": ["close", "closes", "shut"]${2:-} } },
  "rules": [
    { "id": "harbour/closes-port", "title": "Who closes which port",
      "claim": { "predicate": "closes-port", "key": ["who", "place"], "value": "polarity", "window": "30d" },
      "phrases": ["{who:country} {act} the port of {place:place}", "{who:country} {modal} [not] {act} the port of {place:place}"],
      "unless": ["in a drill"],
      "tests": [
$1 ] } ] }
END
}
yes='{ "yes": "Norway will close the port of Bergen.", "claims": [{ "who": "Norway", "place": "Bergen", "polarity": "+" }] }'
no='{ "no": "Norway will rebuild the port of Bergen." }'

pack "$yes, $no"
expect 0 rules test "$pack"
says "2 passed, 0 failed, 0 todo"
expect 0 rules test "$work/rules"
says "2 passed, 0 failed, 0 todo"
expect 0 rules test harbour --rules "$work/rules"
says "2 passed, 0 failed, 0 todo"
expect 0 rules test harbour/closes-port security/troop-deployment --rules "$work/rules" --quiet
[ "$(wc -l <"$work/out")" -eq 1 ] || fail "$what: more than the count"

# A yes that matches nothing shows where the nearest phrase stopped.
pack "$yes, $no,
  { \"yes\": \"Norway will block the port of Bergen.\" }"
expect 1 rules test "$pack"
says "harbour.json:10: failed: harbour/closes-port: yes “Norway will block the port of Bergen.”: does not match" \
  "⟨country/no⟩ will block the port of" "{who:country} {modal} [not] {act} the port of {place:place}" \
  "as far as “⟨country/no⟩ will”, then {act} does not follow" "2 passed, 1 failed"

# A yes whose claims are others shows both.
pack "$no,
  { \"yes\": \"Norway will not close the port of Bergen.\", \"claims\": [{ \"who\": \"Denmark\", \"polarity\": \"-\" }] }"
expect 1 rules test "$pack"
says "harbour.json:10: failed" "does not say what it should" '- { "who": "Denmark", "polarity": "-" }' \
  '+ { "who": "Norway", "place": "Bergen", "polarity": "-"'

# Each member that a test can name.
pack "$no,
  { \"yes\": \"“Norway may close the port of Bergen,” the mayor said.\", \"claims\": [{ \"certainty\": \"possible\", \"x-note\": \"free\" }] },
  { \"yes\": \"Jonas Gahr Støre said Norway will close the port of Bergen.\", \"claims\": [{ \"speaker\": \"Jonas Gahr Støre\" }] }"
expect 0 rules test "$pack"

# A no that matches shows the phrase and what it says.
pack "$yes,
  { \"no\": \"Norway will shut the port of Bergen.\" }"
expect 1 rules test "$pack"
says "harbour.json:10: failed" ": matches" "matches “⟨country/no⟩ will shut the port of" '+ { "who": "Norway"'

# An “unless” is named.
pack "$yes, $no, { \"yes\": \"Norway will shut the port of Bergen in a drill.\" }"
expect 1 rules test "$pack"
says "but unless “in a drill”"

# A todo is listed, and fails once it passes.
pack "$yes, $no, { \"todo\": \"The port of Bergen will be closed by Norway.\" }"
expect 0 rules test "$pack"
says "todo: harbour/closes-port: todo “The port of Bergen will be closed by Norway.”" "2 passed, 0 failed, 1 todo"
pack "$yes, $no, { \"todo\": \"Norway will shut the port of Bergen.\" }"
expect 1 rules test "$pack"
says "passes by now; make it a “yes”" "2 passed, 1 failed, 0 todo"
pack "$yes, $no, { \"todo\": \"Norway will shut the port of Bergen.\", \"claims\": [{ \"place\": \"Oslo\" }] }"
expect 0 rules test "$pack"
says "1 todo"

# Conflicts: found, stopped by a gate, one side silent.
pack "$yes, $no, { \"conflict\": [\"Norway will close the port of Bergen.\", \"Norway will not close the port of Bergen.\"] }"
expect 0 rules test "$pack"
pack "$yes, $no, { \"conflict\": [\"Norway will close the port of Bergen.\", \"Denmark will not close the port of Bergen.\"] }"
expect 1 rules test "$pack"
says "the two do not contradict each other" '+ { "who": "Denmark"' "nothing was compared"
pack "$yes, $no, { \"conflict\": [\"Norway will close the port of Bergen.\", \"If it rains, Norway will not close the port of Bergen.\"] }"
expect 1 rules test "$pack"
says "the comparison was stopped by: modality"
pack "$yes, $no, { \"conflict\": [\"Norway will close the port of Bergen.\", \"Norway will open the port of Bergen.\"] }"
expect 1 rules test "$pack"
says "the second does not match" "then {act} does not follow"

# Rules that are not tested at all, and fragments whose examples are wrong.
pack "$no"
expect 1 rules test "$pack"
says "harbour.json:4: failed: harbour/closes-port: has no “yes” test"
pack "$yes"
expect 1 rules test "$pack"
says "has no “no” test"
pack ""
expect 1 rules test "$pack"
says "0 passed, 2 failed"
pack "$yes, $no" ', "yes": ["shuts"], "no": ["closet"]'
expect 1 rules test "$pack"
says "harbour.json:2: failed: fragment act: “yes” does not match: shuts" "2 examples of fragments"

# Other forms.
pack "$yes, { \"no\": \"Norway will shut the port of Bergen #1.\" }, { \"todo\": \"Bergen is closed.\" }"
expect 1 rules test "$pack" --format tap
says "ok 1 - harbour/closes-port: yes" "not ok 2 - harbour/closes-port: no “Norway will shut the port of Bergen \\#1.”" \
  "# TODO" "1..3" "#   + {"
expect 1 rules test "$pack" --format json
json_of '
rows = [json.loads(line) for line in lines]
assert [row.get("result") for row in rows] == ["passed", "failed", "todo", None]
assert rows[1]["rule"] == "harbour/closes-port" and rows[1]["test"] == "no" and rows[1]["line"] == 9
assert "matches" in rows[1]["detail"] and rows[1]["text"].endswith("#1.")
assert rows[3]["summary"] == {"passed": 1, "failed": 1, "todo": 1, "examples": 0}' "$work/out"

# A test that is there twice is a remark.
pack "$yes, $no, $no"
expect 1 rules check --rules "$work/rules"
says "the test of line 9 is there twice: Norway will rebuild" "no “why”" " 2 remarks"
expect 1 rules check --rules "$work/rules" --format json
json_of '
rows = [json.loads(line) for line in lines]
assert any("is there twice" in row.get("what", "") for row in rows) and rows[-1]["summary"]["remarks"] == len(rows) - 1' "$work/out"

# Mistakes.
wrong "--format is text, json or tap, not “junit”" rules test --format junit
wrong "there is no rule “nothing”" rules test nothing
expect 2 rules test "$work/none.json"
says "none.json"
echo '{ "format": 1, "pack": "empty" }' >"$work/empty.json"
wrong "there are no rules in" rules test "$work/empty.json"
exit $failed
