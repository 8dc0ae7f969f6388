#!/usr/bin/env python3
"""Writes a file of FollowTheMoney entities (JSON Lines) of any size, for measuring `belie kb import`.

    entities.py --entities 1000000 --seed 1 >entities.ftm.json

Of 100 entities 45 are persons, 25 occupancies, 10 positions, 20 others (companies, addresses, ownerships), in random order, so links point
forwards and backwards. Names are of syllables, in Latin and for half of the persons in Cyrillic letters, as are four spellings of them. The
same seed gives the same bytes."""
import argparse
import json
import random
import sys

LATIN = ["va", "lo", "ri", "ne", "sha", "ko", "mi", "tu", "be", "dra", "gor", "len", "pav", "ser", "yan", "zel", "hal", "ond", "ist", "ur"]
CYRILLIC = ["ва", "ло", "ри", "не", "ша", "ко", "ми", "ту", "бе", "дра", "гор", "лен", "пав", "сер", "ян", "зел", "гал", "онд", "ист", "ур"]
STATES = {"ua": "Ukraine", "pl": "Poland", "fr": "France", "de": "Germany", "ke": "Kenya", "br": "Brazil", "jp": "Japan", "se": "Sweden"}
OFFICES = ["Prime Minister of {}", "President of {}", "Minister of Foreign Affairs of {}", "Minister of Finance of {}", "member of parliament of {}",
           "Governor of the Province of {}", "Head of the Office for {}", "Deputy Minister for {}", "Mayor of {}", "Judge at the Court of {}"]


def word(random_, least=2, most=4):
    return [random_.randrange(len(LATIN)) for _ in range(random_.randint(least, most))]


def written(syllables, letters):
    return "".join(letters[i] for i in syllables).capitalize()


def entity(id_, schema, properties):
    return {"id": id_, "caption": next(iter(properties.get("name", [schema]))), "schema": schema, "properties": properties,
            "referents": [f"src-{id_}", f"list-{id_[-6:]}"], "datasets": ["peps"], "first_seen": "2023-04-20T10:00:00",
            "last_seen": "2026-11-01T09:30:00", "last_change": "2025-02-03T09:30:00", "target": schema == "Person"}


def person(random_, number):
    given, middle, family = word(random_, 2, 3), word(random_, 2, 3), word(random_)
    first, second, last = (written(part, LATIN) for part in (given, middle, family))
    names = [f"{first} {last}", f"{last.upper()}, {first}", f"{first} {second} {last}", f"{first} {last.replace('sh', 'sch')}"]
    properties = {"name": names, "firstName": [first], "lastName": [last], "gender": [random_.choice(["male", "female"])],
                  "birthDate": [f"{random_.randint(1935, 1998)}-{random_.randint(1, 12):02}-{random_.randint(1, 28):02}"],
                  "country": [random_.choice(list(STATES))], "topics": ["role.pep"], "position": ["politician"],
                  "notes": ["Elected in the first round; see the register for what was declared since."],
                  "sourceUrl": [f"https://register.example.org/person/{number}"]}
    if number % 2:
        native = [written(part, CYRILLIC) for part in (given, middle, family)]
        names += [" ".join(native), f"{native[2]} {native[0]}"]
    return entity(f"NK-{number:022}", "Person", properties)


def position(random_, number):
    state = random_.choice(list(STATES))
    place = STATES[state] if random_.random() < 0.3 else written(word(random_), LATIN)
    return entity(f"pos-{number:036x}", "Position", {"name": [random_.choice(OFFICES).format(place)], "country": [state],
                                                       "topics": ["gov.national"]})


def occupancy(random_, number, persons, positions):
    start = random_.randint(1995, 2025)
    properties = {"holder": [f"NK-{random_.randrange(persons):022}"], "post": [f"pos-{random_.randrange(positions):036x}"],
                  "startDate": [f"{start}-{random_.randint(1, 12):02}-{random_.randint(1, 28):02}"]}
    if random_.random() < 0.7:
        properties["endDate"] = [f"{start + random_.randint(1, 6)}"]
    properties["status"] = ["ended" if "endDate" in properties else random_.choice(["current", "unknown"])]
    return entity(f"occ-{number:036x}", "Occupancy", properties)


def other(random_, number):
    schema = random_.choice(["Company", "Address", "Ownership"])
    return entity(f"oth-{number:036x}", schema, {"name": [written(word(random_), LATIN) + " Ltd"], "country": ["pl"],
                                                   "address": ["12 Long Street, 00-001 Somewhere"]})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random_ = random.Random(arguments.seed)
    n = arguments.entities
    counts = [n * 45 // 100, n * 25 // 100, n * 10 // 100]
    kinds = [kind for kind, count in enumerate([*counts, n - sum(counts)]) for _ in range(count)]
    random_.shuffle(kinds)
    persons, _, positions = (max(count, 1) for count in counts)
    numbers = [0, 0, 0, 0]
    write = sys.stdout.write
    for kind in kinds:
        number = numbers[kind]
        numbers[kind] += 1
        made = (person(random_, number) if kind == 0 else occupancy(random_, number, persons, positions) if kind == 1
                else position(random_, number) if kind == 2 else other(random_, number))
        write(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
