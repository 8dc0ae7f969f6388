#!/usr/bin/env python3
"""Writes synthetic news as JSON Lines: articles about invented events, told by several invented sources.

usage: bench/generate.py --articles N | --megabytes M [--events M] [--sources K] [--seed S] [--conflicts P]

States, offices and persons are those of rules/knowledge, each with the office held on the day of the event; what they say and do is made
up from bench/words.py by the sentence forms below, with words as unevenly frequent as in any text. Articles of one event agree with each
other, except that each is spoilt with probability P: it denies what the others say, garbles a name, or gives somebody an office of
another state. The same arguments give the same bytes.
"""
import argparse
import datetime
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))
import words  # noqa: E402

ROLES = {"president": "President", "prime-minister": "Prime Minister", "foreign-minister": "Foreign Minister",
         "defence-minister": "Defence Minister", "chancellor": "Chancellor"}
FIRST_DAY = datetime.date(2022, 1, 3)
DAYS = 1300
ARTICLE_BYTES = 2860  # about, in a corpus of many

PAPERS = ["Lumen Wire", "Northgate Herald", "Harbour Post", "Meridian Daily", "Second Reading", "Clipfeed", "Eastern Ledger", "Quay Street Times",
          "The Copper Bell", "Valley Observer", "Old Mill Gazette", "Continental Brief", "Station Clock", "The Long View", "Tide Table News"]
BODIES = ["NATO", "the European Union", "the United Nations", "the World Bank", "the European Commission", "the International Monetary Fund"]

# What an event is about: headline, what is affirmed, what denies it. {a} and {b} are states, {A} and {B} their first persons with titles, {seat} the capital of b.
TOPICS = [
    ("{a} to send troops to {b}", "{a} will send troops to {b}.", "{a} will not send troops to {b}."),
    ("{a} rules out troops for {b}", "{a} will not send soldiers to {b}, the government said.", "{a} will send soldiers to {b}, the government said."),
    ("{a} imposes sanctions on {b}", "{a} imposed new sanctions on {b}.", "{a} has not imposed sanctions on {b}."),
    ("{a} offers guarantees to {b}", "{a} will provide security guarantees to {b}.", "{a} ruled out offering security guarantees to {b}."),
    ("{a} to send weapons to {b}", "{a} will send weapons to {b} within weeks.", "{a} will not send weapons to {b}."),
    ("Leaders of {a} and {b} meet", "{A} met {B} in {seat}.", "{A} did not meet {B} in {seat}."),
    ("{a} promises to defend {b}", "{a} will defend {b} if it is attacked.", "{a} will not defend {b}."),
    ("{a} to pull its troops out of {b}", "{a} will withdraw its troops from {b}.", "{a} will not withdraw its troops from {b}."),
]

