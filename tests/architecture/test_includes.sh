#!/usr/bin/env bash
# Includes go only down the ladder of rooms, every header compiles alone, and no file has grown past 800 lines.
set -euo pipefail
cd "${SOURCE_DIR:-$(dirname "$0")/../..}"
python3 - <<'PY'
import pathlib, re, sys
ladder = "base text corpus knowledge importers mentions rules claims origins compare findings reliability report cli".split()
bad = []
for path in sorted(pathlib.Path("src").rglob("*.[ch]")):
    room = path.parts[1]
    text = path.read_text(encoding="utf-8")
    if text.count("\n") > 800:
        bad.append(f"{path}: {text.count(chr(10))} lines, at most 800")
    for n, line in enumerate(text.split("\n"), 1):
        found = re.match(r'\s*#\s*include\s+"([^"/]+)/', line)
        if found and found[1] not in ladder:
            bad.append(f"{path}:{n}: {found[1]} is no room")
        elif found and ladder.index(found[1]) > ladder.index(room):
            bad.append(f"{path}:{n}: {room} may not use {found[1]}, which stands above it")
        if re.match(r'\s*#\s*include\s+"[^/"]+"', line):
            bad.append(f"{path}:{n}: name the room: \"{room}/…\"")
print("\n".join(bad))
sys.exit(1 if bad else 0)
PY
flags=$(pkg-config --cflags glib-2.0 gio-2.0 libpcre2-8 libcjson icu-uc libxml-2.0 libcmark)
for header in src/*/*.h; do
  # shellcheck disable=SC2086
  printf '#include "%s"\n' "${header#src/}" | ${CC:-cc} -std=c17 -D_GNU_SOURCE -DPCRE2_CODE_UNIT_WIDTH=8 -DBL_VERSION='""' -fsyntax-only -Wall -Wextra -Isrc $flags -x c - \
    || { echo "$header does not compile alone" >&2; exit 1; }
done
echo "includes go down the ladder, headers stand alone"
