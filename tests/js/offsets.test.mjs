import assert from "node:assert/strict";
import { test } from "node:test";

import { TextOffsets } from "../../claims/static/claims/js/offsets.js";

// Characters of one and of two units, marks that combine, words from right to left.
const PIECES = ["a", "é", "e\u0301", " ", "\n", "“", "𝕏", "🙂", "👩‍👩‍👧", "שלום", "مرحبا", "9-10", "🇪🇺"];

function* texts(count) {
  let seed = 7;
  const next = (limit) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % limit;
  };
  for (let made = 0; made < count; made += 1) {
    yield Array.from({ length: next(12) }, () => PIECES[next(PIECES.length)]).join("");
  }
}

test("code points and units are turned into each other", () => {
  for (const text of texts(300)) {
    const offsets = new TextOffsets(text);
    const characters = Array.from(text);
    let units = 0;
    for (let at = 0; at <= characters.length; at += 1) {
      assert.equal(offsets.toCodePoints(units), at);
      assert.equal(offsets.toUnits(at), units);
      units += characters[at]?.length ?? 0;
    }
  }
});

test("a span has the words that stand between its places", () => {
  for (const text of texts(300)) {
    const offsets = new TextOffsets(text);
    const characters = Array.from(text);
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 2) {
        const span = offsets.span(start, end);
        if (span === null) continue;
        assert.equal(characters.slice(span.start, span.end).join(""), span.exact);
        assert.equal(span.exact, span.exact.trim());
      }
    }
  }
});

test("a span never cuts a character in two", () => {
  const offsets = new TextOffsets("a🙂b");
  assert.deepEqual(offsets.span(2, 4), { start: 1, end: 3, exact: "🙂b" });
  assert.deepEqual(offsets.span(0, 2), { start: 0, end: 2, exact: "a🙂" });
});

test("white space alone is no span", () => {
  assert.equal(new TextOffsets("a  \n b").span(1, 5), null);
  assert.equal(new TextOffsets("").span(0, 0), null);
});
