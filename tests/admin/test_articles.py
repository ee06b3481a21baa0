from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from claims.models import Article, Change, Outlet, Quote
from claims.services import annotating, taking_in
from claims.services.attributing import chain_of
from claims.services.taking_in import Snapshot
from tests.admin.conftest import TEXT
from tests.factories import OutletFactory, UserFactory

pytestmark = pytest.mark.django_db

ADD = "admin:claims_article_add"


def pasted(**changes: str) -> dict[str, str]:
    return {
        "outlet_name": "The Mill Post",
        "headline": "Raid at the mill",
        "text": TEXT,
        "url": "https://mill.example.org/raid",
        "published_at_0": "2031-03-04",
        "published_at_1": "06:30",
        "published_precision": "minute",
        "language": "en",
        **changes,
    }


def change_form(article: Article, **changes: str) -> dict[str, str]:
    return {
        "headline": article.headline,
        "published_precision": "minute",
        "language": "en",
        "version_read": str(article.version),
        "revisions-TOTAL_FORMS": "0",
        "revisions-INITIAL_FORMS": "0",
        **changes,
    }


def test_a_pasted_article_is_taken_in_and_opened_for_annotating(client, editor) -> None:
    response = client.post(reverse(ADD), pasted(), follow=True)
    article = Article.objects.get()
    assert article.headline == "Raid at the mill"
    assert article.outlet.name == "The Mill Post"
    assert (article.added_by, article.published_at.hour) == (editor, 6)
    revision = article.revisions.get()
    assert revision.text == TEXT
    where = reverse("admin:claims_revision_annotate", args=[revision.pk])
    assert response.redirect_chain == [(where, 302)]
    assert "Took in “Raid at the mill”." in response.content.decode()


def test_the_outlet_is_found_by_its_name_whatever_the_case(client, editor) -> None:
    known = OutletFactory(name="The Mill Post")
    client.post(reverse(ADD), pasted(outlet_name="the mill post"))
    assert Article.objects.get().outlet == known
    assert Outlet.objects.count() == 1


def test_a_day_without_a_time_is_known_to_the_day(client, editor) -> None:
    response = client.post(reverse(ADD), pasted(published_at_1=""), follow=True)
    assert "<span>4 March 2031</span>" in response.content.decode()
    article = Article.objects.get()
    assert article.published_precision == Article.Precision.DAY
    assert article.published_at.isoformat() == "2031-03-04T00:00:00+00:00"


def test_the_list_names_no_hour_that_nobody_knows(client, editor) -> None:
    client.post(reverse(ADD), pasted(published_at_1=""))
    listed = reverse("admin:claims_article_changelist")
    assert "4 Mar 2031<" in client.get(listed).content.decode()
    Article.objects.update(published_precision="minute")
    assert "4 Mar 2031, 00:00<" in client.get(listed).content.decode()
    Article.objects.update(published_at=None, published_precision="day")
    assert "4 Mar 2031<" not in client.get(listed).content.decode()


def test_a_time_without_a_day_is_refused(client, editor) -> None:
    response = client.post(reverse(ADD), pasted(published_at_0=""))
    assert "Enter a valid date." in response.content.decode()
    assert not Article.objects.exists()


def test_without_a_headline_the_first_line_is_taken(client, editor) -> None:
    client.post(
        reverse(ADD), pasted(headline="", text="  Fire at the mill\n\nNobody was hurt.")
    )
    assert Article.objects.get().headline == "Fire at the mill"


def test_the_same_text_again_is_the_same_article(client, editor) -> None:
    client.post(reverse(ADD), pasted())
    response = client.post(reverse(ADD), pasted(text=TEXT + "\r\n"), follow=True)
    assert Article.objects.get().revisions.count() == 1
    assert "was here already with this very text" in response.content.decode()


def test_another_text_under_the_same_address_is_its_next_revision(client, editor) -> None:
    client.post(reverse(ADD), pasted())
    newer = pasted(text=f"{TEXT} It rained.")
    asked = client.post(reverse(ADD), newer)
    article = Article.objects.get()
    assert "Much of this is here already. Say what it is." in asked.content.decode()
    assert article.revisions.count() == 1
    response = client.post(
        reverse(ADD), newer | {"becomes": f"revision-{article.pk}"}, follow=True
    )
    assert Article.objects.get().revisions.count() == 2
    assert "this text is its revision 2" in response.content.decode()


def test_what_was_pasted_is_kept_when_something_is_missing(client, editor) -> None:
    response = client.post(reverse(ADD), pasted(outlet_name=""))
    html = response.content.decode()
    assert response.status_code == 200
    assert "They lost 7-8 people" in html
    assert not Article.objects.exists()


def test_a_text_of_blanks_is_refused_in_the_form(client, editor) -> None:
    response = client.post(reverse(ADD), pasted(text=" \n ", url=""))
    assert response.status_code == 200
    assert "Paste the text, or choose a file" in response.content.decode()
    assert not Article.objects.exists()
    assert not Outlet.objects.exists()


@pytest.mark.parametrize(
    ("role", "status"), [("viewer", 403), ("editor", 200), ("reviewer", 403), ("lead", 200)]
)
def test_who_may_take_articles_in(client, db, role, status) -> None:
    client.force_login(UserFactory(role=role))
    assert client.get(reverse(ADD)).status_code == status


def test_facts_are_amended_with_a_line_that_says_why(client, article) -> None:
    where = reverse("admin:claims_article_change", args=[article.pk])
    client.post(where, change_form(article, byline="A. Miller", why="Printed later."))
    article.refresh_from_db()
    line = Change.objects.about(article).first()
    assert article.byline == "A. Miller"
    assert (line.act, line.reason) == ("article.amended", "Printed later.")


