"""The tour of the demonstration case: five stops, each on the page that it is about."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.models import Quantity

# Where each stop stands, and what is said there.
STOPS: tuple[tuple[str, Promise], ...] = (
    (
        "queue",
        _(
            "Each row is one thing that sources count, the most urgent first. Positions"
            " are the fewest values that satisfy everybody; independent counts origins,"
            " not reports."
        ),
    ),
    (
        "ranges",
        _(
            "Every figure, by who it rests on. A dot is a number as printed, the bar is"
            " how readers take the words, the line is what they allow. All that rests on"
            " one side counts once."
        ),
    ),
    (
        "relations",
        _(
            "What each pair is to each other and why, the gravest first. Keys 1 to 5"
            " give a verdict on the pair in focus; it edits scope or time, and the pair"
            " is compared again."
        ),
    ),
    (
        "chains",
        _(
            "Who carries whom, with the number as printed at each step: a misquote shows"
            " where it happened, and a loop shows as a loop."
        ),
    ),
    (
        "settle",
        _(
            "A range or a wording, with a rationale. The checks say what speaks against"
            " it and what to do; a second person approves."
        ),
    ),
)
_OVER = "tour_is_over"


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the tour, and where the next one is."""

    number: int
    place: str
    words: Promise
    onward: str

    @property
    def all(self) -> int:
        return len(STOPS)


def stop(request: HttpRequest) -> Stop | None:
    """Return the stop that the address asks for, or None."""
    text = request.GET.get("tour", "")
    if text not in {str(number) for number in range(1, len(STOPS) + 1)}:
        return None
    number = int(text)
    place, words = STOPS[number - 1]
    return Stop(number, place, words, _onward(number))


def _onward(number: int) -> str:
    """Return where the stop after ``number`` is, empty after the last one."""
    seed = seed_case()
    if number >= len(STOPS) or seed is None:
        return ""
    place = STOPS[number][0]
    if place == "settle":
        address = reverse("review:settle", args=[seed.pk])
        return f"{address}?tour={number + 1}"
    return f"{seed.get_absolute_url()}?tour={number + 1}#{place}"


def seed_case() -> Quantity | None:
    """Return the gravest quantity of a demonstration incident."""
    rows = Quantity.objects.for_queue().filter(incident__is_demonstration=True)
    return rows.first()


def is_offered(request: HttpRequest) -> bool:
    """Say whether this person was neither on the tour nor declined it."""
    if request.session.get(_OVER) or "tour" in request.GET:
        return False
    return seed_case() is not None


def end(request: HttpRequest) -> None:
    request.session[_OVER] = True
