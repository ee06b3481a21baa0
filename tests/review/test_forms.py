from __future__ import annotations

import pytest
from django import forms

from claims.review.forms.borrowing import EstimateForm, ReviewsForm
from claims.review.forms.claiming import AppearanceForm, ClaimForm, VerdictForm
from claims.review.forms.issuing import TokenForm

FORMS = [AppearanceForm, ClaimForm, EstimateForm, ReviewsForm, TokenForm, VerdictForm]


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_no_label_ends_with_a_colon(form: type[forms.Form]) -> None:
    labels = [field.label_tag() for field in form()]
    assert [label for label in labels if ":</label>" in label] == []
