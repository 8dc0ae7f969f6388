#!/usr/bin/env bash
# shellcheck disable=SC1111,SC2016 # belie quotes words like “this”; Python stands in single quotes
# For authors: belie rules and belie kb.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
rule=security/troop-deployment
article=$corpus/lumen-wire/2025-08-20-defence-chiefs.txt

wrong "takes list, check, test" rules
wrong "did you mean “explain”?" rules explian
wrong "there is no rule “more”" rules list more
wrong "rules check: takes no more words" rules check more
wrong "rules explain: takes the id" rules explain
wrong "did you mean “$rule”?" rules explain security/troop-deploymnt
wrong "did you mean “$rule”?" rules test security/troop-deploymnt
wrong "--format belongs to" rules explain $rule --format json
wrong "--sort belongs to" rules test --sort id
wrong "--trace belongs to" rules list --trace "$article:9"

expect 0 rules list
says "$rule"
expect 0 rules list security damage/doubled-word --format json
json_of '
ids = [json.loads(line)["id"] for line in lines]
assert "security/troop-deployment" in ids and "damage/doubled-word" in ids and ids == sorted(ids)
assert all(id.startswith(("security/", "damage/doubled-word")) for id in ids)' "$work/out"
expect 0 rules check
says " 0 remarks"
expect 0 rules test $rule
says " 0 failed"
expect 0 rules explain $rule
says "{troops}"

wrong "did you mean “security/troop-deployment” or “security/troop-deployment-anywhere”?" rules explain troop-deployment
wrong "ids have that in them" rules explain security

# explain --trace
line=$(grep -n 'Poland will not send troops' "$article" | cut -d: -f1)
expect 0 rules explain $rule --trace "$article:$line"
says "defence-chiefs.txt:$line:" "⟨country/pl⟩" "matches “" "is not there"
expect 0 rules explain $rule --trace "$article:$line:7"
expect 0 rules explain $rule --trace "$corpus/clipfeed/clips.jsonl:1"
says "clips.jsonl#"
# The headline is a sentence of it; of an article on one line the column says which is meant.
[ "$(grep -c 'clips.jsonl#.*:1:[0-9]*$' "$work/out")" -gt 5 ] || fail "$what: the sentences of the article"
column=$(grep -o 'clips.jsonl#.*:1:[0-9]*$' "$work/out" | sed -n '3s/.*://p')
expect 0 rules explain $rule --trace "$corpus/clipfeed/clips.jsonl:1:$column"
[ "$(grep -c 'clips.jsonl#.*:1:[0-9]*$' "$work/out")" -eq 1 ] || fail "$what: one sentence was meant"
says ":1:$column"
wrong "there is no sentence on line 2 of" rules explain $rule --trace "$article:2"
says "there is one on line 1 and one on line 3"
wrong "there is no sentence on line 99999" rules explain $rule --trace "$article:99999"
wrong "--trace takes FILE:LINE" rules explain $rule --trace "$article"
wrong "--trace takes FILE:LINE" rules explain $rule --trace "$article:0"
wrong "--trace takes FILE:LINE" rules explain $rule --trace ":3"
wrong "there is no file" rules explain $rule --trace "$corpus/none.txt:3"
wrong "is a folder" rules explain $rule --trace "$corpus:3"
wrong "did you mean “$rule”?" rules explain security/troop-deploymnt --trace "$article:9"

# profile
expect 0 rules profile "$corpus"
says "ns matched" "ns if not" "findings" "$rule" " 17 articles,"
expect 0 rules profile "$corpus" --format json
json_of '
rows = [json.loads(line) for line in lines]
assert len(rows) > 20 and all(row["matched"] <= row["asked"] for row in rows)
assert [row["total_ns"] for row in rows] == sorted((row["total_ns"] for row in rows), reverse=True)
assert any(row["rule"] == "security/troop-deployment" and row["claims"] > 0 and row["findings"] > 0 for row in rows)
assert all(row["mean_ns_matched"] > 0 for row in rows if row["matched"]) and all(row["mean_ns_matched"] == 0 for row in rows if not row["matched"])' "$work/out"
expect 0 rules profile "$corpus" --sort findings --format json
json_of '
rows = [json.loads(line) for line in lines]
assert [(-row["findings"], row["rule"]) for row in rows] == sorted((-row["findings"], row["rule"]) for row in rows)' "$work/out"
wrong "--sort is total, asked" rules profile "$corpus" --sort price
wrong "--format is text or json" rules profile "$corpus" --format sarif
wrong "no-such-folder" rules profile "$corpus/no-such-folder"

