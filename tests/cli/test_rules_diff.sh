#!/usr/bin/env bash
# shellcheck disable=SC1111,SC2016 # belie quotes words like “this”; Python stands in single quotes
# belie rules diff: what a change of rules gains and loses, in a repository of its own.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null TMPDIR=$work/tmp
mkdir "$TMPDIR"
news=$work/news
mkdir -p "$news/rules" "$news/corpus"
commit()
{
  git -C "$news" add -A && git -C "$news" -c user.name=Author -c user.email=author@example.org commit -q -m "$1" || fail "git commit"
}
# rewrite SED-EXPRESSION: changes the pack in the working tree.
rewrite()
{
  sed "$1" "$news/rules/harbour.json" >"$work/pack" && cp "$work/pack" "$news/rules/harbour.json"
}
restore()
{
  git -C "$news" checkout -q -- rules
}

git -C "$news" init -q
"$BELIE" rules new harbour/closes-port >"$news/rules/harbour.json"
# A month apart, so that without the rule nothing else holds one sentence against the other.
cat >"$news/corpus/corpus.json" <<'END'
{ "sources": { "wire": { "name": "Wire" }, "post": { "name": "Post" } },
  "articles": [ { "path": "a.txt", "source": "wire", "published": "2025-06-18" },
                { "path": "b.txt", "source": "post", "published": "2025-07-20" } ],
  "rules": ["../rules"] }
END
echo 'Norway will close the port of Bergen.' >"$news/corpus/a.txt"
echo 'Norway will not close the port of Bergen.' >"$news/corpus/b.txt"
commit first

# The same rules: nothing changed.
expect 0 rules diff "$news/corpus" --against HEAD
says "findings: 0 gained, 0 lost, 0 changed, 1 unchanged"

# A phrase that no longer matches: lost; the other way round: gained.
rewrite 's/{modal} \[not\] {act}/{modal} {act}/'
expect 1 rules diff "$news/corpus" --against HEAD
says "- lost, by harbour/closes-port (news/rules/harbour.json:" "disagrees with a.txt:1:1" "0 gained, 1 lost, 0 changed, 0 unchanged" \
  "by rule: harbour/closes-port -1" "1 claim differs; --claims shows them"
expect 1 rules diff "$news/corpus" --against HEAD --claims
says "- claim lost, by harbour/closes-port" "closes-port(who: country/no, place: place/bergen) -" "claims: 0 gained, 1 lost"
expect 1 rules diff "$news/corpus" --against HEAD --claims --format json
json_of '
rows = [json.loads(line) for line in lines]
assert [row.get("change") for row in rows] == ["lost", "lost", None]
assert rows[0]["rule"] == "harbour/closes-port" and rows[0]["finding"]["id"] == "claim/contradiction"
assert rows[1]["claim"]["polarity"] == "-"
assert rows[2]["summary"]["findings"]["rules"] == {"harbour/closes-port": {"gained": 0, "lost": 1, "changed": 0}}
assert "belie-rules" not in text' "$work/out"
cp "$work/out" "$work/first"
expect 1 rules diff "$news/corpus" --against HEAD --claims --format json --jobs 1
cmp -s "$work/out" "$work/first" || fail "$what: --jobs changes the output"
expect 1 rules diff "$news/corpus" --against HEAD --quiet
[ "$(wc -l <"$work/out")" -eq 2 ] || fail "$what: more than the counts"
commit second
expect 0 rules diff "$news/corpus" --against HEAD
restore
git -C "$news" checkout -q HEAD~1 -- rules
expect 1 rules diff "$news/corpus" --against HEAD
says "+ gained, by harbour/closes-port" "1 gained, 0 lost"
commit third

# Severity and wording: changed. A new name: nothing.
rewrite 's/"status": "experimental"/"status": "stable"/'
expect 1 rules diff "$news/corpus" --against HEAD
says "~ changed, by harbour/closes-port" "severity note → warning" "0 gained, 0 lost, 1 changed"
restore
rewrite 's|"id": "harbour/closes-port"|"id": "harbour/shuts-port", "renamed_from": "harbour/closes-port"|'
expect 0 rules diff "$news/corpus" --against HEAD --claims
says "1 unchanged" "claims: 0 gained, 0 lost, 0 changed"
restore

# Only a claim: exit 0 without --claims, 1 with it.
rewrite 's/"window": "60d"/"window": "61d"/; s/ {act} the port/ {act} the (port|harbour)/'
echo 'Denmark will close the harbour of Copenhagen.' >>"$news/corpus/b.txt"
expect 0 rules diff "$news/corpus" --against HEAD
says "1 claim differs"
expect 1 rules diff "$news/corpus" --against HEAD --claims
says "+ claim gained, by harbour/closes-port" "| Denmark will close the harbour of Copenhagen."
restore

