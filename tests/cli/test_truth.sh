#!/usr/bin/env bash
# belie truth: forms of output, ties, sources with intervals, gold, hostile tables, exit codes.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

table=$work/ships.csv
cat >"$table" <<'CSV'
source,object,attribute,value
harbour,Calanthe,built,1911
museum,Calanthe,built,1911
blog,Calanthe,built,1921
harbour,Calanthe,crew,"Orme; Teale"
museum,Calanthe,crew,Teale;Orme
blog,Calanthe,crew,Orme
harbour,"Ark, Royal",built,1900
blog,"Ark, Royal",built,1899
CSV

# Values in the order of objects and attributes, ties flagged and given to the least.
expect 0 truth "$table" --method vote --format csv
cat >"$work/want" <<'CSV'
object,attribute,value,confidence,tied,sources,of,vote
"Ark, Royal",built,1899,0.5,yes,1,2,1899
Calanthe,built,1911,0.666667,no,2,3,1911
Calanthe,crew,Orme; Teale,0.666667,no,2,3,Orme; Teale
CSV
diff "$work/want" "$work/out" || fail "$what: not the rows that were wanted"

# The order of rows and columns says nothing; nor does where the table comes from.
{ head -n 1 "$table"; tail -n +2 "$table" | sort -r; } >"$work/other.csv"
expect 0 truth "$work/other.csv" --method vote --format csv
diff "$work/want" "$work/out" || fail "$what: rows in another order give another answer"
"$BELIE" truth - --method vote --format csv <"$table" | diff "$work/want" - || fail "standard input gives another answer"
while IFS= read -r method; do
  for file in "$table" "$work/other.csv"; do
    "$BELIE" truth "$file" --method "$method" --format json 2>"$work/err"
  done | sort | uniq -c | grep -qv '^ *2 ' && fail "$method: rows in another order give another answer"
done < <("$BELIE" truth --help | sed -n '/^Methods:/,/^$/s/^  \([a-z0-9-]*\) .*/\1/p' | grep -vx all)

expect 0 truth "$table" --method vote --format json
python3 - "$work/out" <<'PY' || fail "$what: not the lines that were wanted"
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
assert all(line["version"] == 1 for line in lines)
assert lines[1] == {"version": 1, "object": "Calanthe", "attribute": "built", "value": "1911", "confidence": 0.666667, "tied": False,
                    "sources": 2, "of": 3, "vote": "1911"}, lines[1]
assert lines[-1]["summary"]["tied"] == 1 and lines[-1]["summary"]["claims"] == 8, lines[-1]
PY
expect 0 truth "$table" --method vote
says "3 items, 1 tied; 8 claims of 3 sources. Method vote"

# Sources never have a naked number: n, agreement and its interval beside it.
expect 0 truth "$table" --method sums --sources --format csv
says "source,trust,scale,claims,agree,low,high,agree_by_vote,too_few"
grep -q '^museum,.*,weight,2,2,0\.342' "$work/out" || fail "$what: no interval for museum"
expect 0 truth "$table" --method sums --sources
says "Wilson's interval" "too_few"

# What counts as the same.
expect 0 truth "$table" --method vote --tolerance 1 --format csv
says '"Ark, Royal",built,1900,1,no,2,2,1900' # of the two of one bucket, the one whose source is trusted more
expect 0 truth "$table" --method vote --tolerance 1% --format csv
says 'Calanthe,built,1911,1,no,3,3,1911'
wrong "--tolerance is a number (3), a percentage (1%), minutes (10min) or auto, not “much”" truth "$table" --tolerance much

# Gold: beside vote, with the interval.
cat >"$work/gold.csv" <<'CSV'
object,attribute,value
Calanthe,built,1911
Calanthe,crew,orme;teale
"Ark, Royal",built,1900
Nobody,built,1
CSV
expect 0 truth "$table" --method crh --gold "$work/gold.csv"
says "vote" "2 of 3 right: 0.667" "crh"
expect 0 truth "$table" --method all --gold "$work/gold.csv" --format csv
says "method,right,n,accuracy,low,high" "vote,2,3,0.666667" "truthfinder,"
[ "$(grep -c '^vote,' "$work/out")" = 1 ] || fail "$what: vote is not there once"
printf 'object,attribute,value\nNobody,built,1\n' >"$work/none.csv"
wrong "none of its objects and attributes" truth "$table" --gold "$work/none.csv"

# Mistakes.
wrong "takes one table" truth
wrong "takes one table" truth "$table" "$table"
wrong "unknown method “suns”; did you mean “sums”?" truth "$table" --method suns
wrong "--method all is for --gold" truth "$table" --method all
wrong "--format is table, csv or json, not “xml”" truth "$table" --format xml
wrong "did you mean “--tolerance”?" truth "$table" --tolerence 1
wrong "name one of them" truth "$table" --sources --copies
wrong "does not look for copying" truth "$table" --method vote --copies
grep -v built "$table" >"$work/crew.csv"
wrong "method “gtm” is for values of the kind number; here they are of the kind set" truth "$work/crew.csv" --method gtm
wrong "no-such.csv" truth "$work/no-such.csv"
printf 'source,object,value\n' >"$work/header.csv"
wrong "header.csv:1:1: the header has no column “attribute”" truth "$work/header.csv"

# Rows that cannot be read are named and left out; the rest is answered, and the exit code says so.
{ cat "$table"; printf 'blog,Calanthe\nblog,Calanthe,built,19\00021\n\377,Calanthe,built,1911\n'; } >"$work/broken.csv"
expect 3 truth "$work/broken.csv" --method vote --format csv
diff "$work/want" "$work/out" || fail "$what: broken rows change the answer"
says "broken.csv:10:14: 2 fields where the header has 4" "broken.csv:11:23: a NUL character" "broken.csv:12:1: not UTF-8"

# What the input hides from a terminal does not reach it.
printf 'source,object,attribute,value\na,"o\nbelow",x,1\n' >"$work/break.csv"
expect 0 truth "$work/break.csv" --method vote
grep -q '^o below' "$work/out" || fail "$what: a line break of the input breaks the table"
expect 0 truth "$work/break.csv" --method vote --format csv
grep -q '^"o$' "$work/out" || fail "$what: a line break does not stand in quotes"

# A million rows.
python3 - >"$work/million.csv" <<'PY'
print("source,object,attribute,value")
for i in range(1000000):
    print(f"s{i * 7 % 1009},o{i // 10},x,{i * i % 7 // 3}")
PY
expect 0 truth "$work/million.csv" --method crh --format csv
[ "$(wc -l <"$work/out")" = 100001 ] || fail "$what: not an answer for each item"
exit $failed
