#!/usr/bin/env bash
# Slots of an event in a corpus: of the reports of one event what each tells once is held against the others', whatever else they have in
# common; reports of another event, or of another day, are not asked.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cases=0
failed=0

# report SOURCE DATE FILE HEADLINE TEXT…
report()
{
  mkdir -p "$work/corpus/$1"
  printf -- '---\npublished: %s\n---\n# %s\n\n%s\n' "$2" "$4" "${*:5}" >"$work/corpus/$1/$3.md"
}

# expect WHAT NAME: WHAT (a part of a message, or "" for nothing) is what the figures of the corpus are asked
expect()
{
  local said
  cases=$((cases + 1))
  said=$("$BELIE" check "$work/corpus" --no-cache --fail-on never --only number/conflict --format json | sed '$d')
  if { [ -n "$1" ] && grep -qF "$1" <<<"$said"; } || { [ -z "$1" ] && [ -z "$said" ]; }; then
    echo "ok $cases - $2"
  else
    failed=1
    echo "not ok $cases - $2"
    echo "# ${said//$'\n'/$'\n'# }"
  fi
}

# What makes a corpus of which not every word is of one event.
others()
{
  report wire 2023-10-09 fire 'Fire at mill in Garrow' 'A fire destroyed a paper mill in Garrow on Sunday. Nobody was hurt, the owner Ida Holm said. Firemen fought it all night.'
  report post 2023-10-08 match 'Rovers win again' 'Rovers beat United on Saturday. Marco Silva scored in the second half. The coach praised his defenders.'
  report post 2023-10-10 ferry 'Ferry aground off Kell Point' 'The ferry Aurelia ran aground off Kell Point in thick fog. Passengers were taken off by lifeboats from Dornhaven.'
  report globe 2023-10-10 dig 'Hall found under car park' 'Archaeologists found a Roman hall under a car park in Ostrow. The leader of the dig, Priya Nair, called it a whole building.'
}

# election TURNOUT DATE: two reports of one election
election()
{
  rm -rf "$work/corpus"
  others
  report wire 2023-10-09 election 'Ruling party loses majority in Tolland' \
    'The ruling Progress Party lost its majority in the parliamentary election in Tolland but remained the largest party, preliminary results showed.' \
    'Prime Minister Ilsa Brandt said she would seek talks with the Greens.' 'Turnout was 63.4 percent.'
  report post "$2" election 'Brandt opens coalition talks' \
    'Prime Minister Ilsa Brandt began talks with the Greens on a coalition after her Progress Party fell short of a majority in the Tolland election.' \
    "$1"
}

election 'Turnout, at 53.4%, was the lowest since 1998.' 2023-10-10
expect 'turnout: 53.4% here, 63.4 percent' 'one event, two turnouts'
election 'Turnout, at 63%, was the lowest since 1998.' 2023-10-10
expect '' 'a rounded turnout is the same'
election 'Turnout, at 53.4%, was the lowest since 1998.' 2023-10-15
expect '' 'days later it may be another vote'
election 'Early turnout was 53.4% at noon.' 2023-10-10
expect '' 'a turnout at noon is not the turnout'
election 'Turnout was 63.4% in the towns and 53.4% in the villages.' 2023-10-10
expect '' 'who tells several is not asked'
election 'Turnout rose to 53.4% from 51%.' 2023-10-10
expect 'turnout: 53.4% here' 'what it was before is not the turnout'

rm -rf "$work/corpus"
others
report wire 2023-10-09 election 'Ruling party loses majority in Tolland' 'The Progress Party lost its majority in Tolland, results showed. Ilsa Brandt leads it.' 'Turnout was 63.4 percent.'
report post 2023-10-09 poll 'Harrow elects a mayor' 'Ann Lee was elected mayor of Harrow on Sunday, ahead of Tom Reed. She promised a new bridge.' 'Turnout was 41.2 percent.'
expect '' 'two elections, two turnouts'

# trial NAME AGE: two reports of one trial that share no sentence
trial()
{
  rm -rf "$work/corpus"
  others
  report wire 2024-02-15 trial 'Former minister jailed for bribery' 'A court in Lenz found the former transport minister Karl Voss guilty of taking bribes for road contracts.' \
    'Voss, 58, who had denied the charges, said he would appeal.'
  report globe 2024-02-15 trial 'Fall of a minister' 'The bribery trial of the former transport minister Karl Voss in Lenz lasted 41 days.' \
    "$1, who is $2, resigned when the affair of the road contracts became known."
}

trial Voss 61
expect 'age of Voss' 'one man in one trial is of one age'
trial Voss 58
expect '' 'and may be'
trial 'His brother Otto' 61
expect '' 'another one has his own'

# Two who were sentenced together, of whom one report tells of one only.
rm -rf "$work/corpus"
others
report wire 2024-02-15 trial 'Former minister jailed for bribery' 'A court in Lenz jailed the former transport minister Karl Voss for five years in prison for taking bribes for road contracts.'
report globe 2024-02-15 trial 'Fall of a minister' 'The bribery trial of the former transport minister Karl Voss in Lenz is over.' \
  'Petra Lind, an aide who passed on what the builders paid for the road contracts, got two years in prison.'
expect '' 'two of one trial have a term each'

echo "1..$cases"
exit $failed