# new: what it prints passes its own tests and the remarks on style.
mkdir "$work/rules"
expect 0 rules new harbour/closes-port
cp "$work/out" "$work/rules/harbour.json"
expect 0 rules test harbour/closes-port --rules "$work/rules"
says "5 passed, 0 failed"
expect 0 rules check --rules "$work/rules"
wrong "there is a rule “harbour/closes-port” already" rules new harbour/closes-port --rules "$work/rules"
wrong "there is a rule “$rule” already" rules new $rule
wrong "is no id" rules new Harbour
wrong "is no id" rules new harbour/
wrong "takes an id" rules new

# With slots and a value of its own, of every type there is.
mkdir "$work/new"
for type in country org person place office quantity money percent date duration treaty thing; do
  expect 0 rules new one/of-$type who:country "what:$type"
  cp "$work/out" "$work/new/$type.json"
  expect 0 rules new two/of-$type "who:org|person" where:place "what:$type" --value what --predicate acts
  cp "$work/out" "$work/new/value-$type.json"
done
for type in country org person place; do
  expect 0 rules new three/of-$type "who:$type"
  cp "$work/out" "$work/new/who-$type.json"
done
expect 0 rules test "$work/new"
says "140 passed, 0 failed"
expect 0 rules check --rules "$work/new"
wrong "did you mean “country”" rules new a/b who:contry
wrong "is no slot: NAME:TYPE" rules new a/b who
wrong "the first slot says who" rules new a/b many:quantity
wrong "two slots “who”" rules new a/b who:country who:place
wrong "--value names one of the slots after the first" rules new a/b who:country place:place --value count
wrong "claims of a built-in reader are called “says”" rules new a/says
sed 's/"predicate": "acts"/"predicate": "says"/' "$work/new/value-org.json" >"$work/says.json"
expect 2 rules test "$work/says.json"
says "two/of-org: claims of a built-in reader are called “says”; another predicate is wanted"
wrong "is no predicate" rules new a/b --predicate "does that"
wrong "--predicate and --value belong to" rules list --value x

# A rule that fails its tests, and one that is none.
sed 's/Norway will rebuild the port/Norway will close the port/' "$work/rules/harbour.json" >"$work/rules/x" && mv "$work/rules/x" "$work/rules/harbour.json"
expect 1 rules test harbour/closes-port --rules "$work/rules"
says "harbour.json"
sed -i 's/"phrases"/"phases"/' "$work/rules/harbour.json"
expect 2 rules list --rules "$work/rules"
says "harbour.json:" "phrases"

# kb
expect 0 kb lookup Raab --on 2022-04-01
says "Dominic Raab" "gb/deputy-prime-minister"
expect 0 kb lookup Dominic Raab
says "person/dominic-raab" "gb/deputy-prime-minister"
expect 0 kb lookup gb/prime-minister --on 2022-04-01
says "Boris Johnson"
expect 0 kb lookup Poland
says "country/pl"
expect 0 kb lookup NATO --on 2023-05-01
says "31 members on that day"
expect 1 kb lookup Qqqqzzz Xxxxwww
says "nothing known"
# How good the shipped base is, is not asked here: only that the count and the exit code agree.
"$BELIE" kb check >"$work/out" 2>"$work/err"
status=$?
what="belie kb check"
says "doubtful entries"
if grep -qx '0 doubtful entries' "$work/out"; then doubtful=0; else doubtful=1; fi
[ $status -eq $doubtful ] || fail "$what: exit $status, and $(cat "$work/out")"
expect 0 kb stats
says persons treaties
wrong "--on takes YYYY" kb lookup Raab --on yesterday
wrong "takes a name" kb lookup
wrong "takes lookup NAME, match, import FILE, check or stats" kb
wrong "did you mean “lookup”?" kb lokup Raab
wrong "stats takes no more words" kb stats more
exit $failed
