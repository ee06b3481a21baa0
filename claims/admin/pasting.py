"""The form that takes an article in: its text pasted, fetched, or read from a file."""

from __future__ import annotations

from typing import Any, BinaryIO, ClassVar, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.admin import becoming
from claims.admin.base import DeskForm
from claims.annotator.fields import Suggesting
from claims.domain.documents import Document
from claims.domain.text import normalise
from claims.errors import ClaimsError
from claims.intake import arrivals
from claims.models import Article, Outlet, TrayItem, User
from claims.queries import likenesses
from claims.queries.likenesses import Likeness, Text
from claims.services import bringing
from claims.services.bringing import Brought
from claims.services.taking_in import FOUND, Becoming, Publication, Snapshot

FACTS = ("byline", "url", "published_at", "published_precision", "agency", "language")
_FROM_FILE = ("outlet_name", "headline", "text", "byline", "url", "language")
# What a document calls guessed, and the field that shows it.
_FIELDS = {"outlet": "outlet_name", "published": "published_at"}


class PublicationForm(DeskForm):
    """When an article was published: a day alone is known to the day."""

    def clean_published_precision(self) -> str:
        precision: str = self.cleaned_data["published_precision"]
        time = self.data.get(self.add_prefix("published_at_1"), "")
        if self.cleaned_data.get("published_at") and not time.strip():
            return Article.Precision.DAY
        return precision