# Parts of sentences, the frequent first. A slot in braces is another part, or a function of Article.
FORMS = {
    "thing": ["the {object}", "the {object}", "the {modifier} {object}", "a {modifier} {object}", "its {object} and the {object}", "the {object} in {place}",
              "the {town} {object}",
              "the {object}, a {adj} {noun} from {year}", "the {adj} {noun} for the {modifier} {object}", "the {object} that the {people}s had {past} {where}"],
    "matter": ["the {noun}", "the {adj} {noun}", "the {adj} {noun} of the {adj} {noun}", "a {adj} {noun} about the {noun}", "the {modifier} {object}", "this {noun}",
               "the {noun} between the {people}s and the {group}", "another {noun}, {adj} but {adj},"],
    "actor": ["{state}", "{state}", "{body}", "{P}", "the {demonym} {group}", "{firm}", "{last}", "the {group}", "the {people} of {place}", "{town}"],
    "did": ["{past} {thing}", "{past} {thing} {where}", "{adverb} {past} {thing}", "will {verb} {thing}", "will not {verb} {thing}", "plans to {verb} {thing}",
            "has {past} {thing}", "refused to {verb} {thing}", "may {verb} {thing} {where}", "was {gerund} {thing}", "{past} {thing} and {past} {thing}"],
    "clause": ["{actor} {did}", "{actor} {did}", "{matter} would {verb} {thing}", "{matter} was {adj}", "nobody had {past} {thing}", "the {people} {past} {matter}",
               "{matter} {past} {matter}", "there was {adj} {noun} {where}"],
    "speaker": ["{P}", "{last}", "{N}, {trade},", "the {people}", "a {adj} {people}", "an aide", "the {demonym} {group}"],
    "sentence": [
        "{Clause}, and {clause}.", "{Actor} {did}, {speaker} {said}.", "{Actor} {did}.", "{Speaker} {said} that {clause} {where}, and that {clause}.",
        "“{Clause}, and {clause},” {speaker} {said}.", "{Matter} {past} {matter} {where}.", "{Speaker} {said} on {weekday} that {clause}, but {clause}.",
        "While {clause}, {clause} {where}.", "In {year}, {actor} {past} {thing}; {clause}.", "About {n} {people}s {past} {thing} {where}, the {group} {said}.",
        "According to {speaker}, {clause}.", "{Matter}, which {past} {matter} in {year}, {past} {thing} {where}.", "If {clause}, {clause}.",
        "“{Clause}. {Clause}, and that is {adj},” {said} {N}, {trade} from {town}.", "{Actor} {past} {thing} for {money}.",
        "{Matter} fell by {percent} per cent in {month}, and {matter} by {percent}.", "{Firm} employs {n} {people}s in {town}, {n} of them {where}.",
        "The {adj} {noun} – {adj}, {adj} and {adj} – {past} {matter} {where}.", "When {clause}, {speaker} {adverb} {past} {matter}.",
        "Neither {actor} nor {actor} {past} {thing}, although {clause} in {year}.", "{N}, {age}, has {past} {matter} since {year}.",
        "“It is {adj},” {speaker} {said}, “but {clause} as soon as {clause}.”", "Between {year} and {year2}, {matter} {past} {n} {people}s {where}.",
        "It was the {nth} {noun} of its kind, and the first that {past} {matter}.", "Whether {clause} is open; few {people}s in {capital} {past} {matter}.",
        "“In my trade you learn to {verb} {matter},” said {N}, {trade}.", "{P} {said} that {n} {people}s had {past} {matter} for {small} weeks.",
        "{Matter} (see {matter}) cost {money}, {percent} per cent more than in {year}.", "On {day}, {actor} {past} {thing}, {gerund} {matter}.",
        "{P} may travel to {capital} next month, an aide said.", "“{Clause} …,” {last} {said}. “{Clause}!”", "Who would {verb} {thing}?",
        "{Speaker} did not answer when asked whether {clause}."],
}
MONTHS = "January February March April May June July August September October November December".split()
SLOT = re.compile(r"\{(\w+)\}")
BEFORE_VOWEL = re.compile(r"\b([Aa]) (?=[aeiou])")


def pairs(path, key):
    return json.loads(path.read_text(encoding="utf-8")).get(key, [])


def load_knowledge(folder):
    """States by id, and of each the terms of its persons: (role, name, first day, last day)."""
    files = sorted(folder.glob("*.json"))
    countries = {entry["id"]: entry for file in files for entry in pairs(file, "countries") if entry.get("demonyms") and entry.get("capital")}
    terms = {}
    for person in (entry for file in files for entry in pairs(file, "persons")):
        for term in person.get("terms", []):
            country, _, role = term["office"].partition("/")
            if country in countries and role in ROLES and len(person["name"].split()) > 1:
                # "2021" begins on its last day and ends on its first: who held office is certain on the days between.
                terms.setdefault(country, []).append((role, person["name"], (term.get("from", "9999") + "-12-28")[:10],
                                                      (term.get("to", "9999") + "-01-01")[:10]))
    return countries, terms


def in_office(terms, day):
    held = {}
    for role, name, first, last in terms:
        if first < day < last:
            held.setdefault(role, name)
    return [(ROLES[role], name) for role, name in sorted(held.items())]


def able_on(day, terms, known={}):
    """States with two persons in office on that day. Remembered: most events share their day with others."""
    if day not in known:
        known[day] = [country for country in sorted(terms) if len(in_office(terms[country], day)) > 1]
    return known[day]


def family(chance):
    return words.zipf(words.FAMILY, chance()) if chance() < 0.4 else words.coined(chance, words.FAMILY_ENDS)


class Event:
    """What happened: the same for every source that tells it."""

    def __init__(self, number, seed, countries, terms):
        chance = words.chance_of(f"{seed}/event/{number}")
        self.number = number
        self.day = FIRST_DAY + datetime.timedelta(int(DAYS * chance()))
        able = list(able_on(self.day.isoformat(), terms))
        self.a, self.b = (countries[able.pop(int(len(able) * chance()))] for _ in range(2))
        self.people = [(state["demonyms"][0], title, name) for state in (self.a, self.b)
                       for title, name in in_office(terms[state["id"]], self.day.isoformat())]
        self.topic = TOPICS[int(len(TOPICS) * chance())]
        self.passers_by = [f"{words.zipf(words.GIVEN, chance())} {family(chance)}" for _ in range(4)]
        self.towns = [words.coined(chance, words.TOWN_ENDS) for _ in range(3)]
        self.firms = [f"{words.coined(chance, [''])} {words.zipf(words.FIRM_ENDS, chance())}" for _ in range(2)]
        # An event is about a few things; the rest of the language is there as well.
        self.objects = [words.zipf(words.NOUNS, chance()) for _ in range(6)]
        self.verbs = [words.zipf(VERB_FORMS, chance()) for _ in range(6)]

    def person(self, state):
        return next("{} {} {}".format(*person) for person in self.people if person[0] == state["demonyms"][0])


