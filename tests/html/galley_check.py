"""Checks the galleys of a report: the text is that of the articles, whole and verbatim, spans are where they say, links lead there and back.

    galley_check.py REPORT.html TEXT-OF-DRAFT [STATE=N…]
TEXT-OF-DRAFT is a file whose text the only galley must show; STATE=N: so many spans of a class (is-query=2). Prints a line a failure.
"""
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "input", "col", "img", "wbr"}


class Galley(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []  # (tag, classes)
        self.text, self.spans, self.ids, self.links, self.blocks = [], {}, set(), [], []
        self.inside = []  # ids of the open spans

    def has(self, name):
        return any(name in classes for _, classes in self.open)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        classes = (values.get("class") or "").split()
        if "id" in values:
            self.ids.add(values["id"])
        if (values.get("href") or "").startswith("#"):
            self.links.append(values["href"][1:])
        if self.has("proof") and "block" in classes:
            self.text.append("\n")
            self.blocks.append(values)
        if self.has("proof") and "cover" in classes and "id" in values:
            self.spans[values["id"]] = {"class": classes[1], "text": "", "mark": values["data-mark"], "title": values.get("title")}
        if tag not in VOID:
            self.open.append((tag, classes))
            self.inside.append(values.get("id") if "cover" in classes else None)

    def handle_endtag(self, tag):
        self.open.pop()
        self.inside.pop()

    def handle_data(self, data):
        if self.has("proof") and self.has("block"):
            self.text.append(data)
            for span in filter(None, self.inside):
                self.spans[span]["text"] += data


def words(text):
    return " ".join(text.split())


def main():
    page = Galley()
    page.feed(open(sys.argv[1], encoding="utf-8").read())
    expected = open(sys.argv[2], encoding="utf-8").read()
    # What acts in a page instead of being seen is shown by its number.
    expected = re.sub("[\u2028-\u202e\u2066-\u2069\ufeff]", lambda hit: f"⟨U+{ord(hit[0]):04X}⟩", expected)
    failures = []
    if words("".join(page.text)) != words(expected):
        failures.append(f"the text is not that of the article: {words(''.join(page.text))[:300]!r}")
    for block in page.blocks:
        if block.get("dir") != "auto":
            failures.append("a paragraph has no direction")
    for name, span in page.spans.items():
        if not span["text"].strip() or not span["title"] or not span["mark"]:
            failures.append(f"{name} is empty or has no words: {span}")
        has_note = name in page.links
        if span["class"] in ("is-query", "is-agrees", "is-decided") and not has_note:
            failures.append(f"{name} has no note")
    for link in page.links:
        if link not in page.ids:
            failures.append(f"#{link} leads nowhere")
    for wish in sys.argv[3:]:
        name, n = wish.split("=")
        found = sum(span["class"] == name for span in page.spans.values())
        if found != int(n):
            failures.append(f"{found} spans are {name}, not {n}")
    print("\n".join(failures), end="\n" if failures else "")
    return bool(failures)


sys.exit(main())
