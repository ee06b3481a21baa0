// Keys: j and k move between the rows of [data-keys], Enter follows the link that has
// the focus, ? shows the keys. A [data-key="s"] is pressed by its key, or only gets the
// focus if it [data-key-focuses]; within a row its own keys come first. Ctrl+Enter in a
// text presses the form's [data-key-sends]. Everything works without this file.

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
  if (isTyping(event) || document.querySelector("dialog:modal") !== null) return;
  const act = ACTS[event.key] ?? (() => press(event.key));
  if (act()) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-shows-keys]")) {
  button.hidden = false;
  button.addEventListener("click", showKeys);
}
