// Keys for lists: j and k move between the rows of [data-keys], Enter follows the
// link that has the focus, ? shows the keys. Everything works without this file.

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
    (target.isContentEditable || target.matches("input, select, textarea"))
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

function showKeys() {
  const dialog = document.querySelector("[data-keys-dialog]");
  if (dialog === null || dialog.open) return false;
  dialog.showModal();
  return true;
}

const ACTS = { j: () => move(1), k: () => move(-1), "?": showKeys };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isTyping(event) || document.querySelector("dialog:modal") !== null) return;
  const act = ACTS[event.key];
  if (act !== undefined && act()) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-shows-keys]")) {
  button.hidden = false;
  button.addEventListener("click", showKeys);
}
