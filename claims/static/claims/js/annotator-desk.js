// <annotator-desk> around the workspace: cards beside their words, the keyboard, and
// words selected to be marked. Every act is a form or a link that works without it.

import { drag, placeHandles } from "./edges.js";
import { tops } from "./margin.js";
import { selectedSpan } from "./offsets.js";
import { known, update } from "./workspace.js";

const BESIDE = window.matchMedia("(min-width: 60.01rem)");
const CARD_KEYS = new Set(["a", "r", "s", "e", "f", "w", "o", "x", "+"]);

function isTyping({ target }) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, select, textarea"));
}

class AnnotatorDesk extends HTMLElement {
  #active = "";
  #span = null;

  connectedCallback() {
    this.addEventListener("htmx:after:settle", (event) => this.#settled(event.target));
    document.addEventListener("htmx:config:request", this.#tellWhatIsKnown);
    document.addEventListener("htmx:before:swap", this.#answered);
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("pointerdown", (event) => {
      if (event.target.matches("[data-edge]")) this.#dragEdge(event);
      // A selection that ends at a mark must not end on its handle.
      this.classList.toggle("is-selecting", this.#text.contains(event.target));
    });
    this.addEventListener("focusin", (event) => this.#focused(event.target));
    document.addEventListener("keydown", this.#pressed);
    document.addEventListener("selectionchange", this.#selected);
    document.addEventListener("pointerup", this.#dropped);
    window.addEventListener("resize", this.#place);
    window.addEventListener("hashchange", this.#followHash);
    BESIDE.addEventListener("change", this.#place);
    // A form that was left must not lend its fields to the next one.
    this.#dialog?.addEventListener("close", () => this.querySelector("#act").replaceChildren());
    this.#followHash();
    this.#place();
    document.fonts?.ready.then(this.#place);
  }

  disconnectedCallback() {
    document.removeEventListener("htmx:config:request", this.#tellWhatIsKnown);
    document.removeEventListener("htmx:before:swap", this.#answered);
    document.removeEventListener("keydown", this.#pressed);
    document.removeEventListener("selectionchange", this.#selected);
    document.removeEventListener("pointerup", this.#dropped);
    window.removeEventListener("resize", this.#place);
    window.removeEventListener("hashchange", this.#followHash);
    BESIDE.removeEventListener("change", this.#place);
  }

  get #text() {
    return this.querySelector("#text");
  }

  get #workspace() {
    return this.querySelector("#workspace");
  }

  get #cards() {
    return Array.from(this.querySelectorAll(".mark-card"));
  }

  get #dialog() {
    return this.querySelector("dialog");
  }

  get #bar() {
    return this.querySelector(".selection-bar");
  }

  #card(key) {
    return key === "" ? null : document.getElementById(key);
  }

  // What the server sent is in place: close the form, find the card again.
  #settled(target) {
    if (target.id === "act") {
      this.#open();
      return;
    }
    this.#refreshed();
  }

  #refreshed() {
    // What had the focus may be gone, and a closing dialog leaves it nowhere.
    const wasOpen = this.#dialog?.open === true;
    if (wasOpen) this.#dialog.close();
    const isLost = wasOpen || !this.contains(document.activeElement);
    const key = this.#workspace.dataset.active;
    if (key !== "") this.#active = key;
    document.getSelection()?.removeAllRanges();
    this.#activate(this.#active, { focus: isLost });
  }

  #tellWhatIsKnown = (event) => {
    const { request } = event.detail.ctx;
    if (request.method !== "POST") return;
    request.body.set("known", known(this.#workspace));
    if (new URLSearchParams(window.location.search).has("rejected")) request.body.set("rejected", "1");
  };

  #answered = (event) => {
    const { response, text } = event.detail.ctx;
    if (response.headers.has("Desk-Parts")) {
      event.preventDefault();
      update(this.#workspace, text);
      this.#refreshed();
    }
    if (response.status >= 500) this.#refuseBroken(event);
  };

  // The page of a server that failed must not take the place of the text.
  #refuseBroken(event) {
    event.preventDefault();
    const told = document.createElement("p");
    told.className = "message message--error";
    told.textContent = this.dataset.broken;
    this.querySelector("#told").replaceChildren(told);
  }

  #open() {
    if (this.#dialog === null || this.#dialog.open) return;
    this.#dialog.showModal();
  }

  #followHash = () => {
    const key = window.location.hash.slice(1);
    if (!this.#card(key)?.matches(".mark-card")) return;
    // After the browser has gone where the card was before it was placed.
    requestAnimationFrame(() => this.#activate(key, { focus: true, scroll: true }));
  };

  #activate(key, { focus = false, scroll = false } = {}) {
    this.#active = this.#card(key) === null ? "" : key;
    for (const each of this.querySelectorAll(".is-active")) each.classList.remove("is-active");
    const card = this.#card(this.#active);
    if (card !== null) {
      card.classList.add("is-active");
      for (const run of this.#runs(key)) run.classList.add("is-active");
      if (focus) card.focus({ preventScroll: true });
      if (scroll) this.#runs(key)[0]?.scrollIntoView({ block: "center" });
    }
    this.#place();
    if (scroll && !BESIDE.matches) card?.scrollIntoView({ block: "nearest" });
  }

  #runs(key) {
    return Array.from(this.#text.querySelectorAll(`[data-cards~="${key}"]`));
  }

  #place = () => {
    placeHandles(this, this.#runs(this.#active));
    const isBeside = BESIDE.matches;
    this.classList.toggle("is-beside", isBeside);
    const cards = this.#cards;
    const column = this.querySelector(".annotated__cards");
    if (!isBeside) {
      for (const card of cards) card.style.removeProperty("inset-block-start");
      column.style.removeProperty("min-block-size");
      return;
    }
    const top = column.getBoundingClientRect().top;
    const measured = cards.map((card) => {
      const mark = document.getElementById(`at-${card.dataset.start}`);
      return { wanted: mark === null ? 0 : mark.getBoundingClientRect().top - top, height: card.offsetHeight };
    });
    const places = tops(measured, cards.findIndex((card) => card.id === this.#active));
    cards.forEach((card, at) => card.style.setProperty("inset-block-start", `${places[at]}px`));
    const last = cards.length - 1;
    const end = last < 0 ? 0 : places[last] + measured[last].height;
    column.style.setProperty("min-block-size", `${end}px`);
  };

  #clicked(event) {
    if (event.target.closest("[data-closes-act]") && this.#dialog?.open) {
      event.preventDefault();
      this.#dialog.close();
      return;
    }
    const words = event.target.closest(".mark-card__words");
    if (words !== null) {
      event.preventDefault();
      this.#activate(words.closest(".mark-card").id, { focus: true, scroll: true });
      return;
    }
    const button = event.target.closest("[data-mark-as], [data-move-edges]");
    if (button !== null) this.#mark(button.dataset.markAs ?? "edges");
    const run = event.target.closest("mark[data-cards]");
    if (run !== null && document.getSelection().isCollapsed) this.#chooseAmong(run.dataset.cards.split(" "));
  }

  // A second click on words under several marks goes on to the next of them.
  #chooseAmong(keys) {
    const at = keys.indexOf(this.#active);
    this.#activate(keys[(at + 1) % keys.length], { focus: true });
  }

  #focused(target) {
    const card = target.closest?.(".mark-card");
    if (card && card.id !== this.#active) this.#activate(card.id);
  }

  #pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event) || document.querySelector("dialog:modal") !== null) return;
    if (this.#act(event.key)) event.preventDefault();
  };

  #act(key) {
    if (this.#span !== null) {
      const parts = { q: "quote", f: "figure", s: "mention", w: "edges" };
      if (key in parts) return this.#mark(parts[key]);
    }
    if (key === "j") return this.#move(1);
    if (key === "k") return this.#move(-1);
    if (key === "n") return this.#nextSuggested();
    if (key === "m") return this.#focus(this.querySelector("[data-find] input"));
    if (key === "u") return this.#submit(this.querySelector("form[data-undo]"));
    if (!CARD_KEYS.has(key)) return false;
    const control = this.#card(this.#active)?.querySelector(`[data-card-key="${key}"]`);
    control?.click();
    return control !== null && control !== undefined;
  }

  #submit(form) {
    form?.requestSubmit();
    return form !== null;
  }

  #focus(input) {
    input?.focus();
    return input !== null;
  }

  #move(step) {
    const cards = this.#cards;
    if (cards.length === 0) return false;
    const now = cards.findIndex((card) => card.id === this.#active);
    const next = now === -1 ? 0 : Math.min(cards.length - 1, Math.max(0, now + step));
    this.#activate(cards[next].id, { focus: true, scroll: true });
    return true;
  }

  #nextSuggested() {
    const cards = this.#cards;
    const now = cards.findIndex((card) => card.id === this.#active);
    const waiting = [...cards.slice(now + 1), ...cards.slice(0, now + 1)].find((card) => card.dataset.status === "suggested");
    if (waiting === undefined) return false;
    this.#activate(waiting.id, { focus: true, scroll: true });
    return true;
  }

  #dropped = () => this.classList.remove("is-selecting");

  #selected = () => {
    if (this.#bar === null || this.#dialog?.open) return;
    this.#span = selectedSpan(this.#text);
    this.#bar.hidden = this.#span === null;
    if (this.#span === null) return;
    const words = document.getSelection().getRangeAt(0).getBoundingClientRect();
    const desk = this.getBoundingClientRect();
    this.#bar.querySelector("[data-move-edges]").hidden = this.#active === "";
    const room = desk.width - this.#bar.offsetWidth;
    this.#bar.style.setProperty("inset-inline-start", `${Math.max(0, Math.min(words.left - desk.left, room))}px`);
    this.#bar.style.setProperty("inset-block-start", `${words.bottom - desk.top + 6}px`);
  };

  // Put the mark of the card in use on other words; undo takes it back.
  #moveEdges({ start, end, exact }) {
    const card = this.#card(this.#active);
    const form = card?.querySelector('[data-card-key="w"]')?.getAttribute("href");
    if (!form) return false;
    const { version } = card.dataset;
    const csrfmiddlewaretoken = this.querySelector("[name=csrfmiddlewaretoken]").value;
    const values = { start, end, words: exact, version, csrfmiddlewaretoken };
    window.htmx.ajax("POST", form, { target: "#workspace", swap: "outerMorph", values });
    return true;
  }

  // An edge is dragged: what is selected meanwhile is what the mark will stand on.
  #dragEdge(event) {
    const runs = this.#runs(this.#active);
    if (runs.length === 0) return;
    event.preventDefault();
    drag(event.target, runs, this.#text, (span) => this.#moveEdges(span));
  }

  // Open the form for the selected words.
  #mark(part) {
    if (this.#span === null) return false;
    const { start, end, exact } = this.#span;
    const query = new URLSearchParams({ start, end, exact });
    this.#bar.hidden = true;
    if (part === "edges") return this.#moveEdges(this.#span);
    window.htmx.ajax("GET", `${this.dataset.mark.replace("KIND", part)}?${query}`, "#act");
    return true;
  }
}

customElements.define("annotator-desk", AnnotatorDesk);
