"""Take articles in from files and addresses: texts, pages, feeds, news items, archives."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django.core.management.base import CommandError, CommandParser
from django.core.validators import URLValidator
from django.forms import ValidationError
from tqdm import tqdm

from claims.domain.documents import Document
from claims.errors import ClaimsError
from claims.intake.documents import domain_of, moment
from claims.management import acting
from claims.management.desk_command import DeskCommand
from claims.management.sources import Found, Sources
from claims.models import Outlet, User
from claims.outward.sending import PUBLIC, Rules
from claims.queries import likenesses
from claims.queries.likenesses import Likeness, Text
from claims.services import bringing, naming, taking_in
from claims.services.taking_in import Taken

_AT_ONCE = 100  # are compared with what is here in one go


class Command(DeskCommand):
    help = (
        "Take in articles from plain texts, web pages, RSS and Atom feeds, ninjs items and"
        " WARC archives, or from the address of a page or a feed. What a source does not"
        " say is guessed where it can be, and said to be guessed. Everything is read"
        " before anything is stored; an article that is here already is not taken in"
        " twice, so that a run can be taken up again."
    )
    example = (
        "manage.py take_in report.txt --outlet 'The Mill Post' --published 2031-03-04"
        " --url https://mill.example/report"
    )
    # Where addresses may be fetched from.
    rules: ClassVar[Rules] = PUBLIC

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "sources",
            nargs="+",
            metavar="FILE-OR-ADDRESS",
            help="What it is shows in it; an address begins with http:// or https://.",
        )
        parser.add_argument("--outlet", metavar="NAME", help="Who published it.")
        parser.add_argument(
            "--published", metavar="DATE", help="When: 2031-03-04 or 2031-03-04T09:30Z."
        )
        parser.add_argument("--url", metavar="ADDRESS", help="Where; for one article only.")
        parser.add_argument("--headline", metavar="TEXT", help="For one article only.")
        parser.add_argument(
            "--dry-run",
            action="store_true",
            help="Say of each what it would become, and store nothing.",
        )
        acting.add_argument(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        _refuse_contradicting(options)
        # All is read before anything is stored: a mistake costs nothing.
        sources = Sources(options["sources"], rules=self.rules)
        found = self._check(sources, options)
        if options["dry_run"]:
            self._foretell(sources, options)
            return
        by = acting.actor(options)
        bar = tqdm(
            total=found, unit=" articles", disable=None, file=sys.stderr, leave=False
        )
        with bar:
            for place, document in _told(sources, options):
                taken = _stored(document, by=by)
                told = (place + ":", _became(taken), _guesses(document), _undated(document))
                self.stdout.write(" ".join(filter(None, told)))
                bar.update()

    def _check(self, sources: Sources, options: dict[str, Any]) -> int:
        """Read every source and count its articles; tell all that cannot be read."""
        refused: list[str] = []
        count = 0
        names = tqdm(
            sources.names, unit=" sources", disable=None, file=sys.stderr, leave=False
        )
        for name in names:
            try:
                count += _check_one(sources, name, options, refused)
            except ClaimsError as refusal:
                refused.append(f"{name}: {refusal}")
        if count > 1 and (options["url"] or options["headline"]):
            refused.append(f"--url and --headline are for one article, not for {count}.")
        if refused:
            raise CommandError("\n".join([*refused, "Nothing was taken in."]))
        return count

    def _foretell(self, sources: Sources, options: dict[str, Any]) -> None:
        """Say line by line what each would become."""
        waiting: list[Found] = []
        for found in _told(sources, options):
            waiting.append(found)
            if len(waiting) == _AT_ONCE:
                self._compare(waiting)
                waiting = []
        self._compare(waiting)

    def _compare(self, found: list[Found]) -> None:
        texts = [
            Text(each.text, each.outlet, each.url, each.published_at) for _, each in found
        ]
        near = likenesses.of_texts(texts)
        for (place, document), likely in zip(found, near, strict=True):
            told = (
                f"{place}: {_found(document)}",
                _guesses(document),
                _undated(document),
                _prospect(likely),
            )
            self.stdout.write(" ".join(filter(None, told)))


def _check_one(
    sources: Sources, name: str, options: dict[str, Any], refused: list[str]
) -> int:
    count = 0
    for place, document in sources.read(name):
        count += 1
        if not _with_options(document, options).outlet:
            refused.append(f"{place}: who published it? Give --outlet.")
    if not count:
        refused.append(f"{name}: there is no article in it.")
    return count


def _told(sources: Sources, options: dict[str, Any]) -> Iterator[Found]:
    """Yield every document with what the command line says of it."""
    for place, document in sources:
        yield place, _with_options(document, options)


def _refuse_contradicting(options: dict[str, Any]) -> None:
    if options["published"] and moment(options["published"]) is None:
        raise CommandError("--published is not a date such as 2031-03-04.")
    if options["url"]:
        try:
            URLValidator(["http", "https"])(options["url"])
        except ValidationError as broken:
            raise CommandError(
                "--url is not an address such as https://a.example/b."
            ) from broken


def _with_options(document: Document, options: dict[str, Any]) -> Document:
    """Return the document with what the command line says of it."""
    said: dict[str, Any] = {
        name: options[name] for name in ("outlet", "url", "headline") if options[name]
    }
    if options["url"]:
        said["domain"] = domain_of(options["url"])
    if options["published"]:
        found = moment(options["published"])
        said["published_at"], said["is_day_only"] = found or (None, False)
    names = {*said, "published"} if options["published"] else set(said)
    document = replace(document, **said, guessed=document.guessed - names)
    known = Outlet.objects.filter(domain=document.domain).exclude(domain="").first()
    if known is not None and not options["outlet"]:
        return replace(document, outlet=known.name, guessed=document.guessed - {"outlet"})
    return document


def _stored(document: Document, *, by: User) -> Taken:
    outlet = naming.outlet(document.outlet, by=by)
    publication = bringing.publication_of(document, outlet=outlet)
    return taking_in.add(bringing.snapshot_of(document), publication, by=by)


def _became(taken: Taken) -> str:
    article = taken.revision.article_id
    if taken.is_new_article:
        quotes = _counted(taken.revision.quotes.count(), "quote")
        figures = _counted(taken.revision.figures.count(), "figure")
        return f"article {article} with {quotes} and {figures} suggested."
    if taken.is_new_revision:
        return f"revision {taken.revision.number} of article {article}."
    return f"already here as article {article}."


def _found(document: Document) -> str:
    published = document.published_at.isoformat() if document.published_at else "no date"
    words = f"“{document.headline}”, {document.outlet}, {published}"
    return f"{words}, {len(document.text):,} characters."


def _undated(document: Document) -> str:
    """Say so when nothing dates an article, for its figures will hang in the air."""
    if document.published_at is not None:
        return ""
    return "Nothing dates it: give --published, or amend it."


def _prospect(likely: list[Likeness]) -> str:
    if not likely:
        return "Would be a new article."
    nearest = likely[0]
    known = f"article {nearest.article.pk}, “{nearest.article}”"
    if nearest.is_same:
        return f"Is here already: {known}."
    if nearest.has_address:
        return f"Would be a newer text of {known}."
    share = f"{nearest.percent} % of its words stand in {known}"
    return f"Would be a new article; a copy? {share}."


def _guesses(document: Document) -> str:
    return f"Guessed: {', '.join(sorted(document.guessed))}." if document.guessed else ""


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
