#!/usr/bin/env bash
# Includes go only down the ladder of rooms, every header compiles alone, and no file has grown past 800 lines.
#
# A header that is the first thing a source file includes compiles alone, or the build had ended there: only the others are compiled here.
set -euo pipefail
cd "${SOURCE_DIR:-$(dirname "$0")/../..}"
flags=$(pkg-config --cflags glib-2.0 gio-2.0 libpcre2-8 libcjson icu-uc libxml-2.0 libcmark)
export flags
python3 - <<'PY'
import concurrent.futures, os, pathlib, re, shlex, subprocess, sys
ladder = "base truth text syntax corpus knowledge importers mentions rules claims readers origins judge events figures sentences quotations names compare index findings settings review reliability report html pipeline pairs command authoring cli".split()
first_include = re.compile(r'(?:\s|/\*.*?\*/)*#[ \t]*include[ \t]+"([^"]+)"', re.DOTALL)
bad = []
alone = set()  # headers that the build has compiled alone
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
    first = first_include.match(text)
    # Not every build has the sources that need a library which may lack.
    if path.suffix == ".c" and first and not path.stem.endswith("_vectorscan"):
        alone.add(pathlib.Path("src") / first[1])

command = [os.environ.get("CC", "cc"), "-std=c17", "-D_GNU_SOURCE", "-DPCRE2_CODE_UNIT_WIDTH=8", '-DBL_VERSION=""', "-fsyntax-only", "-Wall",
           "-Wextra", "-Isrc", *shlex.split(os.environ["flags"]), "-x", "c", "-"]
def compile_alone(header):
    run = subprocess.run(command, input=f'#include "{header.relative_to("src")}"\n', stderr=subprocess.PIPE, text=True)
    return run.stderr + (f"{header} does not compile alone" if run.returncode else "")
headers = sorted(set(pathlib.Path("src").rglob("*.h")) - alone)
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    bad += filter(None, pool.map(compile_alone, headers))
print("\n".join(bad), end="\n" if bad else "")
sys.exit(1 if bad else 0)
PY
echo "includes go down the ladder, headers stand alone"
