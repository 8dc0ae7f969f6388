#!/usr/bin/env bash
# belie explain: what a finding means, and each gate between two places or texts.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

# Findings, by id and by group.
expect 0 explain name/garbled
says "name/garbled: A name nobody bears" "at most an error"
expect 0 explain quote
says "quote/altered:" "quote/speaker:"
expect 0 explain --list
[ "$(wc -l <"$work/out")" -gt 20 ] || fail "$what: not all findings"
wrong "did you mean “name/garbled”?" explain name/garbeld
wrong "explain --list" explain sense
wrong "takes the id of one finding" explain
wrong "takes the id of one finding" explain name quote
wrong "stands alone" explain --list name
wrong "belongs to --pair" explain --date 2022-01-01 name

# Two texts: claims, gates in order, what stops them, the finding and the verdict.
first="The paper mill at Harnell will employ 320 people, the owners said."
expect 0 explain --pair "$first" "The paper mill at Harnell will employ 230 people, the owners said."
says "A  a:1:1" "B  b:1:1" "claim: counts(" "A and B: aligned by 100 %" "figures: “320 people” against “230 people”" "interval   passed" \
  "→ contradiction" "[number/conflict" "verdict: contradiction"
expect 0 explain --pair "$first" "The paper mill at Harnell will employ about 320 people, the owners said."
says "interval   stopped: " "→ agrees" "verdict: agrees"
grep -q "modality   passed" "$work/out" && fail "$what: a gate behind the one that stopped the pair is not asked"
expect 0 explain --pair "The mill at Oslo will take 320 tonnes of Norwegian wood." "The mill at Bergen will take 320 tonnes of Norwegian wood."
says "altered words: “Oslo” against “Bergen”" "predicate  passed" "quote      passed" "→ contradiction" "“Bergen” (place)"
expect 0 explain --pair "$first" "Snow fell on the hills above Lower Wick."
says "the two share no term" "verdict: none"
expect 0 explain --pair --date 2025-08-20 "Italy will send troops to Ukraine." "Italy will not send troops to Ukraine. Nobody asked."
says "B1  b:1:1, 2025-08-20" "B2  b:1:40" "claims of rules: " "claim: sends-troops(sender: country/it, place: country/ua), denied" \
  "verdict: contradiction"

# Two places, in their own files or in a corpus; a column chooses one sentence of a line.
wire=$corpus/lumen-wire/2025-08-20-defence-chiefs.txt
rome=$corpus/harbour-post/rome-decides.md
line=$(grep -n "Poland will not send" "$wire" | cut -d : -f 1)
expect 0 explain --pair "$wire:$line" "$rome:9"
says "A1  lumen-wire/" "A2  " "B  harbour-post/rome-decides.md:9" "verdict: contradiction"
expect 0 explain --pair "$wire:$line:3" "$rome:9" "$corpus"
says "A  lumen-wire/2025-08-20-defence-chiefs.txt:$line:1," "no claim" "verdict: none"

# What cannot be meant.
wrong "there is no sentence on line 900" explain --pair "$wire:900" "$rome:9"
wrong "there is no sentence at" explain --pair "$wire:$line:9000" "$rome:9"
wrong "not one of each" explain --pair "$wire:$line" "Two words."
wrong "neither a place" explain --pair "$wire:$line" "$corpus/none.txt:3"
wrong "neither a place" explain --pair word other
wrong "--pair takes two" explain --pair "$first"
wrong "two texts need no PATH" explain --pair "$first" "$first" "$corpus"
wrong "takes a day" explain --pair --date soon "$first" "$first"
exit $failed
