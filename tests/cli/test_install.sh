#!/usr/bin/env bash
# What is installed, and what the Debian package holds: a program that finds its rules where it lies, manual pages, completions.
# shellcheck source=tests/cli/expect.sh
. "${SOURCE_DIR:?ctest sets it, and BELIE}/tests/cli/expect.sh" || exit
: "${BUILD_DIR:?ctest sets it}"
unset BELIE_DATA DESTDIR

# look PREFIX: runs what is installed there
look()
{
  local prefix=$1 verb page
  BELIE=$prefix/bin/belie
  expect 0 version --json
  json_of "
version = json.loads(text)
assert version['version'] == 1 and version['belie'] and version['libraries']['GLib'] and 'hash' in version['prefilters'], version
assert version['data']['folder'] == '$prefix/bin/../share/belie/rules', version['data']
assert version['rules']['n'] > 50 and len(version['rules']['sha256']) == len(version['knowledge']['sha256']) == 64, version" "$work/out"
  expect 1 check "$corpus" --no-cache --format short
  says "title/no-such-office"
  for verb in $("$BELIE" --help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
    page=$(find "$prefix/share/man/man1" -name "belie-$verb.1*")
    [ -s "$page" ] || fail "no manual page of $verb in $prefix"
  done
  find "$prefix/share/man/man1" -name 'belie.1*' | grep -q . || fail "no manual page in $prefix"
  cmp -s "$prefix/share/bash-completion/completions/belie" <("$BELIE" completion bash) || fail "no completion of Bash in $prefix"
  cmp -s "$prefix/share/zsh/vendor-completions/_belie" <("$BELIE" completion zsh) || fail "no completion of zsh in $prefix"
  cmp -s "$prefix/share/fish/vendor_completions.d/belie.fish" <("$BELIE" completion fish) || fail "no completion of fish in $prefix"
  [ -s "$prefix/share/doc/belie/copyright" ] || fail "no copyright in $prefix"
}

cmake --install "$BUILD_DIR" --prefix "$work/prefix" >"$work/log" 2>&1 || fail "cmake --install: $(tail -n 3 "$work/log")"
look "$work/prefix"
# Moved as a whole, it still finds its rules.
mv "$work/prefix" "$work/moved"
look "$work/moved"
rm -rf "$work/moved"

if ! command -v dpkg-deb >/dev/null || ! command -v dpkg-shlibdeps >/dev/null || ! command -v cpack >/dev/null; then
  echo "SKIP the Debian package: cpack, dpkg-deb or dpkg-shlibdeps is not there"
  exit $failed
fi
cpack --config "$BUILD_DIR/CPackConfig.cmake" -G DEB -B "$work/package" >"$work/log" 2>&1 || fail "cpack: $(tail -n 3 "$work/log")"
package=$(find "$work/package" -maxdepth 1 -name 'belie_*.deb')
mkdir "$work/root"
dpkg-deb -x "$package" "$work/root" || fail "no package"
look "$work/root/usr"
[ "$(dpkg-deb -f "$package" Package)" = belie ] || fail "the package is called $(dpkg-deb -f "$package" Package)"
for library in libglib libpcre2 libicu; do
  dpkg-deb -f "$package" Depends | grep -q $library || fail "the package does not depend on $library"
done
dpkg-deb -c "$package" | awk '{ print $1, $2, $6 }' | grep -v '^[d-][r-][w-][x-]r-[x-]r-[x-] root/root \./usr/\|^drwxr-xr-x root/root \./$' | head -n 3 | grep . && fail "files of the package have other rights or places"
exit $failed
