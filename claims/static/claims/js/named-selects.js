// The admin's autocompletes have a part inside that is announced without a name: give it
// the name of its field.

function nameAll() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const shown = document.getElementById(`select2-${select.id}-container`);
    const name = select.labels[0]?.textContent.trim() || select.getAttribute("aria-label");
    if (shown !== null && name) shown.setAttribute("aria-label", name);
  }
}

document.addEventListener("DOMContentLoaded", () => setTimeout(nameAll));
document.addEventListener("formset:added", () => setTimeout(nameAll));
