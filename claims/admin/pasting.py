"""The form that takes an article in: its text pasted, or read from a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from claims.admin.base import DeskForm
from claims.annotator.fields import Suggesting
from claims.domain.documents import Document
from claims.errors import ClaimsError
from claims.intake import files
from claims.intake.documents import MOST_BYTES
from claims.models import Article, Outlet
from claims.services.taking_in import Publication, Snapshot

FACTS = ("byline", "url", "published_at", "published_precision", "agency", "language")


class PublicationForm(DeskForm):
    """When an article was published: a day alone is known to the day."""

    def clean_published_precision(self) -> str:
        precision: str = self.cleaned_data["published_precision"]
        time = self.data.get(self.add_prefix("published_at_1"), "")
        if self.cleaned_data.get("published_at") and not time.strip():
            return Article.Precision.DAY
        return precision


class PasteForm(PublicationForm):
    """An article as an editor pastes or uploads it.

    What she leaves empty is filled in from the file; what the file does not say itself
    is taken as guessed, and said to be.
    """

    outlet_name = forms.CharField(
        label="Outlet",
        max_length=200,
        required=False,
        widget=Suggesting("outlets", {"class": "vTextField"}),
        help_text="A name that is not here yet becomes a new outlet.",
    )
    headline = forms.CharField(
        max_length=500,
        required=False,
        widget=forms.TextInput({"class": "vTextField"}),
        help_text="Left empty, the first line of the text is taken.",
    )
    text = forms.CharField(
        strip=False,
        required=False,
        widget=forms.Textarea({"rows": 18, "class": "vLargeTextField pasted"}),
        help_text="As published, paragraph by paragraph. It is never changed afterwards.",
    )
    file = forms.FileField(
        label="Or a file",
        required=False,
        help_text="A saved web page, a text or a ninjs item; it fills in what is empty.",
    )

    class Meta:
        model = Article
        fields = FACTS

    document: Document | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        file = cleaned.get("file")
        if file is not None and not str(cleaned.get("text") or "").strip():
            self._read(file)
        if not str(cleaned.get("text") or "").strip():
            self.add_error("text", "Paste the text, or choose a file that holds it.")
        if not cleaned.get("outlet_name"):
            self.add_error("outlet_name", "Name who published it.")
        first = str(cleaned.get("text") or "").strip().split("\n", 1)[0]
        headline = " ".join(str(cleaned.get("headline") or "").split())
        cleaned["headline"] = headline or first.strip()[:200]
        return cleaned

    def _read(self, file: UploadedFile[Any]) -> None:
        file.seek(0)
        try:
            document = files.read(file.read(MOST_BYTES + 1))
        except ClaimsError as refusal:
            self.add_error("file", str(refusal))
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

    def _post_clean(self) -> None:
        # The service decides whether the article is new, and refuses what cannot be.
        """Leave the model's own checks out."""

    @property
    def snapshot(self) -> Snapshot:
        document = self.document
        if document is None:
            return Snapshot(self.cleaned_data["text"])
        return Snapshot(
            document.text,
            document.retrieved_at,
            document.raw,
            document.raw_type,
            document.extractor,
        )

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
        """What the file did not say itself and nobody typed."""
        if self.document is None:
            return ()
        names = {"outlet": "outlet_name", "published": "published_at"}
        typed = set(self.changed_data)
        return tuple(
            sorted(
                name for name in self.document.guessed if names.get(name, name) not in typed
            )
        )
