#!/usr/bin/env python3
"""Writes synthetic news as JSON Lines: articles about invented events, told by several invented sources.

usage: bench/generate.py --articles N [--events M] [--sources K] [--seed S] [--conflicts P]

States, offices and persons are those of rules/knowledge, each with the office held on the day of the event; what they say and do is made
up by templates. Articles of one event agree with each other, except that each is spoilt with probability P: it denies what the others
say, garbles a name, or gives somebody an office of another state. The same arguments give the same bytes.
"""
import argparse
import datetime
import json
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROLES = {"president": "President", "prime-minister": "Prime Minister", "foreign-minister": "Foreign Minister",
         "defence-minister": "Defence Minister", "chancellor": "Chancellor"}
FIRST_DAY = datetime.date(2022, 1, 3)
DAYS = 1300

GIVEN = """Ada Alma Anton Arne Beata Bodil Bruno Carla Celia Clara Colm Dagny Daria Edgar Edith Elsa Emil Erwin Esther Fabian Felix Flora
Frida Georg Greta Hanna Helga Hugo Ida Ines Irene Ivo Jana Jasper Jonas Judith Julia Karel Klara Leon Lina Lorenz Lucia Magda Marek Marta
Milan Mirjam Nadia Nils Nora Olga Oskar Paula Petra Rasmus Rosa Ruth Selma Simon Stella Sven Tamara Tilda Tomas Ulla Vera Viktor Wanda
Yara Zita""".split()
FAMILY = """Abernathy Adler Ainsworth Albrecht Amundsen Arkwright Baird Bakker Balint Barlow Becket Bellamy Bergqvist Bielak Birkeland Blythe
Brandt Brennan Calloway Carrick Cermak Colby Corrigan Dahlgren Danforth Demircan Doyle Drozd Eberle Ekholm Elford Engel Fairbanks Falk Fenn
Ferreira Finch Fjeld Forsberg Galvin Garrick Gerhardt Gilroy Granger Haddock Halloran Hartwell Hedlund Hofer Holloway Iversen Jablonski
Jarvis Kallio Keating Kessler Kiplagat Kolar Krantz Lachlan Larkin Lindqvist Lovell Lundgren Maddox Marlow Merrick Moravec Nagel Nesbit
Novotny Oakley Okonjo Ostrowski Pascoe Pelletier Petrik Quill Radford Rasmusson Redmayne Reuter Rokach Rowe Sandoval Schaller Seaborn
Sedlak Selwyn Stroud Talbot Thackeray Thorne Tolland Ullmann Vance Varga Vesely Wakefield Waldron Weaver Whitlock Wikender Yardley Zeman""".split()
TRADES = ["a baker", "a schoolteacher", "a tram driver", "a retired officer", "a harbour pilot", "a nurse", "a student of law", "a farmer",
          "a bookseller", "an engineer", "a lecturer in history", "a member of the town council", "a translator", "a shop steward"]
PAPERS = ["Lumen Wire", "Northgate Herald", "Harbour Post", "Meridian Daily", "Second Reading", "Clipfeed", "Eastern Ledger", "Quay Street Times",
          "The Copper Bell", "Valley Observer", "Old Mill Gazette", "Continental Brief", "Station Clock", "The Long View", "Tide Table News"]

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
SAYINGS = [
    "{P} said on {weekday} that the talks had been “useful, and longer than planned”.",
    "{P} told reporters in {capital} that nobody should expect a result before the summer.",
    "“We have heard each other, and that is more than last year,” {P} said.",
    "{P} said that {n} people had worked on the paper for {m} weeks.",
    "According to {P}, the government had not yet decided how the plan would be paid for.",
    "{P} may travel to {capital} next month, an aide said.",
    "{last} added that the question of money would be settled by the end of the year.",
    "{last} did not answer when asked whether {b} had been told beforehand.",
    "In a letter to parliament, {last} wrote that the agreement would cost about {n} million euros.",
    "{P} rejected the criticism, saying that {a} had kept every promise it made.",
]
BACKGROUND = [
    "The two states have argued about fishing rights, gas and the price of grain since {year}.",
    "About {n} people came to the square before the parliament, the police said; the organisers spoke of twice as many.",
    "The currency lost {m} per cent against the euro in the hours after the announcement.",
    "The European Union and the United Nations were informed, diplomats said.",
    "NATO said that it had taken note of the decision and would discuss it next week in Brussels.",
    "Opposition parties called the announcement hasty and asked for a vote before the end of the month.",
    "It was the {m}th meeting of its kind in {year}, and the first that was not broken off early.",
    "The road to the border was closed for {m} hours while the delegations passed.",
    "Newspapers in {capital} printed the text in full, with a map and a page of readers' letters.",
    "The finance committee had put aside {n} million euros, of which a third has been spent so far.",
    "If the plan holds, the first group would arrive before the winter; if it does not, another round will follow in {capital}.",
    "Whether the neighbours will agree is open, and few in {capital} wanted to guess.",
]
VOICES = [
    "“In my trade you learn to wait,” said {N}, {trade} who watched from across the street.",
    "{N}, {trade}, had brought a folding chair and a thermos flask.",
    "“I have seen {n} such days,” {N} said. “Most of them ended with a photograph.”",
    "For {N}, {trade}, the day began at five in the morning.",
]


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


