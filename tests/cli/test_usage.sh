#!/usr/bin/env bash
# shellcheck disable=SC1111,SC2016 # belie quotes words like “this”; Python stands in single quotes
# Help and mistakes: every verb explains itself; a mistake ends with 2 and one line that names it and the nearest right word.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

expect 0 --help
says check report init baseline claims pairs explain sources truth rules kb cache completion manual version
expect 2
for verb in check report claims sources rules kb; do
  expect 0 $verb --help
  says --rules --only --jobs
  grep -qi '^usage:' "$work/out" || fail "$what: no usage line"
  wrong "did you mean “--no-cache”?" $verb --no-cahce
  wrong "--color is auto, always or never" $verb --color sometimes
  wrong "--jobs" $verb --jobs -1
  wrong "--jobs" $verb --jobs many
  wrong "--min-severity is note, warning or error" $verb --min-severity fatal
  wrong "--min-confidence" $verb --min-confidence 1.5
  wrong "did you mean “name/garbled”?" $verb --only name/garbeld
  wrong "did you mean “name/garbled”?" $verb --skip name/inconsistent,name/garbeld
done
expect 0 rules --help
says list check test explain profile new --trace
expect 0 kb --help
says lookup check stats --on

wrong "did you mean “check”?" chekc
wrong "did you mean \`belie check $corpus\`?" "$corpus"
wrong "there is no verb “zzzzzz”; see" zzzzzz
wrong "a verb stands first, and options such as --quiet behind it" --quiet check
wrong "did you mean “check”?" help chekc
wrong "takes one verb, “report” is one more word" help check report
expect 0 help check
says "--against"
# What stands behind the options is told of each verb, in its help and its page.
usage()
{
  local words=$1
  shift
  expect 0 "$@" --help
  says "belie $* [OPTION…] $words"
}
usage "[PATH…]" check
usage "[FILE]" pairs
usage "create|prune|diff [PATH…] | apply FILE [PATH]" baseline
usage "ID | --pair A B [PATH…] | --list" explain
usage "lookup NAME…|match|import FILE…|check|stats" kb
usage "stats|clear" cache
usage "list|check|test|explain|profile|diff|new …" rules
usage "[ID…|FILE…]" rules test
expect 0 manual cache
says "stats|clear"
wrong "; see \`belie check --help\`" check -Z
wrong "say stats or clear, not “stat”; did you mean “stats”?" cache stat
wrong "clear takes no more words, “all” is one" cache clear all
wrong "say create, prune, diff or apply, not “creat”; did you mean “create”?" baseline creat
wrong "say create, prune, diff or apply" baseline
wrong "not “fisch”; did you mean “fish”?" completion fisch
wrong "takes one shell, “zsh” is one more word" completion bash zsh
wrong "no-such-file: No such file or directory" kb import no-such-file
wrong "Is a directory" kb import "$work"
wrong "not “lokup”; did you mean “lookup”?" kb lokup

wrong "there is no finding “nothing”; \`belie explain --list\` names all" check "$corpus" --only nothing
wrong "there is no finding “”" check "$corpus" --only ""
wrong "there is no finding “”" check "$corpus" --skip name,
# What could be read before the error was found is not told.
echo "A ferry sank." >"$work/undated.txt"
wrong "no-such-rules" check "$work/undated.txt" --rules "$work/no-such-rules"
wrong "no-such-list" check "$work/undated.txt" --files-from "$work/no-such-list"

# Nothing found is no error, but nothing to look in is said.
mkdir "$work/empty"
expect 0 check "$work/empty"
says "$work/empty: there is no article; files of text, Markdown, HTML and JSON Lines are read"
expect 0 claims "$work/empty"
says "there is no article"
expect 0 sources "$work/empty" --format json
says "there is no article"
expect 0 version
says "belie " PCRE2
wrong "takes no arguments" version corpus
wrong "Unknown option" version --verbose
expect 0 help check
says --against
expect 0 --version

wrong "rdjsonl or w3c, not “bells”" check "$corpus" --format bells
wrong "--fail-on is error, warning, note or never" check "$corpus" --fail-on sometimes
wrong "--output takes FORMAT=FILE" check "$corpus" --output "$work/x"
wrong "--output takes FORMAT=FILE" check "$corpus" --output pdf="$work/x"
wrong "--output takes FORMAT=FILE" check "$corpus" --output json=
wrong "--format is text or json" sources "$corpus" --format sarif
wrong "no-such-folder" check "$corpus/no-such-folder"
wrong "no-such-rules" check "$corpus" --rules "$work/no-such-rules"
wrong "no-such-base" check "$corpus" --kb "$work/no-such-base"
BELIE_DATA=$work wrong "BELIE_DATA is" kb stats

# No test of this folder, started by hand without what ctest sets, goes on and writes into "/".
for test in "$SOURCE_DIR"/tests/cli/test_*.sh; do
  grep -qF '. "${SOURCE_DIR:?' "$test" || fail "$test goes on without SOURCE_DIR"
done
exit $failed
