#!/usr/bin/env bash
# A run that asks about few articles reads and compares only these and their neighbours: what it finds is what a comparison of everything finds of
# them, whatever makes two articles meet.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

# Each article of one more kind of neighbour, among articles that have nothing to do with it.
news=$work/news
mkdir "$news"
article() # article FILE SOURCE DAY TEXT
{
  printf -- '---\nsource: %s\npublished: %s\n---\n%s\n' "$2" "$3" "$4" >"$news/$1.md"
}
article crash-1 herald 2024-03-04 $'Train derails near Oberdorn\n\nTwelve people were injured when a regional train derailed near Oberdorn on Monday, the Karst railway said. The train had left Ridley at noon. Mayor Ada Finch visited the Oberdorn hospital.'
article crash-2 courier 2024-03-05 $'Derailed train at Oberdorn\n\nForty people were injured when a regional train derailed near Oberdorn on Monday, the Karst railway said. Mayor Ada Finch thanked the Oberdorn firefighters, who worked all night.'
article crash-3 gazette 2024-03-05 $'Oberdorn derailment\n\nTwelve people were injured when the regional train of the Karst railway derailed near Oberdorn on Monday. Mayor Ada Fintch said that an inquiry would follow.'
article troops-1 herald 2024-03-06 $'No soldiers\n\nPoland will not send troops to Ukraine.'
article troops-2 courier 2024-03-20 $'Soldiers\n\nPoland will send troops to Ukraine.'
article title-1 herald 2022-04-02 $'Talks in London\n\nDeputy Prime Minister Dominic Raab met the ambassador of Norway in London.'
article title-2 courier 2022-04-03 $'Letter\n\nDeputy Prime Minister Dominic Raap wrote a letter to the mayor of Ridley about the bridge.'
article quote-1 herald 2024-05-02 $'Harbour\n\n“We will never again allow the harbour to be closed in the middle of the winter season,” Mayor Joel Santer said.'
article quote-2 gazette 2024-05-12 $'Winter\n\n“We will never again allow the harbour to be opened in the middle of the winter season,” Mayor Joel Santer told reporters.'
article age-1 herald 2024-06-01 $'Chess\n\nTom Adair, 45, won the chess cup of Coldwater on Saturday.'
article age-2 gazette 2024-06-01 $'Cup\n\nThe chess cup of Coldwater went to Tom Adair, 54, on Saturday.'
article wrong-1 herald 2024-07-01 $'The bridge at Lumen\n\nThe stone bridge at Lumen opened in 1923.'
article wrong-2 herald 2024-07-03 $'The bridge at Lumen\n\nCorrection: The stone bridge at Lumen opened in 1932, not 1923.'
article wrong-3 courier 2024-09-10 $'Old bridges\n\nThe stone bridge at Lumen opened in 1923.'
article word-1 herald 2024-08-01 $'Boats\n\nThe Harbor Polike came. Snow lay on Quarry Hill, and Mill Point was shut.'
article word-2 courier 2024-08-01 $'Boats\n\nThe Harbor Police came late. Near Quarry Hill trucks waited; at Mill Point nobody did.'
article word-3 gazette 2024-08-02 $'Boats\n\nThe Harbor Police sent boats. Families walked from Mill Point to Quarry Hill.'
python3 "$SOURCE_DIR/bench/generate.py" --articles 160 --events 24 --seed 11 --conflicts 0.4 >"$news/other.jsonl" || exit 1

# held DRAFT…: these files, taken out of the folder, against the rest of it.
held()
{
  rm -rf "$work/rest" "$work/drafts"
  cp -r "$news" "$work/rest"
  mkdir "$work/drafts"
  local name
  for name; do mv "$work/rest/$name" "$work/drafts/"; done
  local set=("$work"/drafts/*)
  expect 0 check "${set[@]}" --against "$work/rest" --format json --fail-on never --compare-all
  grep -v '"summary":' "$work/out" >"$work/all"
  expect 0 check "${set[@]}" --against "$work/rest" --format json --fail-on never
  grep -v '"summary":' "$work/out" >"$work/near"
  cmp -s "$work/all" "$work/near" || fail "$*: not what a comparison of everything finds: $(diff "$work/all" "$work/near" | head -c 600)"
  found=$(wc -l <"$work/near")
}
finds() # finds ID DRAFT: at least that
{
  held "$2"
  grep -q "\"id\":\"$1\"" "$work/near" || fail "$2: no $1 among $found findings: $(cut -c1-200 "$work/near")"
}
finds number/conflict crash-2.md
finds claim/contradiction troops-2.md
finds name/garbled title-2.md
finds name/garbled title-1.md # told of a neighbour, of which this one is the witness
finds quote/altered quote-2.md
finds number/conflict age-2.md
finds claim/retracted wrong-3.md
finds claim/retracted wrong-2.md # the correction itself is the draft
finds term/garbled word-1.md
held crash-3.md word-2.md age-1.md
held troops-1.md
# Invented news by the dozen.
python3 - "$news/other.jsonl" "$news" <<'PY'
import pathlib, sys
lines = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines(keepends=True)
for n in range(3):
    pathlib.Path(sys.argv[2], f"part-{n}.jsonl").write_text("".join(lines[n::8]), encoding="utf-8")
pathlib.Path(sys.argv[1]).write_text("".join(line for i, line in enumerate(lines) if i % 8 > 2), encoding="utf-8")
PY
for n in 0 1 2; do
  held part-$n.jsonl
  [ "$found" -gt 10 ] || fail "part-$n: only $found findings, so little is proved"
done

# A change is no draft, but is asked about alike.
printf '%s\n' "$news/crash-2.md" "$news/troops-2.md" >"$work/list"
expect 0 check "$news" --files-from "$work/list" --format json --fail-on never
grep -v '"summary":' "$work/out" >"$work/near"
expect 0 check "$news" --files-from "$work/list" --format json --fail-on never --compare-all
grep -v '"summary":' "$work/out" >"$work/all"
cmp -s "$work/all" "$work/near" || fail "a change: not what a comparison of everything finds"
[ -s "$work/near" ] || fail "a change finds nothing"

exit "$failed"