def test_a_form_opened_before_anothers_save_is_shown_with_both(client, article) -> None:
    where = reverse("admin:claims_article_change", args=[article.pk])
    opened = change_form(article, byline="B. Miller")
    client.post(where, change_form(article, byline="A. Miller"))
    response = client.post(where, opened)
    html = response.content.decode()
    assert response.status_code == 409
    assert "Somebody else changed “Raid at the mill” in the meantime." in html
    assert "Byline is now “A. Miller”; you typed “B. Miller”." in html
    assert 'value="B. Miller"' in html
    article.refresh_from_db()
    assert article.byline == "A. Miller"
    client.post(where, {**opened, "version_read": str(article.version)})
    article.refresh_from_db()
    assert article.byline == "B. Miller"


def test_a_newer_text_carries_the_marks_and_lists_the_rest(client, article, editor) -> None:

    old = article.revisions.get()
    for words in ("They lost 7-8 people", "Two guards were also wounded"):
        start = old.text.index(words)
        span = annotating.span_of(old, start, start + len(words), words)
        chain = chain_of(["Valley Guard"])
        annotating.mark_quote(old, span, kind="direct", chain=chain, by=editor)
    newer = old.text.replace("lost 7-8 people", "lost nine people")
    where = reverse("admin:claims_article_revise", args=[article.pk])
    page = client.post(where, {"text": newer}, follow=True).content.decode()
    assert "Took in revision 2" in page
    assert "<del>7-8</del><ins>nine</ins>" in page.replace("\n", "")
    assert "quoted words were changed" in page
    left = Quote.objects.get(exact="They lost 7-8 people")
    assert left.revision == old
    resolve = reverse("admin:claims_article_resolve", args=[article.pk, "quote", left.pk])
    form = client.get(resolve).context["form"]
    assert form["words"].value() == "They lost nine people"
    client.post(resolve, {"version": left.version, "words": form["words"].value()})
    left.refresh_from_db()
    assert (left.revision.number, left.exact) == (2, "They lost nine people")
    assert left.attribution.revision == left.revision
    assert left.revision.text[left.start : left.end] == left.exact


def test_pasting_the_same_text_as_newer_changes_nothing(client, article) -> None:
    where = reverse("admin:claims_article_revise", args=[article.pk])
    page = client.post(where, {"text": TEXT}, follow=True).content.decode()
    assert "The article has this text already, as revision 1." in page


def test_the_page_of_revisions_costs_the_same_for_two_texts_and_for_five(
    client, article, editor, queries_of
) -> None:
    def revise(number: int) -> None:
        newest = article.revisions.latest()
        words = newest.text[:5]
        span = annotating.span_of(newest, 0, len(words), words)
        chain = chain_of([f"Guard {number}"])
        annotating.mark_quote(newest, span, kind="direct", chain=chain, by=editor)
        text = f"{number} wholly other words, of which none has stood here before."
        taking_in.revise(article, Snapshot(text), by=editor)

    where = reverse("admin:claims_article_revisions", args=[article.pk])
    revise(10)
    client.get(where)
    few = queries_of(lambda: client.get(where))
    for number in range(11, 14):
        revise(number)
    many = queries_of(lambda: client.get(where))
    assert client.get(where).content.decode().count("Find it again") >= 1
    assert len(few) == len(many), "\n".join(many)


PAGE = """<!doctype html><html lang="en"><head>
<title>Raid at the mill</title><meta property="og:site_name" content="The Mill Post">
<meta property="article:published_time" content="2031-03-04T06:30:00Z">
<link rel="canonical" href="https://mill.example.org/raid"></head><body><article>
<h1>Raid at the mill</h1>
<p>At least nine raiders were killed at the river mill on Monday night, according to the
Valley Guard, which holds the bridge and the road to the upper villages of the valley.</p>
<p>The wheel was damaged, and farmers brought their grain to the next valley on Tuesday,
where the millers worked until late at night to grind what had been brought.</p>
</article></body></html>"""


def upload(client, content: str, **typed: str):
    file = SimpleUploadedFile("raid.html", content.encode(), "text/html")
    form = dict.fromkeys(pasted(), "") | {"published_precision": "minute"}
    return client.post(
        reverse(ADD), form | {"language": "en", "file": file} | typed, follow=True
    )


def test_a_saved_page_fills_in_what_was_left_empty(client, editor) -> None:
    page = upload(client, PAGE).content.decode()
    article = Article.objects.get()
    assert (article.outlet.name, article.headline) == ("The Mill Post", "Raid at the mill")
    assert (article.published_at.hour, article.url) == (6, "https://mill.example.org/raid")
    revision = article.revisions.get()
    assert "nine raiders were killed" in revision.text
    assert bytes(revision.raw).startswith(b"<!doctype html>")
    assert "Took in" in page


def test_what_was_typed_goes_before_what_the_file_says(client, editor) -> None:
    upload(client, PAGE, outlet_name="Valley Courier", headline="Nine dead")
    article = Article.objects.get()
    assert (article.outlet.name, article.headline) == ("Valley Courier", "Nine dead")


def test_a_file_without_an_outlet_asks_for_one(client, editor) -> None:
    page = upload(client, "Nine raiders were killed at the mill.").content.decode()
    assert "Name who published it." in page
    assert not Article.objects.exists()


def test_an_empty_file_is_refused_in_a_sentence(client, editor) -> None:
    page = upload(client, "<html><body></body></html>", outlet_name="The Mill Post")
    assert page.status_code == 200
    assert "errorlist" in page.content.decode()
    assert not Article.objects.exists()
