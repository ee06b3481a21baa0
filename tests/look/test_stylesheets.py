from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

STYLES = settings.BASE_DIR / "claims" / "static" / "claims" / "css"
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
DRAWINGS = settings.BASE_DIR / "tests" / "golden" / "plots"
DESK = (STYLES / "desk.css").read_text()
PAIRS = dict(
    re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\)", DESK),
)
INKS = ("ink", "quiet", "link", "red", "green", "amber", "blue")


@pytest.mark.parametrize("style", sorted(STYLES.glob("*.css")), ids=lambda path: path.name)
def test_a_stylesheet_stands_on_its_own(style):
    text = style.read_text()

    assert "!important" not in text
    assert "@import" not in text
    assert "http" not in text
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("name", ["desk.css", "plots.css"])
def test_every_token_that_is_used_is_defined(name):
    used = set(re.findall(r"var\(--([\w-]+)", (STYLES / name).read_text()))

    assert used <= set(re.findall(r"--([\w-]+):", DESK))


def test_every_look_of_a_drawing_is_in_the_stylesheet():
    drawn = {
        look
        for drawing in DRAWINGS.glob("*.svg")
        for looks in re.findall(r'class="([^"]+)"', drawing.read_text())
        for look in looks.split()
    }
    # What only groups others, or looks as everything does.
    plain = {
        "plot--range",
        "plot--timeline",
        "plot__step--1",
        "plot__camp-label",
        "plot__edge",
        "plot__node--report",
    }

    styled = set(re.findall(r"\.(plot[\w-]*)", (STYLES / "plots.css").read_text()))

    assert drawn - styled <= plain


# Words on paper, on the shade of tables, and on the tint of their own state.
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        *product(INKS, ("paper", "tint", "shade")),
        *((name, f"{name}-tint") for name in ("red", "green", "amber", "blue")),
        *(("ink", f"{name}-tint") for name in ("red", "green", "amber", "blue")),
        ("paper", "ink"),
    ],
)
def test_words_stand_out_enough(ink, ground, scheme):
    assert _contrast(_colour(ink, scheme), _colour(ground, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "tint"])
def test_the_edges_of_controls_can_be_seen(ground, scheme):
    assert _contrast(_colour("edge", scheme), _colour(ground, scheme)) >= 3


@pytest.mark.parametrize(
    "template",
    TEMPLATES,
    ids=lambda path: str(path.relative_to(settings.BASE_DIR / "templates")),
)
def test_a_template_holds_neither_style_nor_script(template: Path):
    text = template.read_text()
    markup = re.sub(r"{%.*?%}|{{.*?}}", "", text)

    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", markup)
    assert not re.search(r"<script(?![^>]*\ssrc=)(?![^>]*ld\+json)", markup)
    assert not re.search(r"<button(?![^>]*\stype=)", markup)
    assert not re.search(r"\|\s*safe\b|autoescape off", text)


def _colour(name: str, scheme: int) -> str:
    return PAIRS[name].split(", ")[scheme]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