class Event:
    """What happened: the same for every source that tells it."""

    def __init__(self, number, seed, countries, terms):
        pick = random.Random(f"{seed}/event/{number}")
        self.number = number
        self.day = FIRST_DAY + datetime.timedelta(pick.randrange(DAYS))
        able = [country for country in sorted(terms) if len(in_office(terms[country], self.day.isoformat())) > 1]
        self.a, self.b = (countries[country] for country in pick.sample(able, 2))
        self.people = [(state["demonyms"][0], title, name) for state in (self.a, self.b)
                       for title, name in in_office(terms[state["id"]], self.day.isoformat())]
        self.topic = pick.choice(TOPICS)
        self.passers_by = [f"{pick.choice(GIVEN)} {pick.choice(FAMILY)}" for _ in range(3)]
        self.figures = [pick.randrange(20, 9000) for _ in range(4)]

    def person(self, state):
        return next("{} {} {}".format(*person) for person in self.people if person[0] == state["demonyms"][0])


def garbled(name, pick):
    """Two neighbouring letters inside the family name are exchanged."""
    head, _, last = name.rpartition(" ")
    if len(last) < 5:
        return name
    at = pick.randrange(1, len(last) - 2)
    return f"{head} {last[:at]}{last[at + 1]}{last[at]}{last[at + 2:]}"


def fill(template, event, pick, people):
    demonym, title, name = pick.choice(people)
    return template.format(
        a=event.a["name"], b=event.b["name"], A=event.person(event.a), B=event.person(event.b), seat=event.b["capital"], capital=pick.choice((event.a, event.b))["capital"],
        P=f"{demonym} {title} {name}", last=name.split()[-1], N=pick.choice(event.passers_by), trade=pick.choice(TRADES),
        n=pick.choice(event.figures), m=pick.randrange(2, 30), year=event.day.year - pick.randrange(1, 20),
        weekday=event.day.strftime("%A"))


def article(number, event, source, arguments):
    pick = random.Random(f"{arguments.seed}/article/{number}")
    headline, affirmed, denied = event.topic
    people = list(event.people)
    claim = affirmed
    if pick.random() < arguments.conflicts:
        spoilt = pick.randrange(3)
        nth = pick.randrange(len(people))
        demonym, title, name = people[nth]
        if spoilt == 0:
            claim = denied
        elif spoilt == 1:
            people[nth] = (demonym, title, garbled(name, pick))
        else:
            people[nth] = (event.b["demonyms"][0] if demonym == event.a["demonyms"][0] else event.a["demonyms"][0], title, name)

    author = f"{pick.choice(GIVEN)} {pick.choice(FAMILY)}"
    day = event.day + datetime.timedelta(pick.randrange(2))
    paragraphs = [f"{event.a['capital'].upper()}, {event.day.strftime('%B')} {event.day.day} ({source}) — " + fill(claim, event, pick, people)]
    for _ in range(pick.randrange(5, 9)):
        kinds = [pick.choice(SAYINGS), pick.choice(BACKGROUND), pick.choice(SAYINGS + VOICES)]
        paragraphs.append(" ".join(fill(kind, event, pick, people) for kind in kinds[:pick.randrange(2, 4)]))
    paragraphs.append(f"Reporting by {author}")
    return {"id": f"s{number:07}", "title": fill(headline, event, pick, people), "source": source, "published": day.isoformat(),
            "author": author, "language": "en", "text": "\n\n".join(paragraphs)}


def write(out, arguments):
    countries, terms = load_knowledge(arguments.knowledge)
    events = [Event(number, arguments.seed, countries, terms) for number in range(arguments.events or max(1, arguments.articles // 8))]
    for number in range(arguments.articles):
        event = events[number % len(events)]
        # Each source tells an event once, until all have told it.
        source = PAPERS[(event.number + number // len(events)) % arguments.sources]
        out.write(json.dumps(article(number, event, source, arguments), ensure_ascii=False) + "\n")


def read_arguments(words):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--articles", type=int, required=True, help="how many articles")
    parser.add_argument("--events", type=int, default=0, help="how many events they tell (default: one for 8 articles)")
    parser.add_argument("--sources", type=int, default=8, help=f"how many sources, at most {len(PAPERS)} (default: 8)")
    parser.add_argument("--seed", type=int, default=1, help="another number, other news (default: 1)")
    parser.add_argument("--conflicts", type=float, default=0.1, metavar="P", help="share of articles that disagree, 0 to 1 (default: 0.1)")
    parser.add_argument("--knowledge", type=pathlib.Path, default=ROOT / "rules/knowledge", help="folder of states and persons")
    arguments = parser.parse_args(words)
    if arguments.articles < 1 or arguments.events < 0 or not 1 <= arguments.sources <= len(PAPERS) or not 0 <= arguments.conflicts <= 1:
        parser.error("a number is out of range")
    return arguments


if __name__ == "__main__":
    write(sys.stdout, read_arguments(sys.argv[1:]))
