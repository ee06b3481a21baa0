"""Whether what a dossier says of a desk's decisions is about what is in the file."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from claims.domain.text import normalise

Content = Mapping[str, Any]


def unresolved(content: Content) -> Iterator[str]:
    """Yield what points nowhere, each as a sentence. Takes a file of the right shape."""
    desk = content["desk"]
    articles = {row["id"]: row for row in content["articles"]}
    people = {row["name"] for part in ("speakers", "parties") for row in content[part]}
    for key, details in desk["articles"].items():
        if key not in articles:
            yield f"desk.articles.{key} is no article of this dossier."
        else:
            yield from _Article(key, articles[key], details, people).problems()
    for key in articles.keys() - desk["articles"].keys():
        yield f"desk.articles.{key} is missing."
    counts = {
        part: {key: len(row[part]) for key, row in articles.items()}
        for part in ("quotes", "figures")
    }
    yield from _marks(_marks_meant(desk), counts)
    yield from _numbers(desk)
    yield from _names(desk, people, articles)
    yield from _remarks(desk["remarks"])


class _Article:
    """The exact places of the marks of one article, against its text and its marks."""

    def __init__(self, key: str, row: Content, details: Content, people: set[str]) -> None:
        self._path, self._row, self._details = f"desk.articles.{key}", row, details
        self._text, self._people = normalise(row["text"]), people

    def problems(self) -> Iterator[str]:
        own = [each for each in self._details["revisions"] if each["text"] is None]
        if len(own) != 1:
            yield f"{self._path}.revisions has {len(own)} places for the article’s text."
        for part in ("quotes", "figures"):
            marks, details = self._row[part], self._details[part]
            if len(marks) != len(details):
                yield f"{self._path}.{part} tells of {len(details)}, not {len(marks)}."
                continue
            for at, (mark, detail) in enumerate(zip(marks, details, strict=True)):
                yield from self._mark(f"{self._path}.{part}[{at}]", mark, detail)
            for at, mark in enumerate(self._details["rejected"].get(part, ())):
                yield from self._span(f"{self._path}.rejected.{part}[{at}]", mark["span"])
                yield from _value(f"{self._path}.rejected.{part}[{at}].value", mark)

    def _mark(self, path: str, mark: Content, detail: Content) -> Iterator[str]:
        start, end = detail["span"]
        yield from self._span(path, detail["span"])
        if self._text[start:end] not in mark["exact"]:
            yield f"{path}.span is of other words than exact."
        if detail.get("cue"):
            yield from self._span(f"{path}.cue", detail["cue"])
        before = detail.get("continues")
        if before is not None and before >= len(self._row["quotes"]):
            yield f"{path}.continues names no quote of the article."
        yield from _value(f"{path}.value", detail)
        for part in ("origins", "relays"):
            for number, source in enumerate(detail["chain"][part]):
                yield from self._source(f"{path}.chain.{part}[{number}]", source)

    def _source(self, path: str, source: Content) -> Iterator[str]:
        if source["mention"] is not None:
            yield from self._span(f"{path}.mention", source["mention"])
        if source["speaker"] is None and not source["descriptor"]:
            yield f"{path} is nobody."
        if source["speaker"] not in {None, *self._people}:
            yield f"{path}.speaker {source['speaker']!r} is not among the speakers."

    def _span(self, path: str, span: Sequence[int]) -> Iterator[str]:
        if span[1] > len(self._text):
            yield f"{path} ends after the text, which has {len(self._text)} characters."


def _value(path: str, detail: Content) -> Iterator[str]:
    value = detail.get("value", {})
    for low, high in (("low", "high"), ("core_low", "core_high")):
        ends = value.get(low), value.get(high)
        if ends[1] is not None and (ends[0] is None or ends[0] > ends[1]):
            yield f"{path}.{low} is missing or above its {high}."


def _marks_meant(desk: Content) -> Iterator[tuple[str, str, Sequence[Any]]]:
    """Yield path, part and place of every mark that a decision is about."""
    for key, article in desk["articles"].items():
        path = f"desk.articles.{key}.figures"
        yield from _each(path, article["figures"], "figures", "restates")
    for at, row in enumerate(desk["dismissals"]):
        yield from ((f"desk.dismissals[{at}].pair", "figures", end) for end in row["pair"])
    for at, row in enumerate(desk["settlements"]):
        path = f"desk.settlements[{at}].figures"
        yield from _each(path, row["figures"], "figures", "figure")
    for at, row in enumerate(desk["claims"]):
        path = f"desk.claims[{at}].appearances"
        yield from _each(path, row["appearances"], "quotes", "quote")


def _each(
    path: str, rows: Sequence[Content], part: str, name: str
) -> Iterator[tuple[str, str, Sequence[Any]]]:
    for at, row in enumerate(rows):
        if row[name] is not None:
            yield f"{path}[{at}].{name}", part, row[name]


def _marks(
    meant: Iterable[tuple[str, str, Sequence[Any]]],
    counts: Mapping[str, Mapping[str, int]],
) -> Iterator[str]:
    for path, part, (key, number) in meant:
        if not 0 <= number < counts[part].get(key, 0):
            yield f"{path} names no {part[:-1]} of this dossier."


def _numbers(desk: Content) -> Iterator[str]:
    """Yield the numbers that count past the end of their list."""
    quantities, settlements = len(desk["quantities"]), len(desk["settlements"])
    meant = [
        *_meant(desk, "quantities", "merged_into", quantities),
        *_meant(desk, "settlements", "quantity", quantities),
        *_meant(desk, "remarks", "quantity", quantities),
        *_meant(desk, "remarks", "claim", len(desk["claims"])),
        *_meant(desk, "estimates", "quantity", quantities),
    ]
    for at, claim in enumerate(desk["claims"]):
        about = f"desk.claims[{at}].quantities"
        meant += [(about, number, quantities) for number in claim["quantities"]]
        rows = {"verdicts": claim["verdicts"]}
        for path, number, last in _meant(rows, "verdicts", "settlement", settlements):
            meant.append((path.replace("desk.", f"desk.claims[{at}]."), number, last))
    for path, number, last in meant:
        if number is not None and number >= last:
            yield f"{path} is {number}, and there are {last}."
    for at, row in enumerate(desk["quantities"]):
        if row["merged_into"] == at:
            yield f"desk.quantities[{at}] is merged into itself."


def _meant(
    rows: Content, part: str, name: str, last: int
) -> list[tuple[str, int | None, int]]:
    return [
        (f"desk.{part}[{at}].{name}", row[name], last) for at, row in enumerate(rows[part])
    ]


def _names(desk: Content, people: set[str], articles: Content) -> Iterator[str]:
    meant = [
        *_named("desk.claims", desk["claims"], "claimant", people),
        *_named("desk.people", desk["people"], "name", people),
        *_named("desk.copies", desk["copies"], "article", articles),
        *_named("desk.copies", desk["copies"], "original", articles),
    ]
    for at, person in enumerate(desk["people"]):
        path = f"desk.people[{at}].roles"
        meant += _named(path, person["roles"], "organisation", people)
    yield from meant


def _named(
    path: str, rows: Sequence[Content], name: str, known: Container[str]
) -> list[str]:
    return [
        f"{path}[{at}].{name} {row[name]!r} is not in this dossier."
        for at, row in enumerate(rows)
        if row[name] is not None and row[name] not in known
    ]


def _remarks(remarks: Sequence[Content]) -> Iterator[str]:
    for at, row in enumerate(remarks):
        if (row["quantity"] is None) == (row["claim"] is None):
            yield f"desk.remarks[{at}] is not on either a quantity or a claim."
        if row["answers"] is not None and row["answers"] >= at:
            yield f"desk.remarks[{at}].answers is no earlier remark."
