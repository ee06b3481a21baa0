from __future__ import annotations

from claims.extraction import engine, rows


def test_a_quotation_is_found_with_its_cue_and_speaker():
    text = 'The bridge is shut. "It will stay shut," Ilse Brandt said on Monday.'

    (quote,) = engine.read(text).quotes

    assert quote.span.of(text).strip(",") == "It will stay shut"
    assert (quote.type, quote.cue, quote.speaker) == ("direct", "said", "Ilse Brandt")


def test_a_report_after_according_to_is_an_indirect_quote():
    text = "According to Ilse Brandt, the bridge will stay shut until May."

    (quote,) = engine.read(text).quotes

    assert quote.span.of(text) == "the bridge will stay shut until May"
    assert (quote.type, quote.speaker) == ("indirect", "Ilse Brandt")


def test_a_row_holds_what_the_contract_names():
    text = 'The bridge is shut. "It will stay shut," Ilse Brandt said on Monday.'

    row = rows.row("a1", text, engine.read(text))

    (quote,) = row["quotes"]
    assert row["doc_id"] == "a1"
    assert text[quote["start"] : quote["end"]] == quote["text"]
    assert quote["cue_span"] == [text.index("said"), text.index("said") + 4]
    assert row["figures"] == []
