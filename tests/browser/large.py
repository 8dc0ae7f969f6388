"""Articles with a given number of findings, few of which need another article: weekdays that are not the date's, and garbled names.

    large.py OUT.jsonl ARTICLES FINDINGS
"""
import datetime
import json
import sys

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
HEADS = ["Red", "Old", "Mill", "Stone", "Grey", "Ash", "Thorn", "Kestrel", "Far", "Lind", "Oak", "Elm", "Raven", "Wolf", "Salt", "Marsh"]
TAILS = ["haven", "bridge", "ford", "well", "port", "by", "hill", "bay", "row", "holm", "mouth", "ton", "field", "wick", "gate", "moor"]
WORKS = ["bridge", "library", "harbour wall", "tram line", "school", "market hall", "reservoir", "museum wing", "ferry", "clock tower"]
DEEDS = ["opened", "closed", "was inspected", "was sold", "was painted", "was flooded", "was measured", "was renamed", "was leased", "was lit"]


def town(i):
    """Another one for each article: nothing is to be told of one place twice."""
    return f"{HEADS[i % 16]}{TAILS[i // 16 % 16]} {HEADS[i // 256 % 16]}{TAILS[(i // 4096 + i) % 16]}"


def sentence(n, place):
    day = datetime.date(2019, 1, 1) + datetime.timedelta(days=n % 2100)
    wrong = DAYS[(day.weekday() + 1 + n % 5) % 7]
    if n % 9 == 0:
        return f"British Deputy Prime Minister Dominique Robb saw the {WORKS[n % 10]} number {n} of {place}."
    return (f"The {WORKS[n % 10]} number {n} of {place} {DEEDS[n // 100 % 10]} on {wrong}, "
            f"{day.day} {day:%B} {day.year}, and the {WORKS[(n + 3) % 10]} beside it stayed as it was.")


def main(path, articles, findings):
    with open(path, "w", encoding="utf-8") as out:
        n = 0
        for i in range(articles):
            end = findings * (i + 1) // articles
            text = [f"Works of {town(i)}, report {i}"] + [sentence(k, town(i)) for k in range(n, end)]
            n = end
            row = {"id": f"a{i:05}", "source": f"paper-{i % 40}", "date": str(datetime.date(2022, 4, 1) + datetime.timedelta(days=i % 150)),
                   "text": "\n\n".join(text)}
            out.write(json.dumps(row) + "\n")


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
