// Keys: j and k move between the rows of [data-keys], Enter follows the link that has
// the focus, ? shows the keys. A [data-key="s"] is pressed by its key, or only gets the
// focus if it [data-key-focuses]; within a row its own keys come first. Ctrl+Enter in a
// text presses the form's [data-key-sends], Esc its [data-closes]. An act in place leaves
// the focus on the row it was about, and unfolded what was. Everything works without
// this file.

// The link that a row is opened by: the one that says so, or its first.
function linkOf(row) {
  return row.querySelector("[data-key-target]") ?? row.querySelector("a[href]");
}

function linksOf(list) {
  return Array.from(list.children)
    .map(linkOf)
    .filter((link) => link !== null && link.offsetParent !== null);
}

function isTyping(event) {
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input:not([type=checkbox], [type=radio]), select, textarea"))
  );
}

function move(step) {
  const focused = document.activeElement;
  const list = focused?.closest("[data-keys]") ?? document.querySelector("[data-keys]");
  if (list === null) return false;
  const links = linksOf(list);
  if (links.length === 0) return false;
  const now = links.findIndex((link) => link.closest("[data-keys] > *").contains(focused));
  const next = now === -1 ? 0 : Math.min(links.length - 1, Math.max(0, now + step));
  links[next].focus();
  links[next].scrollIntoView({ block: "nearest" });
  return true;
}

function press(key) {
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const row = document.activeElement?.closest("[data-keys] > *");
  const target = row?.querySelector(selector) ?? document.querySelector(selector);
  if (target === null) return false;
  if (target.hasAttribute("data-key-focuses")) target.focus();
  else target.click();
  return true;
}

function send(event) {
  const form = event.target instanceof HTMLElement ? event.target.closest("form") : null;
  const button = form?.querySelector("[data-key-sends]");
  if (!button) return;
  event.preventDefault();
  form.requestSubmit(button);
}

// A form that was opened in place goes; its row has the focus again.
function close(event) {
  const form = event.target instanceof HTMLElement ? event.target.closest("form") : null;
  if (!form?.querySelector("[data-closes]")) return false;
  const row = form.closest("[data-keys] > *");
  form.remove();
  if (row !== null) linkOf(row)?.focus();
  return true;
}

// Where a row stood in its list, for the focus when the list is drawn again, and what
// was unfolded, which the server does not know of.
let acted = null;
let unfolded = [];

function remember(event) {
  unfolded = Array.from(document.querySelectorAll("#main [id]"))
    .filter((part) => part.querySelector(":scope > details[open]") !== null)
    .map((part) => part.id);
  const row = event.target.closest?.("[data-keys] > *");
  acted = row && event.target.matches("form") ? linksOf(row.parentElement).indexOf(linkOf(row)) : null;
}

function focusAgain(event) {
  const { sourceElement, target } = event.detail.ctx;
  if (target?.id !== "main") return;
  for (const id of unfolded) {
    const fold = document.getElementById(id)?.querySelector(":scope > details");
    if (fold) fold.open = true;
  }
  // What was said and taken in is not said again.
  const isRefused = document.querySelector("#main .message--error") !== null;
  if (!isRefused && sourceElement.matches("form")) sourceElement.reset();
  if (acted === null) return;
  const list = document.querySelector("[data-keys]");
  const links = list === null ? [] : linksOf(list);
  const next = links[Math.min(acted, links.length - 1)] ?? document.querySelector("#main");
  acted = null;
  next.focus();
}

// An answer that is another page, or none of ours, is opened as a page.
function open(event) {
  const { raw, status } = event.detail.ctx.response;
  const isElsewhere = new URL(raw.url).pathname !== window.location.pathname;
  if (event.detail.ctx.select !== "#main" || event.detail.ctx.hx.retarget) return;
  if (status >= 500) window.location.reload();
  else if (isElsewhere) window.location.assign(raw.url);
  else return;
  event.preventDefault();
}

function showKeys() {
  const dialog = document.querySelector("[data-keys-dialog]");
  if (dialog === null || dialog.open) return false;
  dialog.showModal();
  return true;
}

const ACTS = { j: () => move(1), k: () => move(-1), "?": showKeys };

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    send(event);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && close(event)) return;
  if (isTyping(event) || document.querySelector("dialog:modal") !== null) return;
  const act = ACTS[event.key] ?? (() => press(event.key));
  if (act()) event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-closes]")) close(event);
});
document.addEventListener("htmx:before:request", remember);
document.addEventListener("htmx:after:request", open);
document.addEventListener("htmx:after:swap", focusAgain);

for (const button of document.querySelectorAll("[data-shows-keys]")) {
  button.hidden = false;
  button.addEventListener("click", showKeys);
}
