# shellcheck shell=bash disable=SC2034 # the tests use the variables
# Sourced by the tests of this folder: runs belie and compares exit code and words. What a test writes is in $work, so one that is started
# without SOURCE_DIR or BELIE ends before its first command.
set -u
: "${BELIE:?ctest sets it, and SOURCE_DIR}"
corpus=$SOURCE_DIR/corpus
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
unset NO_COLOR FORCE_COLOR
export XDG_CACHE_HOME=$work/cache # not the user's

fail()
{
  echo "FAIL $*"
  failed=1
}

# expect CODE ARGUMENTS…: belie must end with CODE; what it wrote is in $work/out and $work/err.
expect()
{
  local code=$1
  shift
  what="belie $*"
  "$BELIE" "$@" >"$work/out" 2>"$work/err"
  local status=$?
  if [ $status -ne "$code" ]; then
    fail "$what: exit $status, not $code"
    head -n 5 "$work/err"
  fi
}

# says WORDS…: each must be in what the last command wrote, on either stream.
says()
{
  local words
  for words in "$@"; do
    cat "$work/out" "$work/err" | grep -qF -- "$words" || fail "$what does not say: $words"
  done
}

# wrong WORDS ARGUMENTS…: a usage error, exit 2, one line on standard error that has WORDS, and nothing on standard output.
wrong()
{
  local words=$1
  shift
  expect 2 "$@"
  says "$words"
  [ -s "$work/out" ] && fail "$what: a usage error prints to standard output"
  [ "$(wc -l <"$work/err")" -eq 1 ] || fail "$what: not one line on standard error"
}

# json_of CODE FILE: the code must not fail; lines are the lines of FILE, text the whole of it.
json_of()
{
  python3 -c "import json, sys
text = open(sys.argv[1], encoding='utf-8').read()
lines = text.splitlines()
$1" "$2" || fail "$what: output is not what it should be"
}
