// The workspace after an act: only what changed comes from the server, and only that is
// put in place. The server is told what the page has, so that it need not guess.

const STATED = ".mark-card, #text";

// What the page shows of each card and of the text, as one line.
export function known(workspace) {
  return Array.from(workspace.querySelectorAll(STATED), (each) => `${each.id}:${each.dataset.state}`).join(" ");
}

// Put the parts that the server sent into the workspace.
export function update(workspace, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const parts = template.content.firstElementChild;
  workspace.dataset.active = parts.dataset.active;
  for (const name of ["#told", ".tally"]) replace(workspace.querySelector(name), parts.querySelector(name));
  const text = parts.querySelector("#text");
  if (text !== null) updateText(workspace.querySelector("#text"), text);
  const fresh = new Map(Array.from(parts.querySelectorAll(".mark-card"), (card) => [card.id, card]));
  updateCards(workspace.querySelector(".annotated__cards"), parts, fresh);
}

function replace(old, fresh) {
  old.replaceWith(fresh);
  window.htmx.process(fresh);
}

function updateCards(column, parts, fresh) {
  const order = parts.dataset.order.split(" ").filter(Boolean);
  const wanted = new Set(order);
  const here = new Map();
  for (const each of Array.from(column.children)) {
    if (wanted.has(each.id)) here.set(each.id, each);
    else each.remove();
  }
  let at = column.firstElementChild;
  for (const key of order) {
    const old = here.get(key);
    const card = fresh.get(key) ?? old;
    const next = old === at ? (at?.nextElementSibling ?? null) : at;
    if (old !== undefined && card !== old) old.remove();
    if (card !== at) column.insertBefore(card, next);
    at = next;
    if (card !== old) window.htmx.process(card);
  }
  const empty = parts.querySelector(".empty");
  if (empty !== null) column.append(empty);
}

// Replace the runs between the first and the last that differ; the others stay, and the
// place in the text with them.
function updateText(old, fresh) {
  old.dataset.state = fresh.dataset.state;
  for (const run of old.querySelectorAll(".is-active")) run.classList.remove("is-active");
  const [was, is] = [Array.from(old.childNodes), Array.from(fresh.childNodes)];
  const most = Math.min(was.length, is.length);
  let head = 0;
  while (head < most && was[head].isEqualNode(is[head])) head += 1;
  let tail = 0;
  while (tail < most - head && was[was.length - 1 - tail].isEqualNode(is[is.length - 1 - tail])) tail += 1;
  const after = was[was.length - tail] ?? null;
  for (const run of was.slice(head, was.length - tail)) run.remove();
  for (const run of is.slice(head, is.length - tail)) old.insertBefore(run, after);
}
