"""How fast articles are read, where the time goes, and what memory it takes.

    python -m bench.extraction [--small] [FILE.jsonl ...]

Prints documents and thousand characters a second of processor time on one core for two
corpora made up here from a fixed seed: articles shaped like reports from the scene, and
text that does its worst (marks, names and reporting verbs in every sentence). Rows with a
``text`` in files given as arguments are read as a third. The limit is 200 kchar/s.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

# Run as a file as well as a module.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from claims.extraction import engine, figures, quotes
from claims.extraction.attributions_english import attributions_in_english
from claims.extraction.cast import Cast
from claims.extraction.lexicon.english import ENGLISH
from claims.extraction.quotations import quotations
from claims.extraction.sentences import sentences
from claims.extraction.tokens import tokens

SEED = 20310504
LIMIT = 200

_NAMES = ["Ilse Brandt", "Tomas Verin", "Hamid Serin", "Oskar Halden", "Mara Lind"]
_BODIES = ["the harbour ministry", "Lindvik police", "the Fell Alliance", "Dagens News"]
_FACTS = [
    "the bridge would stay shut until the end of May",
    "at least 12 people had been killed and 30 wounded",
    "nobody had been on the ferry when the fire broke out",
    "between 9 and 10 houses had burned down in the night",
    "the two sides would meet again before the week was out",
]
_NARRATION = [
    "The road along the river was empty on Tuesday morning.",
    "Rain fell on the valley for the third day, and the ferries stayed in the harbour.",
    "Volunteers carried sand to the lower streets, where the water stood at the doors.",
    "The power came back in the evening, first in the old town and then in the suburbs.",
    "A school served soup to the families who had spent the night in its gymnasium.",
    "Trains ran an hour late, and the airport closed one of its two runways.",
]


def reports(count: int, at: random.Random) -> list[str]:
    """Return articles of a dozen paragraphs: narration, reports and quotations."""
    return ["\n\n".join(_paragraph(at) for _ in range(12)) for _ in range(count)]


def _paragraph(at: random.Random) -> str:
    name, body, fact, other = (
        at.choice(_NAMES),
        at.choice(_BODIES),
        at.choice(_FACTS),
        at.choice(_FACTS),
    )
    family = name.split()[1]
    forms = [
        f"{at.choice(_NARRATION)} {at.choice(_NARRATION)} {at.choice(_NARRATION)}",
        f"“{fact.capitalize()},” {name} told reporters on Monday. “And {other}.”",
        f"According to {body}, {fact}. {at.choice(_NARRATION)}",
        f"{at.choice(_NARRATION)} {family} said in a statement that {fact}.",
        f"{fact.capitalize()}, {body} said. {at.choice(_NARRATION)}",
        f"{at.choice(_NARRATION)} {at.choice(_NARRATION)}",
    ]
    return at.choice(forms)


def worst(count: int, at: random.Random) -> list[str]:
    """Return text in which every sentence quotes, names and counts."""
    return [
        " ".join(
            f'"It is {at.randrange(900)}," {at.choice(_NAMES)} said, adding that '
            f"{at.randrange(90)} were killed, according to {at.choice(_BODIES)}."
            for _ in range(40)
        )
        for _ in range(count)
    ]


def given(paths: Sequence[str]) -> list[str]:
    return [
        json.loads(line)["text"]
        for path in paths
        for line in Path(path).read_text(encoding="utf-8").splitlines()
    ]


def measure(name: str, texts: list[str]) -> bool:
    """Print the figures of one corpus; say whether it is read fast enough."""
    size = sum(map(len, texts))
    seconds = _seconds(lambda text: engine.read(text, lang="en"), texts)
    speed = size / seconds / 1000
    print(f"\n{name}: {len(texts)} documents of {size // len(texts)} characters")
    print(f"  {len(texts) / seconds:8.0f} documents/s   {speed:6.0f} kchar/s", end="")
    print(f"   (limit {LIMIT}: {'held' if speed >= LIMIT else 'MISSED'})")
    _print_stages(texts)
    return speed >= LIMIT


def _print_stages(texts: list[str]) -> None:
    words = {text: tokens(text, ENGLISH) for text in texts}
    marked = {text: quotations(words[text], text) for text in texts}
    parts = {text: sentences(words[text], marked[text]) for text in texts}
    stages: dict[str, Callable[[str], object]] = {
        "words": lambda text: tokens(text, ENGLISH),
        "quotation marks": lambda text: quotations(words[text], text),
        "sentences": lambda text: sentences(words[text], marked[text]),
        "reports": lambda text: [attributions_in_english(p, ENGLISH) for p in parts[text]],
        "names": lambda text: Cast(words[text], marked[text]),
        "all of quotes": lambda text: quotes.find(text, language=ENGLISH),
        "all of figures": figures.find,
    }
    taken = {stage: _seconds(run, texts) for stage, run in stages.items()}
    whole = taken["all of quotes"] + taken["all of figures"]
    for stage, seconds in taken.items():
        print(f"  {stage:16s} {100 * seconds / whole:5.1f} %")


def _seconds(run: Callable[[str], object], texts: list[str]) -> float:
    started = time.process_time()
    for text in texts:
        run(text)
    return max(time.process_time() - started, 1e-6)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--small", action="store_true", help="a tenth of the documents")
    parser.add_argument("files", nargs="*", metavar="FILE")
    options = parser.parse_args(arguments)
    count = 30 if options.small else 300
    at = random.Random(SEED)
    corpora = {"reports": reports(count, at), "worst": worst(count // 3, at)}
    if options.files:
        corpora["given"] = given(options.files)
    held = [measure(name, texts) for name, texts in corpora.items()]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\npeak memory {peak:.0f} MB")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