VERB_FORMS = [(verb, *words.inflect(verb)) for verb in words.VERBS]


class Article:
    """One telling of an event. Each slot of a form is a method or the name of another form."""

    def __init__(self, event, people, chance):
        self.event, self.people, self.chance = event, people, chance

    def pick(self, choices):
        return choices[int(len(choices) * self.chance())]

    def zipf(self, ordered):
        chance = self.chance()
        return ordered[int(len(ordered) * chance * chance)]

    def verb_forms(self):
        return self.pick(self.event.verbs) if self.chance() < 0.4 else self.zipf(VERB_FORMS)

    # Half of the passers-by and towns are of this article only: most names of any text stand in it once.
    def passer_by(self):
        return self.pick(self.event.passers_by) if self.chance() < 0.5 else f"{self.pick(words.GIVEN)} {family(self.chance)}"

    def town(self):
        return self.pick(self.event.towns) if self.chance() < 0.5 else words.coined(self.chance, words.TOWN_ENDS)

    def say(self, pieces):
        """Fills what compile_form() made."""
        return "".join([piece if type(piece) is str else piece(self) for piece in pieces])


def number(value):
    return f"{value:,}" if value > 999 else str(value)


def titled(article):
    return "{} {} {}".format(*article.pick(article.people))


def ordinal(value):
    return f"{value}" + ("th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th"))


WORDS = {
    "a": lambda t: t.event.a["name"], "b": lambda t: t.event.b["name"], "seat": lambda t: t.event.b["capital"],
    "A": lambda t: t.event.person(t.event.a), "B": lambda t: t.event.person(t.event.b),
    "P": titled, "last": lambda t: t.pick(t.people)[2].split()[-1],
    "state": lambda t: t.pick((t.event.a, t.event.b))["name"], "demonym": lambda t: t.pick((t.event.a, t.event.b))["demonyms"][0],
    "capital": lambda t: t.pick((t.event.a, t.event.b))["capital"],
    "place": lambda t: t.pick((t.event.a, t.event.b))["capital"] if t.chance() < 0.5 else t.town(), "town": lambda t: t.town(),
    "firm": lambda t: t.pick(t.event.firms), "body": lambda t: t.zipf(BODIES),
    "N": lambda t: t.passer_by(), "trade": lambda t: t.zipf(words.TRADES), "age": lambda t: str(19 + int(70 * t.chance())),
    "verb": lambda t: t.verb_forms()[0], "gerund": lambda t: t.verb_forms()[2], "past": lambda t: t.verb_forms()[3],
    "object": lambda t: t.pick(t.event.objects) if t.chance() < 0.4 else t.zipf(words.NOUNS), "noun": lambda t: t.zipf(words.ABSTRACT),
    "modifier": lambda t: t.zipf(words.MODIFIERS), "adj": lambda t: t.zipf(words.ADJECTIVES), "adverb": lambda t: t.zipf(words.ADVERBS),
    "people": lambda t: t.zipf(words.PEOPLE), "group": lambda t: t.zipf(words.GROUPS), "said": lambda t: t.zipf(words.SAYING),
    "where": lambda t: t.zipf(words.PLACES), "n": lambda t: number(int(12 * 900 ** t.chance())), "small": lambda t: str(2 + int(28 * t.chance())),
    "percent": lambda t: f"{0.3 + 30 * t.chance() ** 2:.1f}", "money": lambda t: f"{1 + int(990 * t.chance() ** 2)} million euros",
    "nth": lambda t: ordinal(2 + int(38 * t.chance())), "year": lambda t: str(t.event.day.year - 1 - int(30 * t.chance() ** 2)),
    "year2": lambda t: str(t.event.day.year), "month": lambda t: t.pick(MONTHS), "weekday": lambda t: t.event.day.strftime("%A"),
    "day": lambda t: f"{t.event.day.day} {MONTHS[t.event.day.month - 1]}",
}


def compile_form(text):
    """Literal pieces and functions of Article in turn, for Article.say()."""
    return [slot_of(piece) if nth % 2 else piece for nth, piece in enumerate(SLOT.split(text)) if piece]


