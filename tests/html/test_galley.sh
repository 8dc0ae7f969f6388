#!/usr/bin/env bash
# `belie report --draft`: the text of the draft whole and verbatim, whatever it holds; spans, notes and cards that lead to each other; the
# same bytes for the same input; galleys of a corpus folded and bounded.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH
export LC_ALL=C.UTF-8
failed=0

fail()
{
  echo "$*"
  failed=1
}

mkdir "$work/corpus"
cat >"$work/corpus/a.jsonl" <<'X'
{"id":"1","source":"post","date":"2025-05-20","text":"The fire in the grain market of Lumen killed 12 people on Monday, the town council said. Bakers shut their shops."}
{"id":"2","source":"herald","date":"2025-05-20","text":"On Monday the fire in the grain market of Lumen killed 12 people, a doctor of the council said. Poland will send troops to Ukraine."}
X
cat >"$work/draft.txt" <<'X'
Lumen counts its dead

A fire in the grain market of Lumen on Monday killed 12 people, said the council of the town.

Poland will not send troops to Ukraine. Nobody forgets the 2016 election. The pier of Norvik has 40 lamps.

“We counted 40 ships in the bay. We sent 12 boats,” said the mayor Ann Lee, who was late. “And then we went home, all of us,” she said.
X

# galley NAME [OPTION…]: NAME.html of NAME.txt
galley()
{
  local name=$1
  shift
  "$BELIE" report --draft "$work/$name.txt" --against "$work/corpus" --no-cache -o "$work/$name.html" "$@" >"$work/out" 2>"$work/err"
  local status=$?
  [ $status -eq 0 ] || fail "$name: belie report ended with $status: $(head -n 3 "$work/err")"
  [ "$(cat "$work/out")" = "$work/$name.html" ] || fail "$name: the file is not named"
  python3 "$SOURCE_DIR/tests/html/html_check.py" "$work/$name.html" || fail "$name.html is not sound"
}
check()
{
  python3 "$SOURCE_DIR/tests/html/galley_check.py" "$@" || fail "$1: see above"
}

galley draft --source gazette --date 2025-05-20
check "$work/draft.html" "$work/draft.txt" is-query=1 is-agrees=2
for text in 'agrees with post and herald' 'Which is meant, and on what source?' 'in the galley' 'Told alike elsewhere' 'spans in reading order'; do
  grep -q "$text" "$work/draft.html" || fail "“$text” is not in the page"
done
grep -q 'Agreed facts' "$work/draft.html" && fail "the page of a draft tells of the corpus"
# The galley stands before the cards, these before what is told alike.
[ "$(grep -o '<section id="[a-z]*"' "$work/draft.html" | head -n 3 | tr -d '\n')" = '<section id="galleys"<section id="errors"<section id="told"' ] \
  || fail "the order of the sections: $(grep -o '<section id="[a-z-]*"' "$work/draft.html" | tr '\n' ' ')"

cp "$work/draft.html" "$work/first.html"
"$BELIE" report --draft - --against "$work/corpus" --stdin-filename draft.txt --source gazette --date 2025-05-20 --no-cache --jobs 1 \
  -o "$work/folder" <"$work/draft.txt" >/dev/null 2>&1
[ -f "$work/folder/index.html" ] || fail "-o DIR makes no index.html"
check "$work/folder/index.html" "$work/draft.txt" is-query=1 is-agrees=2
galley draft --source gazette --date 2025-05-20
cmp "$work/first.html" "$work/draft.html" || fail "two runs give different bytes"

# A draft is text, whatever it holds, in whatever script.
{
  echo '</p><script>alert(1)</script> & <b onclick="x()">bold</b>'
  echo
  echo $'The council paid 12 <i>crowns</i> \u202e on Monday & \u2028 went “home to see the <script>alert(2)</script> again”.'
  echo
  echo 'قال المجلس يوم الاثنين إن 12 شخصا قتلوا.'
  echo
  echo '市场火灾造成12人死亡。'
} >"$work/hostile.txt"
galley hostile --source gazette --date 2025-05-20
check "$work/hostile.html" "$work/hostile.txt"
grep -q '<script>alert' "$work/hostile.html" && fail "markup of the draft acts"

# One line of thousands of characters is cut into rows and stays whole.
for _ in $(seq 60); do printf 'The pier of Norvik has 40 lamps, and 12 people were seen on Monday at the gate. '; done >"$work/long.txt"
galley long --source gazette --date 2025-05-20
check "$work/long.html" "$work/long.txt"
[ "$(grep -c 'class="row' "$work/long.html")" -gt 5 ] || fail "a long line is one row"

# Nothing to check, nothing to tell.
echo 'Rain fell.' >"$work/bare.txt"
galley bare
check "$work/bare.html" "$work/bare.txt"
grep -q 'Nothing in this text can be checked' "$work/bare.html" || fail "that nothing can be checked is not said"

# Of a corpus: folded, only articles that are asked about, each whole.
"$BELIE" report "$work/corpus" --no-cache -o "$work/corpus.html" >/dev/null 2>&1 || fail "no report of the corpus"
grep -q 'id="galleys"' "$work/corpus.html" && fail "a corpus without questions has galleys"
echo '{"id":"3","source":"gazette","date":"2025-05-20","text":"Poland will not send troops to Ukraine. Nobody was late."}' >>"$work/corpus/a.jsonl"
"$BELIE" report "$work/corpus" --no-cache -o "$work/corpus.html" >/dev/null 2>&1 || fail "no report of the corpus"
python3 "$SOURCE_DIR/tests/html/html_check.py" "$work/corpus.html" || fail "corpus.html is not sound"
[ "$(grep -c '<details class="galley"' "$work/corpus.html")" -ge 1 ] || fail "articles that are asked about have no galley"

# Words that do not fit.
"$BELIE" report --draft "$work/draft.txt" >/dev/null 2>"$work/err"
[ $? -eq 2 ] && grep -q -- '--against' "$work/err" || fail "--draft without --against is taken"
"$BELIE" report "$work/corpus" --draft "$work/draft.txt" --against "$work/corpus" >/dev/null 2>&1
[ $? -eq 2 ] || fail "--draft beside PATHs is taken"
exit $failed
