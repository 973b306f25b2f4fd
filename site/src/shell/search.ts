/** What finds pages and shows them. Most readers of a page never search, so it is fetched when somebody does. */
const searching = () => Promise.all([import("./index-of-pages.ts"), import("./found-entry.ts")]);

/** Answers shown at once. */
const SHOWN = 8;

class HandbookSearch extends HTMLElement {
  connectedCallback() {
    const open = this.querySelector<HTMLButtonElement>(".open");
    const dialog = this.querySelector("dialog");
    const input = this.querySelector("input");
    if (!open || !dialog || !input) return;
    const show = () => {
      dialog.showModal();
      input.select();
      void searching()
        .then(([{ openIndex }]) => openIndex())
        .catch(() => undefined);
    };
    open.hidden = false;
    open.addEventListener("click", show);
    dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
    dialog.querySelector(".close")?.addEventListener("click", () => dialog.close());
    dialog
      .querySelector(".results")
      ?.addEventListener("click", ({ target }) => target instanceof Element && target.closest("a") && dialog.close());
    dialog.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      dialog.querySelector<HTMLAnchorElement>(".results a")?.click();
    });
    input.addEventListener("input", () => void this.#search(input.value));
    dialog.addEventListener("keydown", (event) => this.#walk(event));
    document.addEventListener("keydown", (event) => {
      const typing = event.target instanceof Element && event.target.matches("input, textarea, select, [contenteditable]");
      const shortcut = (event.key === "k" && (event.metaKey || event.ctrlKey)) || (event.key === "/" && !typing);
      if (!shortcut || dialog.open) return;
      event.preventDefault();
      show();
    });
  }

  /** How often somebody asked. An answer that comes after the next question is dropped. */
  #questions = 0;

  async #search(words: string) {
    const question = ++this.#questions;
    const results = this.querySelector(".results");
    const status = this.querySelector(".status");
    if (!results || !status) return;
    if (words.trim() === "") {
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const [{ find }, { entryFor }] = await searching();
      const answer = await find(words);
      const found = await answer?.some(SHOWN);
      if (!answer || !found || question !== this.#questions) return;
      // Whoever asks has somebody on the line: the plays stand before what is written about plays.
      const plays = found.filter(({ meta }) => meta.kind === "Play");
      results.replaceChildren(...[...plays, ...found.filter((one) => !plays.includes(one))].map(entryFor));
      const { count, meant } = answer;
      const instead = meant === undefined ? "" : `No page says “${words.trim()}”; this is for “${meant}”. `;
      status.textContent =
        count === 0 ? `Nothing says “${words.trim()}”. Try a word they used.` : `${instead}${count} ${count === 1 ? "page" : "pages"}`;
    } catch {
      status.textContent = "The search index is not here. It comes with the built handbook: run npm start.";
    }
  }

  /** Arrow keys walk through the answers, and back to the field. */
  #walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [...this.querySelectorAll<HTMLElement>("dialog input, .results a")];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

customElements.define("handbook-search", HandbookSearch);
