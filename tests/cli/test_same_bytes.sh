#!/usr/bin/env bash
# The same bytes at any number of threads, in any order of the files, with what is kept between runs and without, whatever the form of output.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
export SOURCE_DATE_EPOCH=1750000000

news=$work/news
mkdir "$news"
python3 "$SOURCE_DIR/bench/generate.py" --articles 60 --events 6 --seed 9 --conflicts 0.4 >"$work/all.jsonl" || exit 1
for n in 0 1 2 3; do awk -v n=$n 'NR % 4 == n' "$work/all.jsonl" >"$news/part-$n.jsonl"; done
sleep 0.2

# same NAME ARGUMENTS…: what is written to standard output, and to $work/page where that is asked for.
same()
{
  local name=$1
  shift
  rm -rf "$work/page"
  expect 0 "$@"
  [ -d "$work/page" ] && (cd "$work/page" && find . -type f | sort | xargs cat) >>"$work/out"
  if [ -e "$work/$name" ]; then
    cmp -s "$work/out" "$work/$name" || fail "$name: $what writes something else: $(diff "$work/out" "$work/$name" | head -c 300)"
  else
    cp "$work/out" "$work/$name"
    [ -s "$work/out" ] || fail "$name is empty"
  fi
}
forward=("$news"/*)
backward=()
for ((n = ${#forward[@]} - 1; n >= 0; n--)); do backward+=("${forward[$n]}"); done
middle=("${forward[@]:2}" "${forward[@]:0:2}")
for format in json sarif; do
  for jobs in 1 2 5; do same $format check "${forward[@]}" --format $format --fail-on never --jobs $jobs; done
  same $format check "${backward[@]}" --format $format --fail-on never --jobs 2 --no-cache
  same $format check "${middle[@]}" --format $format --fail-on never
done
for jobs in 1 5; do same html report "${forward[@]}" -o "$work/page" --jobs $jobs; done
same html report "${backward[@]}" -o "$work/page" --no-cache

# Few articles in question.
head -n 2 "$work/all.jsonl" >"$work/draft.jsonl"
for format in json sarif; do
  for jobs in 1 2 5; do
    same near-$format check "$work/draft.jsonl" --against "$news" --format $format --fail-on never --jobs $jobs --no-cache
    same near-$format check "$work/draft.jsonl" --against "$news" --format $format --fail-on never --jobs $jobs
  done
done
printf '%s\n' "${forward[@]:1:1}" >"$work/list"
for list in forward backward middle; do
  declare -n files=$list
  same changed check "${files[@]}" --files-from "$work/list" --format json --fail-on never
  same changed check "${files[@]}" --files-from "$work/list" --format json --fail-on never --no-cache --jobs 1
done

exit "$failed"
