#!/usr/bin/env bash
# What belie prints for a terminal and only there: colours, links, how far it is. --color, NO_COLOR, FORCE_COLOR in this order.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
unset TERM_PROGRAM VTE_VERSION WT_SESSION KONSOLE_VERSION DOMTERM CI FORCE_HYPERLINK
export TERM=xterm-256color
cd "$work" || exit
mkdir news
echo "The the ferry sailed on Thursday, 8 November 2021." >news/a.txt

# On a terminal: its standard output and error go to $work/screen.
terminal()
{
  what="on a terminal: $*"
  python3 - "$@" >"$work/screen" <<'PYTHON' || fail "$what: exit $?"
import os, pty, sys
def keep(fd):
    data = os.read(fd, 65536)
    return data
status = pty.spawn(sys.argv[1:], keep)
sys.exit(0 if os.WIFEXITED(status) and os.WEXITSTATUS(status) == 1 else 99)
PYTHON
}
esc=$'\033'
coloured()
{
  grep -qF "${esc}[1" "$1"
}
linked()
{
  grep -qF "${esc}]8;;file://" "$1"
}

expect 1 check news
coloured "$work/out" && fail "colours where no terminal reads"
FORCE_COLOR=1 expect 1 check news
coloured "$work/out" || fail "FORCE_COLOR is not honoured"
FORCE_COLOR=1 NO_COLOR=1 expect 1 check news
coloured "$work/out" && fail "NO_COLOR does not stand before FORCE_COLOR"
NO_COLOR=1 expect 1 check news --color always
coloured "$work/out" || fail "--color always does not stand before NO_COLOR"
FORCE_COLOR=1 expect 1 check news --color never
coloured "$work/out" && fail "--color never does not stand before FORCE_COLOR"
NO_COLOR='' FORCE_COLOR=1 expect 1 check news
coloured "$work/out" || fail "an empty NO_COLOR counts"
FORCE_COLOR=1 expect 1 check news --format json --output text=text
coloured "$work/out" && fail "JSON in colours"
coloured "$work/text" && fail "colours in a file"

linked "$work/out" && fail "links where no terminal reads"
expect 1 check news --hyperlink always
linked "$work/out" || fail "--hyperlink always is not honoured"
grep -q "file://[^/]*$work/news/a.txt$esc" "$work/out" || fail "a link leads elsewhere: $(grep -o 'file://[^\\]*' "$work/out")"
FORCE_HYPERLINK=1 expect 1 check news
linked "$work/out" || fail "FORCE_HYPERLINK is not honoured"
FORCE_HYPERLINK=1 expect 1 check news --hyperlink never
linked "$work/out" && fail "--hyperlink never does not stand before FORCE_HYPERLINK"
wrong "--hyperlink is auto, always or never" check news --hyperlink perhaps
wrong "--progress is auto, always or never" check news --progress perhaps

# Verbs that read standard input say on a terminal that they wait. 4 ends the input there.
waits()
{
  local words=$1
  shift
  what="on a terminal: $*"
  python3 - "$BELIE" "$@" >"$work/screen" <<'PYTHON' || fail "$what: exit $?"
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
os.write(terminal, b"\x04")
try:
    while data := os.read(terminal, 65536):
        os.write(1, data)
except OSError:
    pass # the other end is closed
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
PYTHON
  [[ $(<"$work/screen") = *"$words"* ]] || fail "$what does not say: $words"
}
waits "waits for a pair of texts a line" pairs
waits "waits for a name a line from the terminal; Ctrl-D ends it" kb match
waits "waits for two names a line" kb match --pairs
waits "" pairs -q
[[ $(<"$work/screen") != *waits* ]] || fail "pairs -q says that it waits"
expect 0 pairs </dev/null
[ -s "$work/err" ] && fail "pairs says that it waits where no terminal is: $(cat "$work/err")"

terminal "$BELIE" check news
coloured "$work/screen" || fail "no colours on a terminal"
linked "$work/screen" && fail "links on a terminal that is not known to take them"
TERM=dumb terminal "$BELIE" check news
coloured "$work/screen" && fail "colours on a dumb terminal"
NO_COLOR=1 terminal "$BELIE" check news
coloured "$work/screen" && fail "colours on a terminal with NO_COLOR"
TERM=xterm-kitty terminal "$BELIE" check news
linked "$work/screen" || fail "no links on a terminal that takes them"
VTE_VERSION=6003 terminal "$BELIE" check news
linked "$work/screen" || fail "no links on a terminal of VTE"
VTE_VERSION=4600 terminal "$BELIE" check news
linked "$work/screen" && fail "links on an old terminal of VTE"
TERM=xterm-kitty CI=true terminal "$BELIE" check news
linked "$work/screen" && fail "links in a log of CI"

# How far it is: only on standard error, only on a terminal unless it is asked for, and gone at the end.
bar()
{
  grep -qF "${esc}[K" "$1"
}
expect 1 check news --quiet
[ -s "$work/err" ] && fail "progress where no terminal reads: $(head -n 1 "$work/err")"
expect 1 check news --quiet --progress always
says "belie: reading" "belie: claims, 1" "belie: comparing"
grep -q "belie: claims" "$work/out" && fail "progress on standard output"
terminal "$BELIE" check news --progress always
bar "$work/screen" || fail "no progress on a terminal"
LC_ALL=C grep -qE '\[[#.]{30}\] [0-9]+ of 1' "$work/screen" || fail "no bar on a terminal"
tail -c 200 "$work/screen" | bar /dev/stdin && fail "the bar is still there at the end"
terminal "$BELIE" check news --progress never
bar "$work/screen" && fail "progress on a terminal with --progress never"
terminal "$BELIE" check news --quiet
bar "$work/screen" && fail "progress on a terminal with --quiet"
TERM=dumb terminal "$BELIE" check news
bar "$work/screen" && fail "progress on a dumb terminal"
exit $failed
