"""How the time to read a text grows with its length, on texts made to do harm.

    python -m bench.hostile [--size 20000]

Prints for each kind of text the seconds for one length and for four times that length,
and their ratio: about 4 is linear, 16 would be quadratic.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

# Run as a file as well as a module.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from claims.extraction import engine

TEXTS: dict[str, Callable[[int], str]] = {
    "quotation marks": lambda size: '"' * size,
    "opened marks": lambda size: "“‘" * (size // 2),
    "short quotations": lambda size: '"a b," he said. ' * (size // 16),
    "open paragraphs": lambda size: '"a b.\n\n' * (size // 7),
    "no space": lambda size: "a" * size,
    "full stops": lambda size: "a." * (size // 2),
    "commas": lambda size: "a, " * (size // 3),
    "reporting verbs": lambda size: "he said, " * (size // 9),
    "accounts": lambda size: "according to Jo, " * (size // 17),
    "names": lambda size: "Jo Verin said. " * (size // 15),
    "many names": lambda size: " ".join(f"A{n}x B{n}y said so." for n in range(size // 18)),
    "right to left": lambda size: 'قال "نعم" في ' * (size // 13),
    "every plane": lambda size: "".join(map(chr, range(0, 0x110000, 0x110000 // size))),
    "digits": lambda size: "1" * size,
    "numbers": lambda size: "1 " * (size // 2),
    "tolls": lambda size: "12 killed " * (size // 10),
    "victims": lambda size: "A man was killed, he shot Jo Verin and " * (size // 39),
    "capitals": lambda size: "He died. " + "A-" * (size // 2),
    "parts": lambda size: "of them " * (size // 8),
    "lone surrogates": lambda size: "\ud800" * size,
    "sides": lambda size: "the Corvan attacked, they lost 9 men and " * (size // 41),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--size", type=int, default=20_000)
    size = parser.parse_args().size
    print(f"{'text':18} {size:>9,} {size * 4:>9,}   ratio")
    for kind, text in TEXTS.items():
        engine.read(text(size * 4))  # so that both find the same words remembered
        small, large = seconds(text(size)), seconds(text(size * 4))
        print(f"{kind:18} {small:9.3f} {large:9.3f} {large / max(small, 1e-6):7.1f}")


def seconds(text: str) -> float:
    began = time.process_time()
    engine.read(text)
    return time.process_time() - began


if __name__ == "__main__":
    main()
