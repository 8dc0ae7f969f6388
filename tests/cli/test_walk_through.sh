#!/usr/bin/env bash
# The commands of “Writing a rule” in rules/README.md do what it says.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
what="rules/README.md"
sed -n '/^## Writing a rule/,$p' "$SOURCE_DIR/rules/README.md" | sed -n '/^```sh/,/^```$/p' | sed '/^```/d' >"$work/commands"
[ "$(grep -c '^belie rules ' "$work/commands")" -ge 7 ] || fail "$what: the commands were not found"
mkdir "$work/bin" "$work/news"
ln -s "$BELIE" "$work/bin/belie"
(cd "$work/news" && BELIE_DATA=$SOURCE_DIR/rules PATH=$work/bin:$PATH bash "$work/commands") >"$work/out" 2>"$work/err"
says "5 passed, 0 failed, 0 todo" " 0 remarks" "then {modal} does not follow" "6 passed, 0 failed, 0 todo" \
  "+ claim gained, by borders/closes-border" "claims: 1 gained, 0 lost"
[ -s "$work/err" ] && fail "$what: $(head -n 3 "$work/err")"
exit $failed
