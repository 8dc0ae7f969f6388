#!/usr/bin/env bash
# shellcheck disable=SC1111,SC2016 # belie quotes words like “this”; Python stands in single quotes
# A base as a table, and names on standard input against it.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

cat >"$work/own.csv" <<'CSV'
person,name,office,country,start,end,gender,aliases
Q900001,Orsolya Tvarkavets,Minister of Lighthouses,PL,2021-03-01,2023-10-15,female,Ursula Tvarkavets|O. Tvarkavets
Q900001,Orsolya Tvarkavets,pl/prime-minister,,2023-10-16,,,
Q900002,"Kelman, Berto",president,xx,2020,,male,
,Ilmar Postrigan,,,,,,
,,president,pl,,,,
Q900003,Wrong Date,president,pl,2020-13-01,,,
Q900004,Wrong Span,president,pl,2020,2019,,
Q900006,No Date,president,pl,,,,
Q900005,"Never closed,president,pl,,,,
CSV

expect 0 kb lookup Tvarkavets --on 2022-05-01 --kb "$work/own.csv"
says "own.csv:4: there is no country and no organisation “xx”" "own.csv:9: office “president” has neither start nor end"
says "Orsolya Tvarkavets  person/Q900001" "pl/minister-of-lighthouses" "own.csv#Q900001" \
  "own.csv:6: the record has no name" "own.csv:7: “start” is “2020-13-01”" "own.csv:8: the end, 2019, is before the start, 2020" \
  "own.csv:10: a quotation mark is opened and never closed"
expect 0 kb lookup Tvarkavets --on 2023-10-16 --kb "$work/own.csv"
says "pl/prime-minister"
expect 0 kb lookup ilmar postrigan --kb "$work/own.csv"
says "person/ilmar-postrigan"

echo "name,nmae" >"$work/bad.csv"
wrong "column 2, “nmae”, is not known; the columns are: person, name" kb stats --kb "$work/bad.csv"
echo "person,office" >"$work/bad.csv"
wrong "“name” among them" kb stats --kb "$work/bad.csv"
printf 'name\n\xff\n' >"$work/bad.csv"
wrong "byte 6 is not UTF-8" kb stats --kb "$work/bad.csv"

# match: a line for a line, the best candidate first, signals beside the score
head -n 3 "$work/own.csv" >"$work/clean.csv"
printf '%s\n' $'Orsolia Tvarkavetz\t2022-05-01\tPoland\tlighthouse minister' 'Orsolya Tvarkavets' '' 'Nobody Whatever' >"$work/names"
"$BELIE" kb match --kb "$work/clean.csv" --no-default-kb <"$work/names" >"$work/out" 2>"$work/err"
[ $? -eq 3 ] || fail "kb match: a state that nobody describes does not end with 3"
what="kb match"
json_of '
answers = [json.loads(line)["candidates"] for line in lines]
assert len(answers) == 4
near, same, empty, nobody = answers
assert near[0]["id"] == "Q900001" and near[0]["relation"] == "near" and 0.5 < near[0]["score"] < 1, near
assert "signals" not in near[0], near   # no state is described in this base, so nobody holds an office of one
assert same[0]["score"] == 1 and same[0]["relation"] == "same", same
assert empty == [] and nobody == []' "$work/out"

printf '%s\n' $'Dominique Robb\t2022-03-01\tBritain\tdeputy prime minister' >"$work/names"
"$BELIE" kb match <"$work/names" >"$work/out" 2>"$work/err" || fail "kb match: exit $?"
json_of '
best = json.loads(text)["candidates"][0]
assert best["id"] == "dominic-raab" and best["signals"] == ["country", "date", "office"], best' "$work/out"

# family name first, another script; what the score is made of
printf '%s\n' 'Raab, Dominic' 'Домінік Рааб' 'Dominique Robb' >"$work/names"
"$BELIE" kb match --evidence <"$work/names" >"$work/out" 2>"$work/err" || fail "kb match --evidence: exit $?"
json_of '
turned, cyrillic, near = [json.loads(line)["candidates"][0] for line in lines]
assert turned["id"] == cyrillic["id"] == near["id"] == "dominic-raab", lines
assert turned["score"] == 1 and "evidence" not in turned, turned
assert cyrillic["score"] > near["score"] > 0.01 and near["evidence"]["worst"] > 0.1, (cyrillic, near)' "$work/out"
wrong "--evidence belongs to" kb stats --evidence

printf 'Ada Lovel\tAda Lovell\nAda Lovell\tAda Lovell\nAda\n' | "$BELIE" kb match --pairs >"$work/out" 2>"$work/err" || fail "kb match --pairs: exit $?"
json_of '
scores = [json.loads(line)["score"] for line in lines]
assert len(scores) == 3 and 0.8 < scores[0] < scores[1] == 1 and scores[2] == 0, scores' "$work/out"

printf 'a\xff\nAda Lovell\n' | "$BELIE" kb match >"$work/out" 2>"$work/err"
[ $? -eq 3 ] || fail "kb match: a line that is not UTF-8 does not end with 3"
says "standard input:1: the line is not UTF-8"
[ "$(wc -l <"$work/out")" -eq 2 ] || fail "kb match: not a line for a line"

wrong "--pairs belongs to" kb stats --pairs
wrong "match takes no more words" kb match Raab
exit $failed