# A pack or a folder that was not there yet.
mkdir "$news/more"
"$BELIE" rules new quay/shuts-quay >"$news/more/quay.json"
expect 1 rules diff "$news/corpus" --against HEAD --rules "$news/more"
says "more: not in HEAD: compared with nothing" "+ gained, by quay/shuts-quay"
rm -r "$news/more"

# Old rules may be broken; the message says where they stand.
rewrite 's/"phrases"/"phases"/'
commit broken
git -C "$news" checkout -q HEAD~1 -- rules
expect 2 rules diff "$news/corpus" --against HEAD
says "HEAD:rules/harbour.json:" "phases"

# Folders and files in place of a revision.
mkdir "$work/old"
sed 's/{modal} \[not\] {act}/{modal} {act}/' "$news/rules/harbour.json" >"$work/old/harbour.json"
expect 1 rules diff "$news/corpus" --against "$work/old"
says "1 gained, 0 lost"
expect 1 rules diff "$news/corpus" --against "$work/old/harbour.json"
says "1 gained, 0 lost"
expect 0 rules diff "$news/corpus" --against "$SOURCE_DIR/rules"
expect 0 rules diff "$news/corpus" --against "$SOURCE_DIR/rules" --all-data
cp -r "$SOURCE_DIR/rules" "$work/tree"
rm "$work/tree/packs/security.json"
expect 1 rules diff "$corpus" --against "$work/tree"
says "gained, by security/" "(rules/packs/security.json:"
wrong "--all-data takes a revision, or a tree" rules diff "$news/corpus" --against "$work/old" --all-data
rm -r "$work/tree/lexicon"
wrong "has no folders lexicon/ and knowledge/" rules diff "$news/corpus" --against "$work/tree" --all-data
expect 0 rules diff "$news/corpus" --against HEAD~1 --all-data

# Mistakes.
wrong "wants --against REV" rules diff "$news/corpus"
for revision in no-such-branch -x --help '$(touch '"$work"'/made)' ';touch '"$work"'/made' 'HEAD..HEAD~1' 'HEAD:rules' 'a b' ':/../..'; do
  wrong "is no folder or file with packs" rules diff "$news/corpus" --against="$revision"
done
[ -e "$work/made" ] && fail "a revision was run by a shell"
mkdir "$work/bare"
cp "$news/rules/harbour.json" "$work/bare"
GIT_CEILING_DIRECTORIES=$work wrong "not a git repository" rules diff "$corpus" --rules "$work/bare" --against HEAD
real=$BELIE
# through COMMANDS: the next runs of belie go through a script of these.
through()
{
  printf '#!/bin/bash\n%s\n' "$1" >"$work/belie" && chmod +x "$work/belie" && BELIE=$work/belie
}
through "PATH=$work/bare exec '$real' \"\$@\""
wrong "there is no program git" rules diff "$news/corpus" --against HEAD
BELIE=$real
wrong "--against, --claims and --all-data belong to" rules list --claims
wrong "--format is text or json" rules diff "$news/corpus" --against HEAD --format sarif
wrong "no-such-folder" rules diff "$work/no-such-folder" --against HEAD

# A hook of another repository, articles that cannot be read, an interrupt: nothing is touched, nothing stays.
git -C "$news" status --porcelain >"$work/status"
GIT_DIR=$work/elsewhere GIT_WORK_TREE=$work/elsewhere expect 2 rules diff "$news/corpus" --against HEAD
says "HEAD:rules/harbour.json"
head -c 9000000 /dev/zero >"$work/long.txt"
expect 3 rules diff "$news/corpus" "$work/long.txt" --against HEAD~1
[ "$(grep -c long.txt "$work/err")" -eq 1 ] || fail "$what: an article that cannot be read is named once"
mkdir "$work/bin"
# shellcheck disable=SC2016 # the variables are those of the script
printf '#!/bin/bash\nkill -TERM $PPID\nexec %s "$@"\n' "$(command -v git)" >"$work/bin/git" && chmod +x "$work/bin/git"
through "PATH=$work/bin:\$PATH exec '$real' \"\$@\""
expect 143 rules diff "$news/corpus" --against HEAD~1
BELIE=$real
[ -z "$(ls -A "$TMPDIR")" ] || fail "left behind: $(ls -A "$TMPDIR")"
git -C "$news" status --porcelain | cmp -s - "$work/status" || fail "the working tree was touched"
exit $failed
