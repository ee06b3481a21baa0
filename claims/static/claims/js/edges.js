// The edges of a mark: handles at both ends, and the words that are selected while one of
// them is dragged.

import { selectedSpan } from "./offsets.js";

// The runs of a mark without those of its cue and its mentions.
export const wordsOf = (runs) => runs.filter((run) => run.matches(".is-quote, .is-figure"));

// Put the handles beside the text, so that they are no part of it.
export function placeHandles(desk, runs) {
  const words = wordsOf(runs);
  const around = desk.getBoundingClientRect();
  for (const handle of desk.querySelectorAll("[data-edge]")) {
    handle.hidden = words.length === 0;
    if (handle.hidden) continue;
    const isStart = handle.dataset.edge === "start";
    const boxes = (isStart ? words[0] : words[words.length - 1]).getClientRects();
    const box = isStart ? boxes[0] : boxes[boxes.length - 1];
    handle.style.setProperty("inset-inline-start", `${(isStart ? box.left : box.right) - around.left}px`);
    handle.style.setProperty("inset-block-start", `${box.top - around.top}px`);
    handle.style.setProperty("block-size", `${box.height}px`);
  }
}

// Follow the pointer from a handle; `dropped` gets the span that was selected in the end.
export function drag(handle, runs, text, dropped) {
  const isStart = handle.dataset.edge === "start";
  const words = wordsOf(runs);
  const fixed = isStart ? words[words.length - 1] : words[0];
  const anchor = [fixed, isStart ? fixed.childNodes.length : 0];
  const follow = ({ clientX, clientY }) => {
    const place = placeAt(clientX, clientY);
    if (place === null || !text.contains(place[0])) return;
    document.getSelection().setBaseAndExtent(...anchor, ...place);
  };
  const drop = () => {
    document.removeEventListener("pointermove", follow);
    const span = selectedSpan(text);
    document.getSelection().removeAllRanges();
    if (span !== null) dropped(span);
  };
  document.addEventListener("pointermove", follow);
  document.addEventListener("pointerup", drop, { once: true });
}

// The place of the text under the pointer, as a node and an offset.
function placeAt(x, y) {
  const found = document.caretPositionFromPoint?.(x, y);
  if (found) return [found.offsetNode, found.offset];
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? [range.startContainer, range.startOffset] : null;
}
