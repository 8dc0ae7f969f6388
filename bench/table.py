"""The table that bench/run prints, and what is aimed at."""
import json
import os

import measure

# Row → what it should reach at least, or at most when negative. MB/s, or what the row is measured in.
GOALS = {
    "documents": 150, "claims/1": 60, "claims/two cores": 1.8, "load/10000/memory": -64, "load/10000/time": -600, "counts/100/confirmed": 40,
    "counts/1000/confirmed": 40, "counts/10000/confirmed": 40, "prefilter/hash/100": 120, "prefilter/hash/1000": 120, "prefilter/hash/10000": 120,
    "match/vectorscan/100": 300, "match/vectorscan/1000": 250, "match/vectorscan/10000": 200, "slower/vectorscan/100→1000": -1.7,
    "slower/vectorscan/1000→10000": -1.7, "events/100": -3, "events/100→1000": -12,
}
# Rows of matching also against pcre2grep with the same patterns.
TIMES_PCRE2GREP = {"match/vectorscan/100": 100}
RUNS = 3


class Table:
    """Prints rows as they come. Speeds of memchr and pcre2grep are remembered for the ratios of later rows."""

    def __init__(self, as_json):
        self.as_json, self.speeds, self.walls, self.missed, self.met = as_json, {}, {}, [], 0

    def begin(self, news):
        if self.as_json:
            return
        print(f"Absolute numbers are those of this machine ({os.cpu_count()} cores), and of what else it did; the ratios are what can be compared.")
        print(f"Synthetic news of {os.path.getsize(news) / 1e6:.1f} MB. MB/s of article text and second of processor, from the least of several passes")
        print("(in brackets from their median). “memchr ÷ 400” is 400 times slower than a search for one byte, “pcre2grep × 100” 100 times faster.\n")
        print(f"{'row':36} {'MB/s':>10} {'(median)':>10} {'goal':>10} {'memchr ÷':>10} {'pcre2grep ×':>12}")

    def goal(self, name, value):
        """What is aimed at as text, and whether it was reached; None without a goal."""
        if name not in GOALS:
            return "", None
        goal = GOALS[name]
        met = value >= goal if goal > 0 else value <= -goal
        self.met += met
        if not met:
            self.missed.append(name)
        return f"{'≥' if goal > 0 else '≤'} {abs(goal):g}", met

    def speed(self, name, least, median):
        """A speed in MB/s."""
        self.speeds[name] = least
        goal, met = self.goal(name, least)
        memchr, grep = self.speeds.get("memchr"), next((self.speeds[row] for row in self.speeds if row.startswith("pcre2grep")), None)
        times = least / grep if grep and not name.startswith("pcre2grep") else None
        if name in TIMES_PCRE2GREP and times is not None and times < TIMES_PCRE2GREP[name]:
            self.missed.append(f"{name} against pcre2grep")
        if self.as_json:
            self.write(row=name, value=least, unit="MB/s", median=median, goal=GOALS.get(name), met=met,
                       memchr_divided_by=memchr and memchr / least, pcre2grep_times=times)
            return
        print(f"{name:36} {least:10.1f} {f'({median:.1f})':>10} {goal + mark(met):>10} {f'{memchr / least:.0f}' if memchr else '':>10} "
              f"{f'{times:.1f}' if times else '':>12}", flush=True)

    def value(self, name, value, unit, note="", **more):
        """Something that is no speed. more: what --json says beside it; note: what the table does."""
        goal, met = self.goal(name, value)
        if self.as_json:
            self.write(row=name, value=value, unit=unit, goal=GOALS.get(name), met=met, **more)
            return
        print(f"{name:36} {value:10.1f} {'':10} {goal + mark(met):>10} {unit}{note}", flush=True)

    def process(self, name, command, n_bytes, expected=(0,)):
        """A whole process: its processor time; the wall time is remembered for gain()."""
        took = measure.least(command, RUNS, expected)
        if took is not None:
            self.walls[name] = took[0]
            self.speed(name, n_bytes / 1e6 / took[1], n_bytes / 1e6 / took[1])
        elif self.as_json:
            self.write(row=name, value=None, unit="MB/s", note="not installed")
        else:
            print(f"{name:36} {'not installed':>21}", flush=True)

    def gain(self, name, slow, fast):
        """How much sooner one process ends than another."""
        self.value(name, self.walls[slow] / self.walls[fast], "times sooner by the wall clock")

    def quotient(self, name, over, under, unit):
        if over in self.speeds and under in self.speeds:
            self.value(name, self.speeds[over] / self.speeds[under], unit)

    def end(self):
        if not self.as_json:
            print(f"\n{self.met} goals met, {len(self.missed)} missed{': ' if self.missed else ''}{', '.join(self.missed)}")

    @staticmethod
    def write(**row):
        print(json.dumps({key: value for key, value in row.items() if value is not None or key == "value"}, ensure_ascii=False), flush=True)


def mark(met):
    return "" if met is None else " ✓" if met else " ✗"
