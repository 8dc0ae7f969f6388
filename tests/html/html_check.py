"""Checks one HTML report: well-formed, one file, a policy that holds, anchors that lead somewhere.

    html_check.py REPORT.html TEXT…     each TEXT must be readable in the page as it stands
Prints one line a failure and ends with 1 when there was any.
"""
import base64
import hashlib
import re
import sys
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "input", "col", "img", "wbr"}
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "xlink:href"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.failures, self.ids, self.targets, self.labels = [], [], [], [], []
        self.policy, self.raw, self.text, self.marks = None, {"style": [], "script": []}, [], 0
        self.landmarks = set()

    def fail(self, what):
        self.failures.append(f"line {self.getpos()[0]}: {what}")

    def handle_starttag(self, tag, attributes):
        names = [name for name, _ in attributes]
        values = dict(attributes)
        if len(names) != len(set(names)):
            self.fail(f"<{tag}> has an attribute twice")
        for name in names:
            if name.startswith("on") or name == "style":
                self.fail(f"<{tag}> has {name}")
            if name in LOADING:
                self.fail(f"<{tag}> loads by {name}")
        if tag in ("link", "iframe", "object", "embed", "base", "img"):
            self.fail(f"<{tag}> is not ours")
        if "id" in values:
            self.ids.append(values["id"])
        self.labels += [values[n] for n in ("aria-labelledby", "for") if n in values]
        href = values.get("href", "")
        if href.startswith("#"):
            self.targets.append(href[1:])
        elif href and not re.match("https?://", href):
            self.fail(f"<{tag}> leads to {href}")
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if tag in ("header", "nav", "main", "h1"):
            self.landmarks.add(tag)
        if tag == "html" and not values.get("lang"):
            self.fail("the page has no language")
        if tag == "blockquote" and values.get("dir") != "auto":
            self.fail("a quotation has no direction")
        self.marks += tag == "mark"
        if tag in self.raw:
            self.raw[tag].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.fail(f"</{tag}> does not close <{self.open[-1] if self.open else 'nothing'}>")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]][-1] += data
        else:
            self.text.append(data)

    def check_policy(self):
        if self.policy is None:
            self.failures.append("there is no Content-Security-Policy")
            return
        rules = dict(part.split(None, 1) for part in self.policy.split("; "))
        if rules.get("default-src") != "'none'":
            self.failures.append(f"default-src is {rules.get('default-src')}")
        for tag, texts in self.raw.items():
            if not texts:
                self.failures.append(f"there is no <{tag}>")
            digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
            if rules.get(f"{tag}-src") != " ".join(f"'sha256-{digest}'" for digest in digests):
                self.failures.append(f"{tag}-src does not name what the page holds")
            for text in texts:
                if re.search(r"@import|url\(|https?:|fetch\(|XMLHttpRequest|WebSocket|sendBeacon|innerHTML|eval\(", text):
                    self.failures.append(f"<{tag}> reaches out of the page or writes markup")

    def check(self, texts):
        if self.open:
            self.failures.append(f"never closed: {self.open}")
        for twice in sorted({i for i in self.ids if self.ids.count(i) > 1}):
            self.failures.append(f"id {twice} stands twice")
        for lost in sorted(set(self.targets + self.labels) - set(self.ids)):
            self.failures.append(f"#{lost} leads nowhere")
        for missing in sorted({"header", "nav", "main", "h1"} - self.landmarks):
            self.failures.append(f"there is no <{missing}>")
        self.check_policy()
        whole = " ".join("".join(self.text).split())
        for text in texts:
            if text not in whole:
                self.failures.append(f"not to be read in the page: {text}")


def main(path, texts):
    with open(path, encoding="utf-8", newline="") as file:
        source = file.read()
    page = Page()
    page.feed(source)
    page.close()
    page.check(texts)
    if not source.startswith("<!DOCTYPE html>"):
        page.failures.append("no doctype")
    if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028-\u202e\u2066-\u2069]", source):
        page.failures.append("a hidden character stands in the page")
    for line in page.failures:
        print(line)
    return 1 if page.failures else 0


sys.exit(main(sys.argv[1], sys.argv[2:]))
