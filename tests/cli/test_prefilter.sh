#!/usr/bin/env bash
# The prefilter is chosen by name, and output does not depend on it; a rule that runs into a limit is named and the run is partial.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

names=$("$BELIE" version | sed -n 's/^prefilters: //p' | tr -d ,)
case " $names " in *" hash "*) ;; *) fail "no hash among the prefilters: $names" ;; esac
"$BELIE" claims --no-cache "$corpus" >"$work/first" 2>/dev/null
for name in auto $names; do
  "$BELIE" claims --no-cache --prefilter "$name" "$corpus" >"$work/other" 2>/dev/null
  cmp -s "$work/first" "$work/other" || fail "claims differ with --prefilter $name"
done
wrong "hash" check --prefilter guess "$corpus"

mkdir "$work/rules" "$work/news"
cat >"$work/rules/slow.json" <<'JSON'
{ "format": 1, "pack": "slow",
  "rules": [ { "id": "slow/nested", "title": "t", "report": { "finding": "text/damage", "message": "m" },
               "regex": ["(?: \\w+ [ ]? )+ %"], "regex_why": "two ways to read each word" } ] }
JSON
printf 'Notes\n\nIt rained. It is aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbb cc: %% there.\n' >"$work/news/a.txt"
expect 3 check --no-cache --fail-on never --no-default-rules --rules "$work/rules" "$work/news"
says "a.txt:3:12" "slow/nested (" "slow.json:2) ran into the limit of steps"

exit $failed
