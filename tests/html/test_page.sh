#!/usr/bin/env bash
# The editors' report: one well-formed file whose policy holds, whose anchors lead somewhere, in which a hostile article stays text,
# and the same bytes for the same input.
set -u
corpus=$SOURCE_DIR/corpus
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

# report NAME PATH [OPTION…]: writes NAME.html
report()
{
  local name=$1 path=$2
  shift 2
  "$BELIE" check "$path" --fail-on never --output "html=$work/$name.html" "$@" >/dev/null 2>"$work/$name.err"
  local status=$?
  [ $status -eq 0 ] || [ $status -eq 3 ] || fail "$name: belie check ended with $status: $(head -n 3 "$work/$name.err")"
}

# sound NAME TEXT…: the page is sound and every TEXT can be read in it.
sound()
{
  local name=$1
  shift
  python3 "$SOURCE_DIR/tests/html/html_check.py" "$work/$name.html" "$@" || fail "$name.html is not sound"
}

report corpus "$corpus"
sound corpus "Findings are questions for an editor, not verdicts." "Not checked" "Rules that ran" "At a glance" "Asked about" "Query for the writer:" "Innocent explanations tried" "Settled by"

# Every style sheet and script that is compiled in stands in the page.
for asset in "$SOURCE_DIR"/reports/page/*; do
  python3 -c 'import sys; sys.exit(open(sys.argv[1]).read() not in open(sys.argv[2]).read())' "$asset" "$work/corpus.html" \
    || fail "$asset is of no use: it does not stand in the page"
done

# The clock is shown only when SOURCE_DATE_EPOCH says so; nothing else depends on the run.
report again "$corpus" --jobs 1
cmp "$work/corpus.html" "$work/again.html" || fail "two runs give different bytes"
SOURCE_DATE_EPOCH=86400 report dated "$corpus"
sound dated "1970-01-02 00:00 UTC"
grep -q "<dt>Made" "$work/corpus.html" && fail "a time is shown without SOURCE_DATE_EPOCH"

# An article is text, whatever it holds.
mkdir -p "$work/hostile/<b>wire"
cat >"$work/hostile/corpus.json" <<'JSON'
{ "sources": { "wire": { "name": "<b>Wire</b> & \"Sons\"", "url": "javascript:alert(1)" } },
  "articles": [ { "path": "<b>wire/a'\"&.txt", "source": "wire", "published": "2022-04-01", "language": "\"><script>" } ] }
JSON
{
  echo 'Talks </style><script>alert(0)</script>'
  echo
  echo $'British Deputy Prime Minister Dominique Robb <script>alert(1)</script> <img src=x onerror=alert(2)> said \u202e so & \u2028 on.'
} >"$work/hostile/<b>wire/a'\"&.txt"
report hostile "$work/hostile"
sound hostile "<script>alert(1)</script> <img src=x onerror=alert(2)> said ⟨U+202E⟩ so & ⟨U+2028⟩ on." "<b>Wire</b> & \"Sons\"" "<b>wire/a'\"&.txt"

# No article, no finding: still a whole page.
mkdir "$work/quiet"
echo "Nothing is said here." >"$work/quiet/a.txt"
report quiet "$work/quiet"
sound quiet "Findings are questions for an editor, not verdicts." "No questions on 1 article"

[ $failed -eq 0 ] && echo "the report is sound"
exit $failed
