import { called } from "@cadence-playbooks/server/core";
import { many, number } from "../counts.ts";
import { entryFor } from "./found-entry.ts";
import { type Answer, type Filters, find } from "./index-of-pages.ts";

/** Answers shown before somebody narrows further. */
const SHOWN = 50;

/** Words and facets, combined. What is asked stands in the address, so that it can be shared and come back to. */
class PlayFinder extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    this.#form = form;
    const asked = new URL(location.href).searchParams;
    for (const field of this.#fields) field.value = asked.get(field.name) ?? "";
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => void this.#look());
    // The fields are empty only once the event is over.
    form.addEventListener("reset", () => setTimeout(() => this.#begin()));
    if (this.#asked) void this.#look();
  }

  #begin() {
    void this.#look();
    this.#fields[0]?.focus();
  }

  #form!: HTMLFormElement;
  get #fields(): readonly (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")];
  }
  get #asked(): boolean {
    return this.#fields.some(({ value }) => value.trim() !== "");
  }

  /**
   * Says beside each value how many plays it would leave of those that were found; of the whole handbook where nothing is asked.
   * Of a facet that is chosen already nobody knows what another value would leave, so its values stand without a number.
   */
  #count(left?: Answer["counts"]) {
    for (const facet of this.#form.querySelectorAll("select"))
      for (const option of facet.options)
        if (option.value !== "") {
          const count = left ? (called(left[facet.name], option.value) ?? 0) : Number(option.dataset["count"]);
          option.label = left && facet.value !== "" ? option.value : `${option.value} (${number(count)})`;
        }
  }

  /** How often somebody asked. An answer that comes after the next question is dropped. */
  #questions = 0;

  async #look() {
    const question = ++this.#questions;
    const url = new URL(location.href);
    for (const { name, value } of this.#fields)
      if (value.trim()) url.searchParams.set(name, value.trim());
      else url.searchParams.delete(name);
    history.replaceState(history.state, "", url);
    const results = this.querySelector(".results");
    const status = this.querySelector(".status");
    if (!results || !status) return;
    // The lists make room for the answers, and come back when nothing is asked.
    for (const one of document.querySelectorAll<HTMLElement>("[data-browse]")) one.hidden = this.#asked;
    for (const one of this.querySelectorAll<HTMLElement>("[type=reset]")) one.hidden = !this.#asked;
    if (!this.#asked) {
      this.#count();
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    const words = this.#fields.find(({ name }) => name === "q")?.value ?? "";
    const filters: Filters = Object.fromEntries(this.#fields.flatMap(({ name, value }) => (name !== "q" && value ? [[name, value]] : [])));
    try {
      const answer = await find(words, { ...filters, kind: "Play" });
      const found = await answer?.some(SHOWN);
      if (!answer || !found || question !== this.#questions) return;
      this.#count(answer.counts);
      results.replaceChildren(...found.map(entryFor));
      const instead = answer.meant === undefined ? "" : `No play says “${words.trim()}”; this is for “${answer.meant}”. `;
      const more = answer.count > SHOWN ? ` The first ${SHOWN} are here; narrow it further for the rest.` : "";
      status.textContent =
        answer.count === 0 ? "No play has all of that. Take something away." : `${instead}${many(answer.count, "play")}.${more}`;
    } catch {
      status.textContent = "The search index is not here. It comes with the built handbook: run npm start.";
    }
  }
}

customElements.define("play-finder", PlayFinder);