def slot_of(name):
    if name in WORDS:
        return WORDS[name]
    lower = name.lower()
    if lower in WORDS:
        return lambda t: capital(WORDS[lower](t))
    forms = COMPILED[lower]
    if name != lower:
        return lambda t: capital(t.say(t.zipf(forms)))
    return lambda t: t.say(t.zipf(forms))


def capital(text):
    return text[0].upper() + text[1:]


COMPILED = {name: [] for name in FORMS}
for form_name, form_texts in FORMS.items():
    COMPILED[form_name].extend(compile_form(text) for text in form_texts)
COMPILED_TOPICS = {text: compile_form(text) for topic in TOPICS for text in topic}


def garbled(name, article):
    """Two neighbouring letters inside the family name are exchanged."""
    head, _, last = name.rpartition(" ")
    if len(last) < 5:
        return name
    at = 1 + int((len(last) - 3) * article.chance())
    return f"{head} {last[:at]}{last[at + 1]}{last[at]}{last[at + 2:]}"


def spoil(article, affirmed, denied):
    """What the article claims; one in three spoilt articles denies, the others have a person wrong."""
    event, spoilt, nth = article.event, int(3 * article.chance()), int(len(article.people) * article.chance())
    if spoilt == 0:
        return denied
    demonym, title, name = article.people[nth]
    if spoilt == 1:
        article.people[nth] = (demonym, title, garbled(name, article))
    else:
        article.people[nth] = (event.b["demonyms"][0] if demonym == event.a["demonyms"][0] else event.a["demonyms"][0], title, name)
    return affirmed


def tell(nth, event, source, arguments):
    article = Article(event, list(event.people), words.chance_of(f"{arguments.seed}/article/{nth}"))
    headline, claim, denied = event.topic
    if article.chance() < arguments.conflicts:
        claim = spoil(article, claim, denied)
    author = f"{article.pick(words.GIVEN)} {article.pick(words.FAMILY)}"
    day = event.day + datetime.timedelta(int(2 * article.chance()))
    dateline = f"{event.a['capital'].upper()}, {event.day.strftime('%B')} {event.day.day} ({source}) — "
    paragraphs = [dateline + article.say(COMPILED_TOPICS[claim])]
    for _ in range(6 + int(9 * article.chance())):
        paragraphs.append(" ".join([article.say(article.zipf(COMPILED["sentence"])) for _ in range(1 + int(4 * article.chance()))]))
    paragraphs.append(f"Reporting by {author}")
    return {"id": f"s{nth:07}", "title": article.say(COMPILED_TOPICS[headline]), "source": source, "published": day.isoformat(),
            "author": author, "language": "en", "text": tidy("\n\n".join(paragraphs))}


def tidy(text):
    """What the forms leave to their neighbours: commas that meet, and "a" before a vowel."""
    return BEFORE_VOWEL.sub(r"\1n ", text.replace(",,", ",").replace(",.", ".").replace(",;", ";"))


def write(out, arguments):
    countries, terms = load_knowledge(arguments.knowledge)
    articles = arguments.articles or max(1, int(arguments.megabytes * 1e6 / ARTICLE_BYTES))
    events = [Event(nth, arguments.seed, countries, terms) for nth in range(arguments.events or max(1, articles // 8))]
    for nth in range(articles):
        event = events[nth % len(events)]
        # Each source tells an event once, until all have told it.
        source = PAPERS[(event.number + nth // len(events)) % arguments.sources]
        out.write(json.dumps(tell(nth, event, source, arguments), ensure_ascii=False) + "\n")


def read_arguments(line):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--articles", type=int, default=0, help="how many articles")
    size.add_argument("--megabytes", type=float, default=0, help="how much text instead, about")
    parser.add_argument("--events", type=int, default=0, help="how many events they tell (default: one for 8 articles)")
    parser.add_argument("--sources", type=int, default=8, help=f"how many sources, at most {len(PAPERS)} (default: 8)")
    parser.add_argument("--seed", type=int, default=1, help="another number, other news (default: 1)")
    parser.add_argument("--conflicts", type=float, default=0.1, metavar="P", help="share of articles that disagree, 0 to 1 (default: 0.1)")
    parser.add_argument("--knowledge", type=pathlib.Path, default=ROOT / "rules/knowledge", help="folder of states and persons")
    arguments = parser.parse_args(line)
    if (arguments.articles < 1 and arguments.megabytes <= 0) or arguments.events < 0 or not 1 <= arguments.sources <= len(PAPERS) \
            or not 0 <= arguments.conflicts <= 1:
        parser.error("a number is out of range")
    return arguments


if __name__ == "__main__":
    write(sys.stdout, read_arguments(sys.argv[1:]))
