// Where cards stand beside the words they are about: none over another, the one in use
// at its own words.

// `cards` are {wanted, height} in the order of the text; returns their tops.
export function tops(cards, active = -1, gap = 8) {
  const placed = new Array(cards.length).fill(0);
  const first = active < 0 ? 0 : active;
  let bottom = -Infinity;
  for (let at = first; at < cards.length; at += 1) {
    placed[at] = Math.max(cards[at].wanted, bottom + gap);
    bottom = placed[at] + cards[at].height;
  }
  let above = cards.length > 0 ? placed[first] : 0;
  for (let at = first - 1; at >= 0; at -= 1) {
    placed[at] = Math.min(cards[at].wanted, above - gap - cards[at].height);
    above = placed[at];
  }
  // What would stand above the text moves down, and pushes the others.
  bottom = -gap;
  for (let at = 0; at < cards.length; at += 1) {
    placed[at] = Math.max(placed[at], bottom + gap);
    bottom = placed[at] + cards[at].height;
  }
  return placed;
}
