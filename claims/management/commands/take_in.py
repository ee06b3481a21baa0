"""Take articles in from files: texts, web pages, feeds, news items and web archives."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.validators import URLValidator
from django.forms import ValidationError
from tqdm import tqdm

from claims.domain.documents import Document
from claims.errors import ClaimsError
from claims.intake import files
from claims.intake.documents import domain_of, moment
from claims.management import acting
from claims.management.desk_command import DeskCommand
from claims.management.files import readable
from claims.models import Article, Outlet, User
from claims.services import naming, taking_in
from claims.services.taking_in import Publication, Snapshot, Taken


class Command(DeskCommand):
    help = (
        "Take in articles from plain texts, web pages, RSS and Atom feeds, ninjs items and"
        " WARC archives. What a file does not say is guessed where it can be, and said to"
        " be guessed. Everything is read before anything is stored; an article that is"
        " here already is not taken in twice, so that a run can be taken up again."
    )
    example = (
        "manage.py take_in report.txt --outlet 'The Mill Post' --published 2031-03-04"
        " --url https://mill.example/report"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="What it is shows in it."
        )
        parser.add_argument("--outlet", metavar="NAME", help="Who published it.")
        parser.add_argument(
            "--published", metavar="DATE", help="When: 2031-03-04 or 2031-03-04T09:30Z."
        )
        parser.add_argument("--url", metavar="ADDRESS", help="Where; for one article only.")
        parser.add_argument("--headline", metavar="TEXT", help="For one article only.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Read the files and store nothing."
        )
        acting.add_argument(parser)

    def handle(self, *_: Any, **options: Any) -> None:
        _refuse_contradicting(options)
        paths = readable(options["files"])
        # All is read before anything is stored, and read again to store it: a mistake
        # costs nothing, and an archive of any size fits.
        found = self._check(paths, options)
        if options["dry_run"]:
            return
        by = acting.actor(options)
        bar = tqdm(
            total=found, unit=" articles", disable=None, file=sys.stderr, leave=False
        )
        with bar:
            for place, document in _documents(paths, options):
                taken = _stored(document, by=by)
                told = f"{place}: {_became(taken)} {_guesses(document)}"
                self.stdout.write(told.strip())
                bar.update()

    def _check(self, paths: list[Path], options: dict[str, Any]) -> int:
        """Read every file and count its articles; tell all that cannot be read."""
        refused: list[str] = []
        count = 0
        for path in tqdm(paths, unit=" files", disable=None, file=sys.stderr, leave=False):
            try:
                count += self._check_one(path, options, refused)
            except ClaimsError as refusal:
                refused.append(f"{path}: {refusal}")
        if count > 1 and (options["url"] or options["headline"]):
            refused.append(f"--url and --headline are for one article, not for {count}.")
        if refused:
            raise CommandError("\n".join([*refused, "Nothing was taken in."]))
        return count

    def _check_one(self, path: Path, options: dict[str, Any], refused: list[str]) -> int:
        count = 0
        for place, document in _documents([path], options):
            count += 1
            if not document.outlet:
                refused.append(f"{place}: who published it? Give --outlet.")
            if options["dry_run"]:
                self.stdout.write(f"{place}: {_found(document)}")
        if not count:
            refused.append(f"{path}: there is no article in it.")
        return count


def _documents(
    paths: list[Path], options: dict[str, Any]
) -> Iterator[tuple[str, Document]]:
    for path in paths:
        for place, document in files.documents(path):
            yield place, _told(document, options)


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


def _told(document: Document, options: dict[str, Any]) -> Document:
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
    precision = Article.Precision
    publication = Publication(
        outlet=naming.outlet(document.outlet, by=by),
        headline=document.headline,
        url=document.url,
        byline=document.byline,
        published_at=document.published_at,
        published_precision=precision.DAY if document.is_day_only else precision.MINUTE,
        language=document.language or "en",
        guessed=tuple(sorted(document.guessed)),
    )
    snapshot = Snapshot(
        document.text,
        retrieved_at=document.retrieved_at or dt.datetime.now(dt.UTC),
        raw=document.raw,
        raw_type=document.raw_type,
        extractor=document.extractor,
    )
    return taking_in.add(snapshot, publication, by=by)


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
    return f"{words}, {len(document.text):,} characters. {_guesses(document)}".strip()


def _guesses(document: Document) -> str:
    return f"Guessed: {', '.join(sorted(document.guessed))}." if document.guessed else ""


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