class PasteForm(PublicationForm):
    """An article as an editor pastes, fetches or uploads it.

    What she leaves empty is filled in from the file; what the file does not say itself
    is taken as guessed, and said to be. What is here already is shown before anything is
    stored, and she says what the text is to it.
    """

    # Whose tray a fetched page may lie in; ``get_form`` puts it here.
    owner: ClassVar[User | None] = None

    item = forms.ModelChoiceField(
        TrayItem.objects.none(), required=False, widget=forms.HiddenInput
    )
    becomes = forms.CharField(
        label=gettext_lazy("What it is"), required=False, widget=forms.HiddenInput
    )
    outlet_name = forms.CharField(
        label=gettext_lazy("Outlet"),
        max_length=200,
        required=False,
        widget=Suggesting("outlets", {"class": "vTextField"}),
        help_text=gettext_lazy("A name that is not here yet becomes a new outlet."),
    )
    headline = forms.CharField(
        max_length=500,
        required=False,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text=gettext_lazy("Left empty, the first line of the text is taken."),
    )
    text = forms.CharField(
        strip=False,
        required=False,
        widget=forms.Textarea({"rows": 18, "class": "vLargeTextField pasted"}),
        help_text=gettext_lazy(
            "As published, paragraph by paragraph. It is never changed afterwards."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        help_text=gettext_lazy(
            "A saved web page, a text or a ninjs item; it fills in what is empty."
        ),
    )

    class Meta:
        model = Article
        fields = FACTS

    document: Document | None = None
    likenesses: tuple[Likeness, ...] = ()
    becoming: Becoming = FOUND

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["item"]
        if self.owner is not None:
            field.queryset = self.owner.tray_items.waiting()
        self.fields["url"].help_text = _(
            "An address alone is fetched: it fills in what is empty, to be looked at first."
        )
        shown = self.initial.get("item")
        if isinstance(shown, TrayItem):
            self._tell_guesses(shown)

    def _tell_guesses(self, item: TrayItem) -> None:
        for name in item.guessed:
            if (field := _FIELDS.get(name, name)) in self.fields:
                self[field].help_text = _("Guessed: check it.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        file, item = cleaned.get("file"), cleaned.get("item")
        if file is not None and not str(cleaned.get("text") or "").strip():
            self._read(file)
        elif item is not None:
            # As it was fetched, with the text as it stands in the form now.
            text = normalise(str(cleaned.get("text") or ""))
            self.document = item.document.corrected(text)
            self._tell_guesses(item)
        if not str(cleaned.get("text") or "").strip():
            self.add_error("text", "Paste the text, or choose a file that holds it.")
        if not cleaned.get("outlet_name"):
            self.add_error("outlet_name", "Name who published it.")
        first = str(cleaned.get("text") or "").strip().split("\n", 1)[0]
        headline = " ".join(str(cleaned.get("headline") or "").split())
        cleaned["headline"] = headline or first.strip()[:200]
        if not self.errors:
            self._compare()
        return cleaned

    def _read(self, file: UploadedFile[Any]) -> None:
        file.seek(0)
        [first, *others] = arrivals.from_file(cast("BinaryIO", file), name=file.name or "")
        if others:
            self.add_error("file", _("It holds several articles: bring it to the tray."))
            return
        if (document := first.document) is None:
            self.add_error("file", first.refusal)
            return
        self.document, cleaned = document, self.cleaned_data
        cleaned["text"] = document.text
        known = Outlet.objects.filter(domain=document.domain).exclude(domain="").first()
        outlet = known.name if known is not None else document.outlet
        said = {
            "outlet_name": outlet,
            "headline": document.headline,
            "byline": document.byline,
            "url": document.url,
            "published_at": document.published_at,
        }
        if not cleaned.get("published_at") and document.is_day_only:
            cleaned["published_precision"] = Article.Precision.DAY
        if "language" not in self.changed_data and document.language:
            cleaned["language"] = document.language
        for name, value in said.items():
            cleaned[name] = cleaned.get(name) or value

    def _compare(self) -> None:
        """Look for what is here already; ask what the text is to it."""
        cleaned = self.cleaned_data
        text = Text(
            cleaned["text"],
            outlet=cleaned["outlet_name"],
            url=cleaned["url"],
            published_at=cleaned["published_at"],
        )
        self.likenesses = tuple(likenesses.of(text))
        decided = becoming.without_asking(self.likenesses)
        decided = decided or becoming.chosen(cleaned["becomes"], self.likenesses)
        if decided is not None:
            self.becoming = decided
            return
        choices = becoming.choices(self.likenesses)
        self.fields["becomes"].widget = forms.RadioSelect(choices=choices)
        self["becomes"].help_text = _links(self.likenesses)
        self.add_error("becomes", _("Much of this is here already. Say what it is."))
        if cleaned.get("file") is not None and self.document is not None:
            self._lay_aside(self.document)

    def _lay_aside(self, document: Document) -> None:
        """Keep what was uploaded in the tray: no browser sends a file a second time."""
        if self.owner is None or not isinstance(self.data, QueryDict):
            return
        name = str(self.cleaned_data["file"].name)
        try:
            [item] = bringing.bring([Brought(name, document)], by=self.owner)
        except ClaimsError as refusal:
            self.add_error("file", str(refusal))
            return
        moment = self.cleaned_data["published_at"]
        shown = localtime(moment) if moment else None
        is_day = self.cleaned_data["published_precision"] == Article.Precision.DAY
        filled = {
            **{name: self.cleaned_data[name] for name in _FROM_FILE},
            "published_at_0": f"{shown:%Y-%m-%d}" if shown else "",
            "published_at_1": f"{shown:%H:%M:%S}" if shown and not is_day else "",
            "item": str(item.pk),
        }
        self.data = self.data.copy()
        for field, value in filled.items():
            self.data[self.add_prefix(field)] = value

    def _post_clean(self) -> None:
        # The service decides whether the article is new, and refuses what cannot be.
        """Leave the model's own checks out."""

    @property
    def snapshot(self) -> Snapshot:
        if self.document is None:
            return Snapshot(self.cleaned_data["text"])
        return bringing.snapshot_of(self.document)

    def publication(self, outlet: Outlet) -> Publication:
        cleaned = self.cleaned_data
        return Publication(
            outlet=outlet,
            headline=cleaned["headline"],
            guessed=self.guessed,
            **{name: cleaned[name] for name in FACTS},
        )

    @property
    def guessed(self) -> tuple[str, ...]:
        """What the source did not say itself and nobody typed another value for."""
        if self.document is None:
            return ()
        item = self.cleaned_data.get("item")
        own = self.changed_data if item is None else self._amended(item)
        names = self.document.guessed
        return tuple(sorted(name for name in names if _FIELDS.get(name, name) not in own))

    def _amended(self, item: TrayItem) -> list[str]:
        was, now = initial_of(item), self.cleaned_data
        return [name for name in was if now.get(name) != was[name]]


def initial_of(item: TrayItem) -> dict[str, Any]:
    """Return how a thing from the tray fills in the form."""
    return {
        "item": item,
        "outlet_name": item.outlet,
        "headline": item.headline,
        "text": item.text,
        "byline": item.byline,
        "url": item.url,
        "published_at": item.published_at,
        "published_precision": item.published_precision,
        "language": item.language or "en",
    }


def _links(found: tuple[Likeness, ...]) -> str:
    rows = [
        (reverse("admin:claims_article_revisions", args=[each.article.pk]), each.article)
        for each in found
    ]
    return format_html(
        "{} {}", _("To compare:"), format_html_join(" · ", '<a href="{}">{}</a>', rows)
    )
