import assert from "node:assert/strict";
import { test } from "node:test";

import { tops } from "../../claims/static/claims/js/margin.js";

const card = (wanted, height = 50) => ({ wanted, height });

function assertApart(cards, placed, gap = 8) {
  for (let at = 1; at < cards.length; at += 1) {
    assert.ok(placed[at] >= placed[at - 1] + cards[at - 1].height + gap);
  }
}

test("cards with room stand at their words", () => {
  assert.deepEqual(tops([card(0), card(100), card(300)]), [0, 100, 300]);
});

test("cards without room push each other down", () => {
  const cards = [card(0), card(10), card(20)];
  assert.deepEqual(tops(cards), [0, 58, 116]);
});

test("the card in use stands at its words and pushes those before it up", () => {
  const cards = [card(190), card(195), card(200)];
  const placed = tops(cards, 2);
  assert.equal(placed[2], 200);
  assertApart(cards, placed);
});

test("no card stands above the text", () => {
  const cards = [card(0), card(5), card(10)];
  const placed = tops(cards, 2);
  assert.equal(placed[0], 0);
  assertApart(cards, placed);
});

test("no card covers another, wherever the words are", () => {
  let seed = 3;
  const next = (limit) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % limit;
  };
  for (let made = 0; made < 200; made += 1) {
    const cards = Array.from({ length: 1 + next(12) }, () => card(next(900), 20 + next(120)));
    cards.sort((one, other) => one.wanted - other.wanted);
    assertApart(cards, tops(cards, next(cards.length + 1) - 1));
  }
});

test("without cards there is nothing to place", () => {
  assert.deepEqual(tops([]), []);
});
