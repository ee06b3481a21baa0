// Places in a text. The server counts code points, the browser UTF-16 units; only this
// file knows both.

const isHigh = (unit) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit) => unit >= 0xdc00 && unit < 0xe000;

export class TextOffsets {
  #pairs = []; // where each character stands that takes two units

  constructor(text) {
    this.text = text;
    for (let at = 0; at + 1 < text.length; at += 1) {
      if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))) {
        this.#pairs.push(at);
        at += 1;
      }
    }
  }

  // A place inside a pair counts as the one before it.
  toCodePoints(units) {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle] + 2 <= units) low = middle + 1;
      else high = middle;
    }
    const isInside = low < this.#pairs.length && this.#pairs[low] + 1 === units;
    return units - low - (isInside ? 1 : 0);
  }

  toUnits(codePoints) {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle] - middle < codePoints) low = middle + 1;
      else high = middle;
    }
    return codePoints + low;
  }

  // The words between two places in units, without the white space around them.
  span(start, end) {
    let first = start;
    let last = end;
    while (first < last && /\s/u.test(this.text[first])) first += 1;
    while (last > first && /\s/u.test(this.text[last - 1])) last -= 1;
    if (first > 0 && isLow(this.text.charCodeAt(first)) && isHigh(this.text.charCodeAt(first - 1))) first -= 1;
    if (last > 0 && isLow(this.text.charCodeAt(last)) && isHigh(this.text.charCodeAt(last - 1))) last += 1;
    if (first >= last) return null;
    return {
      start: this.toCodePoints(first),
      end: this.toCodePoints(last),
      exact: this.text.slice(first, last),
    };
  }
}

// Units of text before a place of the document that lies in `root`.
export function unitsBefore(root, node, offset) {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

// The selected words of `root` as a span in code points, or null.
export function selectedSpan(root, selection = document.getSelection()) {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const chosen = selection.getRangeAt(0);
  if (!chosen.intersectsNode(root)) return null;
  const whole = document.createRange();
  whole.selectNodeContents(root);
  const part = chosen.cloneRange();
  if (part.compareBoundaryPoints(Range.START_TO_START, whole) < 0) part.setStart(whole.startContainer, whole.startOffset);
  if (part.compareBoundaryPoints(Range.END_TO_END, whole) > 0) part.setEnd(whole.endContainer, whole.endOffset);
  const start = unitsBefore(root, part.startContainer, part.startOffset);
  const end = unitsBefore(root, part.endContainer, part.endOffset);
  return new TextOffsets(root.textContent).span(start, end);
}
