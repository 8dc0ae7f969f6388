#!/usr/bin/env bash
# Sentences are compared on several threads, a share each. Findings, gates, agreement and what explain tells must not show it: neither by
# order nor by number, with more threads than shares or fewer.
set -u
if ! command -v python3 >/dev/null; then
  echo "1..0 # SKIP there is no python3"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1700000000
python3 "$SOURCE_DIR/bench/generate.py" --articles 96 --events 8 --seed 3 --conflicts 0.4 >"$work/news.jsonl" || exit 1
number=0

# same WHAT COMMAND…: with one, two and seven threads; and that it says anything at all.
same()
{
  local what=$1 jobs
  shift
  number=$((number + 1))
  for jobs in 1 2 7; do
    "$BELIE" "$@" --no-cache --jobs $jobs >"$work/out.$jobs" 2>"$work/err.$jobs"
    echo "exit $?" >>"$work/out.$jobs"
    [ ! -e "$work/report/index.html" ] || mv "$work/report/index.html" "$work/out.$jobs"
  done
  if [ "$(wc -l <"$work/out.1")" -gt 40 ] && cmp -s "$work/out.1" "$work/out.2" && cmp -s "$work/out.1" "$work/out.7" \
    && cmp -s "$work/err.1" "$work/err.2" && cmp -s "$work/err.1" "$work/err.7"; then
    echo "ok $number - $what"
  else
    echo "not ok $number - $what: $(wc -l <"$work/out.1") lines, $(diff "$work/out.1" "$work/out.7" | head -n 1)"
    failed=1
  fi
}

failed=0
same "findings" check "$work/news.jsonl" --format json --fail-on never
same "explain" explain --pair "$work/news.jsonl:1" "$work/news.jsonl:9"
same "report" report "$work/news.jsonl" --output "$work/report"
echo "1..$number"
exit $failed
