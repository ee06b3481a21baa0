"""Answers as pages, for whoever is signed in and looks at the API in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from rest_framework.renderers import BrowsableAPIRenderer, JSONRenderer

_ADDRESS = re.compile(r'(?<=")https?://[^"\s]+(?=")')


class Browsable(BrowsableAPIRenderer):
    """Shows the JSON in the desk's own frame, with its addresses as links.

    Acts are tried out on the docs page, which knows what each of them takes.
    """

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> str:
        context = renderer_context or {}
        view, request = context["view"], context["request"]
        shown = {
            "name": view.get_view_name(),
            "about": view.get_view_description(),
            "allowed": view.allowed_methods,
            "answer": context["response"],
            "address": request.get_full_path(),
            "body": linked(JSONRenderer().render(data, "application/json; indent=2")),
        }
        # The frame is Django's: it wants Django's own request.
        plain = request._request  # noqa: SLF001  there is no public name for it
        return render_to_string("api/answer.html", shown, request=plain)


def linked(body: bytes) -> SafeString:
    """Return JSON for a page: the addresses in it lead there."""
    return format_html_join("", "{}", ((part,) for part in _parts(body.decode())))


def _parts(text: str) -> Iterator[str]:
    at = 0
    for found in _ADDRESS.finditer(text):
        yield text[at : found.start()]
        yield format_html('<a href="{0}">{0}</a>', found[0])
        at = found.end()
    yield text[at:]
