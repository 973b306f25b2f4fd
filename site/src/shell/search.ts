/** What we use of Pagefind's browser module. */
type Pagefind = {
  init(): Promise<void>;
  debouncedSearch(words: string, options: object, milliseconds: number): Promise<{ results: { data(): Promise<Found> }[] } | null>;
};
type Found = { url: string; excerpt: string; meta: { title?: string; kind?: string; situation?: string } };

const SHOWN = 8;
const PAUSE = 120;

class HandbookSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback() {
    const open = this.querySelector<HTMLButtonElement>(".open");
    const dialog = this.querySelector("dialog");
    const input = this.querySelector("input");
    if (!open || !dialog || !input) return;
    const show = () => {
      dialog.showModal();
      input.select();
      this.#pagefind ??= this.#load();
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

  async #load(): Promise<Pagefind> {
    const pagefind = (await import(/* @vite-ignore */ this.dataset.index ?? "")) as Pagefind;
    await pagefind.init();
    return pagefind;
  }

  async #search(words: string) {
    const results = this.querySelector(".results");
    const status = this.querySelector(".status");
    if (!results || !status) return;
    if (words.trim() === "") {
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const answer = await (await this.#pagefind)?.debouncedSearch(words, {}, PAUSE);
      // Null: newer words were typed meanwhile, and their search answers.
      if (!answer) return;
      const found = await Promise.all(answer.results.slice(0, SHOWN).map((result) => result.data()));
      results.replaceChildren(...found.map(entryFor));
      const count = answer.results.length;
      status.textContent =
        count === 0 ? `Nothing says “${words.trim()}”. Try a word they used.` : `${count} ${count === 1 ? "page" : "pages"}`;
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

function entryFor({ url, excerpt, meta }: Found): HTMLLIElement {
  const link = document.createElement("a");
  link.href = url;
  link.append(line("kind", meta.kind ?? ""), line("title", meta.situation ?? meta.title ?? url), excerptLine(excerpt));
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function line(name: string, text: string): HTMLSpanElement {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

/** Pagefind's excerpt is escaped text in which only the matches are marked; we rebuild it as nodes rather than trust it as markup. */
function excerptLine(excerpt: string): HTMLSpanElement {
  const span = line("excerpt", "");
  for (const [i, part] of excerpt.split(/<mark>(.*?)<\/mark>/gs).entries()) {
    const text = new DOMParser().parseFromString(part, "text/html").body.textContent;
    if (i % 2 === 0) span.append(text);
    else span.append(Object.assign(document.createElement("mark"), { textContent: text }));
  }
  return span;
}

customElements.define("handbook-search", HandbookSearch);
