"""Bases of persons whom nobody knows, and spellings to look up in them: names that are there, names that are not, and misspelt ones."""
import random

import words

ENDS = ("", "a", "ov", "son", "ic", "er", "ey", "man", "ski", "ulu", "in", "ard", "es", "enko", "idis", "ura")


class Names:
    """Given names repeat much, family names less, and one in three is hardly anybody else's."""

    def __init__(self, size, seed=1):
        self.random = random.Random(seed)
        halves = [name for name in words.FAMILY if name.isalpha()]
        self.given = [a + b for a in words.GIVEN for b in ("", "", "", "n", "ka")]
        self.family = [self.join(halves) for _ in range(4000)]
        self.rare = [self.join(halves) + self.random.choice(ENDS) for _ in range(size // 3 + 1)]
        self.names = [self.make() for _ in range(size)]

    def join(self, halves):
        one, other = self.random.choice(halves), self.random.choice(halves)
        return one[:max(2, len(one) // 2)] + other[len(other) // 2:].lower() + self.random.choice(ENDS)

    def make(self):
        given = self.given[int(len(self.given) * self.random.random() ** 2)]
        return f"{given} {self.random.choice(self.rare if self.random.random() < 0.3 else self.family)}"

    def spoil(self, name):
        at = self.random.randrange(len(name))
        return name[:at] + self.random.choice((name[at] * 2, "", "e", "r")) + name[at + 1:]

    def write_base(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write("person,name\n")
            file.writelines(f"p{number},{name}\n" for number, name in enumerate(self.names))

    def write_spellings(self, path, count):
        with open(path, "w", encoding="utf-8") as file:
            for number in range(count):
                known = self.random.choice(self.names)
                file.write((self.make(), known, self.spoil(known))[number % 3] + "\n")
