"""The form that many articles are brought with: addresses, files, a text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.admin.taking_in import rules_of_desk
from claims.annotator.fields import Suggesting
from claims.intake import arrivals
from claims.services.bringing import Brought

MOST_ADDRESSES = 20
MOST_FILES = 100
MOST_MEGABYTES = 100
_MEGABYTE = 1024 * 1024


class SeveralFiles(forms.ClearableFileInput):
    """An input that takes any number of files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, together within a limit."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = [super(FilesField, self).clean(each) for each in data or ()]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                _("%(count)s files came; at most %(most)s are read at once.")
                % {"count": len(files), "most": MOST_FILES}
            )
        if sum(file.size for file in files) > MOST_MEGABYTES * _MEGABYTE:
            raise forms.ValidationError(
                _("The files are larger than %(most)s MB together.")
                % {"most": MOST_MEGABYTES}
            )
        return files


class BringForm(forms.Form):
    """Whatever articles may be in: addresses, files, a pasted text."""

    addresses = forms.CharField(
        label=gettext_lazy("Addresses"),
        required=False,
        widget=forms.Textarea({"rows": 3, "spellcheck": "false"}),
        help_text=gettext_lazy("Of articles and feeds, one a line."),
    )
    uploads = FilesField(
        label=gettext_lazy("Files"),
        required=False,
        help_text=gettext_lazy(
            "Web pages, texts, feeds, ninjs items, WARC archives; several at once."
        ),
    )
    text = forms.CharField(
        label=gettext_lazy("Or a text"),
        strip=False,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )
    outlet = forms.CharField(
        label=gettext_lazy("Outlet"),
        max_length=200,
        required=False,
        widget=Suggesting("outlets"),
        help_text=gettext_lazy("Who published what does not say so itself."),
    )

    def clean_addresses(self) -> list[str]:
        typed = str(self.cleaned_data["addresses"]).split()
        whole = (each if "://" in each else f"https://{each}" for each in typed)
        addresses = list(dict.fromkeys(whole))
        if len(addresses) > MOST_ADDRESSES:
            raise forms.ValidationError(
                _("%(count)s addresses came; at most %(most)s are fetched at once.")
                % {"count": len(addresses), "most": MOST_ADDRESSES}
            )
        return addresses

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        given = [cleaned.get("addresses"), cleaned.get("uploads"), cleaned.get("text")]
        if not self.errors and not any(given):
            raise forms.ValidationError(_("Give an address, a file or a text."))
        return cleaned

    def brought(self) -> list[Brought]:
        """Fetch and read all that was given."""
        given, outlet = self.cleaned_data, self.cleaned_data["outlet"]
        found = arrivals.from_addresses(given["addresses"], rules=rules_of_desk())
        for file in given["uploads"]:
            found += arrivals.from_file(file.file, name=file.name or "")
        if given["text"].strip():
            found.append(arrivals.from_text(given["text"], name=_("Pasted text")))
        return [_of_outlet(each, outlet) if outlet else each for each in found]


def _of_outlet(brought: Brought, outlet: str) -> Brought:
    """Return what was brought with its outlet, unless it says so itself."""
    document = brought.document
    if document is None or (document.outlet and "outlet" not in document.guessed):
        return brought
    told = replace(document, outlet=outlet, guessed=document.guessed - {"outlet"})
    return replace(brought, document=told)
