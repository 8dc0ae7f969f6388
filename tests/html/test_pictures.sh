#!/usr/bin/env bash
# Drawings of the report: a toll over days, a disputed value, who has it from whom; each with words for who cannot see it, and the page stays
# sound.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH
export LC_ALL=C.UTF-8 XDG_CACHE_HOME=$work/cache
failed=0

fail()
{
  echo "$*"
  failed=1
}

mkdir "$work/news"
python3 - "$work/news" <<'PYTHON'
import json, os, sys
folder, articles = sys.argv[1], []

def write(name, source, day, text, **more):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text + "\n")
    articles.append(dict(path=name, source=source, published=day, **more))

tolls = [("wire", "06", 12, "Crews dug through the night."), ("post", "07", 19, "Schools stay shut this week."),
         ("times", "09", 41, "Helicopters brought bread and tents.")]
for source, day, n, lead in tolls:
    write(f"toll-{day}.txt", source, f"2025-05-{day}", f"Earthquake in Lumen kills {n} people\n\n{lead} The earthquake in Lumen killed {n} people.")
says = [("wire", "01", "Poland will send troops to Ukraine."), ("post", "03", "Poland has ruled out sending soldiers to Ukraine."),
        ("times", "05", "Poland is to deploy forces in Ukraine."), ("<b>odd", "06", "Poland refuses to send any troops to Ukraine.")]
leads = ["The clerks carried boxes.", "Bread is dear in town.", "The lift was out of order.", "Nobody slept at all."]
for (source, day, text), lead in zip(says, leads):
    write(f"troops-{day}.txt", source, f"2025-06-{day}", f"{lead} {text}")
storm = ("The harbour of Norvik was closed on Tuesday after a storm broke two of its three cranes. Forty ships are waiting in the bay, "
         "and the captains were told to stay at anchor until the wind has turned to the west.")
write("storm-1.txt", "wire", "2025-07-01", storm)
write("storm-2.txt", "post", "2025-07-02", storm)
write("storm-3.txt", "times", "2025-07-02", "NORVIK (Reuters) - The ferries to the islands do not run.")
with open(os.path.join(folder, "corpus.json"), "w", encoding="utf-8") as file:
    json.dump({"articles": articles}, file)
PYTHON

"$BELIE" check "$work/news" --fail-on never --output "html=$work/page.html" >/dev/null 2>"$work/err" || fail "belie check: $(head -n 3 "$work/err")"
python3 "$SOURCE_DIR/tests/html/html_check.py" "$work/page.html" "Values over time" "People (death)" "wire, 2025-05-06: 12" \
  "Who will send troops where: Poland, Ukraine" "≠ 2 values of 4 origins" "The same as a table" "all, by its own word" "the same text as" \
  "<b>odd" "Facts by origin" || fail "the page is not sound"

python3 - "$work/page.html" <<'PYTHON' || fail "a drawing is not what it should be"
import re, sys
page = open(sys.argv[1], encoding="utf-8").read()
drawings = re.findall(r"<svg[^>]*>.*?</svg>", page, re.S)
assert drawings, "no drawing"
for drawing in drawings:
    head = drawing.split(">", 1)[0]
    assert "aria-hidden" in head or 'role="img"' in head and "aria-label" in head, head
    numbers = [float(n) for n in re.findall(r' (?:x|y|cx|cy|x1|x2|y1|y2)="([^"]*)"', drawing)]
    box = [float(n) for n in re.search(r'viewBox="([^"]*)"', head).group(1).split()]
    assert all(-1 <= n <= max(box[2:]) + 1 for n in numbers), (box, numbers)
timelines = [d for d in drawings if "in 6 reports" in d or "values in 4 reports" in d]
assert len(timelines) == 2, [d[:300] for d in drawings if 'role="img"' in d]
marks = re.findall(r"<(?:circle|polygon)", timelines[1])
assert len(marks) == 4, marks
assert 'data-label="wire"' in page and ">A</b>" in page and ">B</b>" in page
PYTHON

[ $failed -eq 0 ] && echo "the drawings are sound"
exit $failed
