#!/usr/bin/env bash
# Completion and manual pages have every verb and every option that --help shows, and Bash completes with them.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit

for shell in bash zsh fish; do
  expect 0 completion $shell
  [ -s "$work/err" ] && fail "$what: $(head -n 1 "$work/err")"
  cp "$work/out" "$work/$shell"
done
bash -n "$work/bash" || fail "the completion of Bash is no script"
for shell in zsh fish; do
  ! command -v $shell >/dev/null || $shell -n "$work/$shell" || fail "the completion of $shell is no script"
done
wrong "bash, zsh or fish" completion
wrong "bash, zsh or fish" completion tcsh

# complete WORDS…: what Bash offers for the last of them
complete_words()
{
  # shellcheck disable=SC2016 # the inner shell expands
  bash -c '. "$1"; shift; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _belie; printf "%s\n" "${COMPREPLY[@]}"' - "$work/bash" "$@" | sort | paste -sd ' '
}
# offers WANTED WORDS…
offers()
{
  local wanted=$1 got
  shift
  got=$(complete_words "$@")
  [ "$got" = "$wanted" ] || fail "Bash offers for '$*': $got; not: $wanted"
}
offers "check" belie che
offers "cache check claims completion" belie c
offers "--fail-on --files-from --format" belie check --f
offers "error never note warning" belie check --fail-on ""
offers "error" belie check --fail-on = e
offers "never note" belie check corpus --fail-on = n
offers "json junit" belie check -f j
offers "text/damage" belie check --skip text
# Lists with commas: what stands behind the last one, and none twice.
offers "date/conflict,text/damage" belie check --only date/conflict,text
offers "date/weekday" belie check --skip date/w
offers "date/conflict,date/weekday" belie check --only = date/conflict,date
offers "date/weekday,name/inconsistent,date/conflict" belie sources --skip date/weekday,name/inconsistent,date
offers "" belie check --only name,nothing/such
offers "average-log" belie truth --method av
offers "popaccu" belie truth -m pop
offers "accu accucopy accusim all auto average-log" belie truth --method = a
offers "apply create diff prune" belie baseline ""
offers "prune" belie baseline p
offers "" belie baseline prune p
offers "number/arithmetic number/conflict number/reference" belie explain number
offers "" belie check --output json
offers "bash fish zsh" belie completion ""


grep -q -- "'\*--only=.*:ID:_values -s , ID .*date/conflict " "$work/zsh" || fail "zsh does not know that --only takes a list"
grep -q -- "-l only -x -a '(__fish_complete_list , " "$work/fish" || fail "fish does not know that --only takes a list"
grep -q -- "--method=}'.*:NAME:(vote .* all)" "$work/zsh" || fail "zsh does not know the methods"
grep -q -- "-l method -s m -x -a 'vote .* all'" "$work/fish" || fail "fish does not know the methods"
if command -v fish >/dev/null; then
  said=$(fish --no-config -c "source $work/fish; complete -C 'belie check --only date/conflict,text'" | cut -f 1)
  [ "$said" = "date/conflict,text/damage" ] || fail "fish offers behind a comma: $said"
fi
expect 0 manual truth
plain_text=$(sed 's/\\-/-/g' "$work/out")
for words in ".SH NOTES" "  average-log " "“-” reads"; do
  [[ $plain_text = *"$words"* ]] || fail "the page of truth does not say: $words"
done

verbs=$("$BELIE" --help | sed -n 's/^  \([a-z]*\) .*/\1/p')
[ "$(wc -w <<<"$verbs")" -ge 14 ] || fail "--help lists few verbs: $verbs"
expect 0 manual
cp "$work/out" "$work/manual"
# What stands in a manual page as "\-\-fail\-on" is --fail-on.
plain()
{
  sed 's/\\-/-/g; s/\\f[BIR]//g' "$1"
}
for verb in $verbs; do
  plain "$work/manual" | grep -q "^\.BR belie-$verb (1)" || fail "belie.1 does not have $verb"
  grep -q "'$verb:" "$work/zsh" || fail "the completion of zsh does not have $verb"
  grep -q "__fish_use_subcommand -f -a $verb " "$work/fish" || fail "the completion of fish does not have $verb"
  [[ " $(complete_words belie "") " = *" $verb "* ]] || fail "the completion of Bash does not have $verb"
  expect 0 help "$verb"
  cp "$work/out" "$work/help"
  expect 0 manual "$verb"
  [ -s "$work/err" ] && fail "$what: $(head -n 1 "$work/err")"
  plain "$work/out" >"$work/page"
  for section in NAME SYNOPSIS DESCRIPTION OPTIONS "SEE ALSO"; do
    grep -qx "\.SH $section" "$work/page" || fail "$what: no section $section"
  done
  ! command -v man >/dev/null || [ -z "$(man --warnings -l "$work/out" 2>&1 >/dev/null)" ] || fail "$what: $(man --warnings -l "$work/out" 2>&1 >/dev/null | head -n 1)"
  ! command -v mandoc >/dev/null || mandoc -Tlint -Wwarning "$work/out" || fail "$what: mandoc remarks on it"
  # As GOption shows them: "  -f, --format=FORMAT  …".
  options=$(sed -n 's/^  \(-., \)\{0,1\}\(--[a-z-]*\).*/\2/p' "$work/help")
  [ -n "$options" ] || fail "--help of $verb shows no option"
  offered=" $(complete_words belie "$verb" --) "
  for option in $options; do
    [[ $offered = *" $option "* ]] || fail "the completion of Bash does not have $option of $verb"
    sed -n "/^  $verb)/,/^    ;;/p" "$work/zsh" | grep -q -- "${option}[=[}]" || fail "the completion of zsh does not have $option of $verb"
    grep -q "from $verb' -l ${option#--} " "$work/fish" || fail "the completion of fish does not have $option of $verb"
    grep -q "^\(-., \)\{0,1\}$option\(=.*\)\{0,1\}$" "$work/page" || fail "belie-$verb.1 does not have $option"
  done
done
wrong "did you mean" manual chekc
wrong "Unknown option" check --list-options bash more
exit $failed
