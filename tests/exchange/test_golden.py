"""The files as they were agreed upon, with moments and keys taken out."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from claims.exchange import dossier_writing, spreadsheet
from claims.models import Figure
from tests.exchange.dossiers import small
from tests.exchange.golden import expected
from tests.exchange.test_dossier_writing import take_in
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[^\"]+(?=\")")
_KEYS = ("figure", "quantity", "article", "restates")


def test_a_dossier_is_as_it_was_agreed_upon():
    incident = take_in(small(), UserFactory(role="editor"))
    text = json.dumps(dossier_writing.of(incident), ensure_ascii=False, indent=1)
    text = _MOMENT.sub("then", text) + "\n"

    assert text == expected("exchange/dossier.json", text)


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_figures_are_as_they_were_agreed_upon(form):
    take_in(small(), UserFactory(role="editor"))

    text = "".join(spreadsheet.lines(Figure.objects.all(), form=form))

    plain = _without_keys(text, form)
    assert plain == expected(f"exchange/figures.{form}", plain)


def _without_keys(text: str, form: str) -> str:
    if form == "jsonl":
        keys = "|".join(_KEYS)
        return re.sub(rf'("(?:{keys})": )\d+', r"\1null", text)
    rows = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, **dict.fromkeys(_KEYS, "")} for row in rows)
    return out.getvalue()
