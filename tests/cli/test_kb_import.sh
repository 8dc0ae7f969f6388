#!/usr/bin/env bash
# shellcheck disable=SC1111 # belie quotes words like “this”
# Bases of other projects as knowledge files, beside the base that ships.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
cases=$SOURCE_DIR/tests/importers/fixtures/cases

# An imported holder of a shipped office is found, and counts for title checks.
cat >"$work/people.csv" <<'CSV'
person;name;office;country;start;end;gender
Q900301;Tamsin Vardelski;Minister for Foreign Affairs and Trade of Monaco;MC;2020-02-01;2020-07-31;female
Q900302;Gorm Averson;Prime Minister of Norway;;1961-01-01;1963-01-01;male
CSV
expect 0 kb import "$work/people.csv" -o "$work/own.json"
says "2 persons, 2 terms, 2 offices, of which 2 are roles that belie knows"
expect 0 kb lookup Vardelski --kb "$work/own.json"
says "person/Q900301" "2020-02-01/2020-07-31  mc/foreign-minister" "own.json#Q900301"
expect 0 kb lookup no/prime-minister --on 1962-05-01 --kb "$work/own.json"
says "Gorm Averson"
mkdir "$work/corpus"
echo '{"articles":[{"path":"a.txt","source":"x","published":"2020-03-05"}]}' >"$work/corpus/corpus.json"
echo "Polish Prime Minister Tamsin Vardelski arrived in Kyiv on Thursday." >"$work/corpus/a.txt"
expect 0 check "$work/corpus" --fail-on never --kb "$work/own.json"
says "title/"
expect 0 check "$work/corpus" --fail-on never
grep -q "title/" "$work/out" && fail "the base that ships knows an invented minister"

# Somebody whom the base has is not doubled.
printf 'person,name,office,country,start,end,born\nQ9,Dominic Raab,Keeper of Lighthouses,GB,2026-01-01,2026-02-01,1974-02-25\n' >"$work/raab.csv"
expect 0 kb import "$work/raab.csv" -o "$work/raab.json"
says "1 persons (1 that belie knew, with more terms)"
expect 0 kb lookup Raab --kb "$work/raab.json"
says "person/dominic-raab" "gb/keeper-of-lighthouses" "2021-09-15/2022-09-06  gb/deputy-prime-minister"
[ "$(grep -c "person/" "$work/out")" -eq 1 ] || fail "a person of the base is there twice"

# Each form by its content, packed, from standard input; what is faulty is named, and the run is partial.
gzip -c "$cases/links.ftm.json" >"$work/links.gz"
expect 3 kb import "$work/links.gz" -o "$work/links.json"
says "links.gz:10: the id “NK-one” was there before" "links.gz:15: this string does not end" "terms whose holder is not in the files: 1"
expect 0 kb stats --kb "$work/links.json"
head -n 8 "$cases/links.ftm.json" | "$BELIE" kb import - >"$work/out" 2>"$work/err" || fail "kb import -: exit $?"
what="kb import -"
says "Oleh Lampenko" "standard output: 2 persons"
head -c 700 "$work/links.gz" >"$work/cut.gz"
expect 3 kb import "$work/cut.gz" -o "$work/cut.json"
says "the rest cannot be read"
for name in answer.wikidata.json assembly.popolo.json semicolons.csv; do
  "$BELIE" kb import "$cases/$name" -o "$work/$name.json" >"$work/out" 2>"$work/err"
  expect 0 kb stats --kb "$work/$name.json"
done
expect 0 kb import "$cases/semicolons.csv" --as-of 2026-10-01 --country pl -o "$work/own.json"
says "as of 2026-10-01"

# The file that was there stays when the import fails.
cp "$work/own.json" "$work/before.json"
printf 'name\n\xff\n' >"$work/bad.csv"
wrong "byte 6 is not UTF-8" kb import "$work/bad.csv" -o "$work/own.json"
cmp -s "$work/own.json" "$work/before.json" || fail "a failed import touched the file"

wrong "takes files" kb import
wrong "unknown form “ftn”; did you mean “ftm”?" kb import --from=ftn "$work/people.csv"
wrong "--as-of takes a day" kb import --as-of=2026 "$work/people.csv"
wrong "--country takes a code" kb import --country=zz "$work/people.csv"
wrong "--from belongs to" kb stats --from=ftm
wrong "no-such-file" kb import "$work/no-such-file"
exit $failed
