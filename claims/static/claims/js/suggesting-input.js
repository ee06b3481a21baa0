// <suggesting-input data-names="/address/"> around an input with a datalist: fills the
// list with the names that the server knows for what was typed.

const WAIT = 120;

class SuggestingInput extends HTMLElement {
  #timer = 0;
  #asked = "";

  connectedCallback() {
    this.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#suggest(), WAIT);
    });
  }

  async #suggest() {
    const words = this.querySelector("input").value.trim();
    if (words.length < 2 || words === this.#asked) return;
    this.#asked = words;
    const address = `${this.dataset.names}?q=${encodeURIComponent(words)}`;
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    if (!response.ok || this.#asked !== words) return;
    const { names } = await response.json();
    this.querySelector("datalist").replaceChildren(
      ...names.map(({ value, hint }) => {
        const option = document.createElement("option");
        option.value = value;
        option.label = hint;
        return option;
      }),
    );
  }
}

customElements.define("suggesting-input", SuggestingInput);
