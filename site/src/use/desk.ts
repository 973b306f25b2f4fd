import { type Calendar, called } from "@cadence-playbooks/server/core";
import {
  calendarFor,
  closedIn,
  dateOfDay,
  dateSaidOn,
  datesOfDays,
  heldOn,
  isDate,
  shortDate,
  todayHere,
  workingDayFrom,
} from "./business-days.ts";
import { type Clock, calendarFile, type Entry } from "./calendar.ts";
import { aboutTheRep, daysOff, forget, keep, keepDaysOff, keepStepping, kept, type Run, runWith, stepping } from "./kept.ts";
import { step } from "./stepping.ts";
import { copy, messageIn, WordsOnPage, write } from "./words-on-page.ts";

/** How long a button says that something was copied. Milliseconds. */
const SAID = 2000;

/** The rep's desk of a play: what is entered here stands in every message, date and file of the page. */
class PlayDesk extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    this.#form = form;
    this.#blanks = [...form.querySelectorAll<HTMLInputElement>("[data-blank-name]")];
    const page = this.closest("main") ?? document.body;
    this.#days = [...page.querySelectorAll<HTMLElement>("[data-date]")];
    this.#words = new WordsOnPage(
      page,
      new Map(this.#blanks.map((input) => [blankOf(input), { fallback: input.dataset["fallback"], skips: input.dataset["skips"] === "" }])),
    );
    for (const one of document.querySelectorAll<HTMLElement>("[data-copy], [data-foot]")) one.hidden = false;
    this.#open(kept(this.#play).with, new URL(location.href).searchParams.get("start"));
    this.#offer();
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#field("with").addEventListener("change", () => this.#turnTo(this.#field("with").value.trim()));
    form.addEventListener("input", (event) => this.#entered(event.target));
    form.addEventListener(
      "click",
      ({ target }) => target instanceof Element && this.#do(target.closest<HTMLElement>("[data-do]")?.dataset["do"]),
    );
    document.addEventListener("click", ({ target }) => target instanceof Element && void this.#copied(target));
    // A play stays open on a phone overnight, and “today” is then another day.
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#showStart(this.#run));
    document.addEventListener("keydown", (event) => this.#field<HTMLInputElement>("keys").checked && step(event));
  }

  #form!: HTMLFormElement;
  /** The prospect whose run is open; empty where nobody was named. */
  #with = "";
  #blanks: readonly HTMLInputElement[] = [];
  #words!: WordsOnPage;
  /** Where the page says on which date a day is. */
  #days: readonly HTMLElement[] = [];
  get #play(): string {
    return this.dataset["play"] ?? "";
  }
  #field = <T extends HTMLInputElement | HTMLSelectElement = HTMLInputElement>(name: string): T => this.#form.elements.namedItem(name) as T;

  /** Shows the run with a prospect. An address that names a start date wins over what is kept. */
  #open(name: string, start: string | null = null) {
    const all = kept(this.#play);
    const run = runWith(all, name);
    this.#with = name;
    this.#field("with").value = name;
    this.#field("start").value = isDate(start) ? start : run.start;
    for (const input of this.#blanks) input.value = called(run.values, blankOf(input)) ?? "";
    const names = Object.keys(all.runs).filter((one) => one !== "");
    this.querySelector("datalist")?.replaceChildren(...names.map((value) => Object.assign(document.createElement("option"), { value })));
    this.#show();
  }

  /** What cannot be known before the page is open: zones, days off, and whether keys step. Four hundred zones wait until somebody looks. */
  #offer() {
    this.#field("keys").checked = stepping();
    this.#showDaysOff();
    this.querySelector("details")?.addEventListener(
      "toggle",
      () => {
        const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const zones = [...new Set([here, ...Intl.supportedValuesOf("timeZone")])];
        this.#field<HTMLSelectElement>("zone").append(...zones.map((value) => new Option(value.replaceAll("_", " "), value)));
      },
      { once: true },
    );
  }

  get #run(): Run {
    const start = this.#field("start").value;
    return { start: isDate(start) ? start : "", values: Object.fromEntries(this.#blanks.map((input) => [blankOf(input), input.value])) };
  }

  /** The days on which nothing is sent: what the team has written down of holidays, and what this rep takes off. */
  get #calendar(): Calendar {
    return calendarFor(closedIn(this.dataset), daysOff());
  }

  #entered(target: EventTarget | null) {
    if (target === this.#field("keys")) return keepStepping(this.#field("keys").checked);
    if (!(target instanceof HTMLInputElement) || target.id === "_off" || target.name === "time" || target.name === "with") return;
    const run = this.#run;
    keep(this.#play, this.#with, run);
    // Neither changes with the other, and on a long page each takes a while.
    if (target.name === "start") this.#showStart(run);
    else this.#words.fill(run.values);
  }

  /**
   * Turns to another prospect: one known from before brings back what was entered for them. Whoever had no name yet gets this one;
   * anybody else begins anew, so that nobody is ever called by another's name.
   */
  #turnTo(name: string) {
    const { runs } = kept(this.#play);
    const known = Object.hasOwn(runs, name);
    const run = !known && this.#with === "" ? this.#run : runWith(kept(this.#play), name);
    if (!known && this.#with === "") forget(this.#play, "");
    keep(this.#play, name, run);
    this.#open(name);
  }

  #show() {
    const run = this.#run;
    this.#words.fill(run.values);
    this.#showStart(run);
  }

  #showStart({ start }: Run) {
    const calendar = this.#calendar;
    const held = this.querySelector<HTMLElement>("[data-held]");
    if (held) write(held, start ? heldOn(start, calendar) : "");
    showDates(this.#days, start, calendar);
    const url = new URL(location.href);
    if (start) url.searchParams.set("start", start);
    else url.searchParams.delete("start");
    if (url.href !== location.href) history.replaceState(history.state, "", url);
  }

  #do(what: string | undefined) {
    if (what === "today") {
      this.#field("start").value = workingDayFrom(todayHere(), this.#calendar);
      this.#entered(this.#field("start"));
    } else if (what === "off") {
      const day = this.querySelector<HTMLInputElement>("#_off");
      if (!day || !isDate(day.value)) return;
      keepDaysOff([...daysOff(), day.value]);
      day.value = "";
      this.#showDaysOff();
      this.#show();
    } else if (what === "calendar") this.#saveCalendar();
    else if (what === "sheet" || what === "print-words") {
      document.documentElement.dataset["print"] = what === "sheet" ? "sheet" : "words";
      print();
      delete document.documentElement.dataset["print"];
    } else if (what === "forget") {
      forget(this.#play, this.#with);
      // What the rep is called everywhere stays: it says nothing of the prospect.
      for (const input of this.#blanks) if (!aboutTheRep(blankOf(input))) input.value = "";
      this.#open("");
      this.#say("Forgotten.");
    }
  }

  #showDaysOff() {
    const removal = (day: string) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${shortDate(day)} ×`;
      button.setAttribute("aria-label", `Work on ${shortDate(day)} after all`);
      button.addEventListener("click", () => {
        keepDaysOff(daysOff().filter((one) => one !== day));
        this.#showDaysOff();
        this.#show();
      });
      return button;
    };
    this.querySelector("[data-off]")?.replaceChildren(...daysOff().map(removal));
  }

  #saveCalendar() {
    if (!this.#field("start").value) this.#do("today");
    const { start } = this.#run;
    const calendar = this.#calendar;
    const name = this.#with;
    const place = `${location.origin}${location.pathname}`;
    const entries = [...document.querySelectorAll<HTMLElement>("[data-touch][data-day]")].map((card): Entry => {
      const words = [...card.querySelectorAll("[data-words]")].map(messageIn).join("\n\n");
      return {
        uid: `${[this.#play, card.id, name].filter(Boolean).map(encodeURIComponent).join(".")}@${location.host}`,
        date: dateOfDay(start, Number(card.dataset["day"]), calendar),
        title: `${card.dataset["channel"]}${name ? `, ${name}` : ""}: ${this.dataset["title"]}`,
        notes: [card.querySelector(".reason")?.textContent?.trim(), words].filter(Boolean).join("\n\n"),
        url: `${place}#${card.id}`,
      };
    });
    const time = this.#field("time").value;
    const clock: Clock | undefined = time ? { time, zone: this.#field<HTMLSelectElement>("zone").value } : undefined;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([calendarFile(entries, clock, new Date())], { type: "text/calendar" }));
    link.download = `${this.#play}.ics`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), SAID);
    this.#say("The calendar file is saved. Open it to add the touches; open a later one to move them.");
  }

  async #copied(target: Element) {
    const card = target.closest<HTMLElement>("[data-touch]");
    const button = target.closest<HTMLElement>("[data-copy], [data-copy-all]");
    const mail = target.closest<HTMLAnchorElement>("[data-mail]");
    if (!card || !(button || mail)) return;
    const inside = (how: string) => {
      const words = card.querySelector(`[data-piece="${how}"] [data-words]`);
      return words ? messageIn(words) : "";
    };
    if (mail) {
      mail.href = `mailto:?subject=${encodeURIComponent(inside("subject"))}&body=${encodeURIComponent(inside("written").replaceAll("\n", "\r\n"))}`;
      return;
    }
    const words = button?.closest("[data-piece]")?.querySelector("[data-words]");
    const done = await copy(words ? messageIn(words) : `Subject: ${inside("subject")}\n\n${inside("written")}`);
    this.#say(done ? "Copied." : "Your browser does not let this page copy. Select the words instead.");
    if (!button || !done || button.dataset["said"] !== undefined) return;
    button.dataset["said"] = "";
    const before = [...button.childNodes];
    button.replaceChildren("Copied");
    setTimeout(() => {
      button.replaceChildren(...before);
      delete button.dataset["said"];
    }, SAID);
  }

  #say(words: string) {
    const status = this.querySelector("[data-status]");
    if (status) status.textContent = words;
  }
}

const blankOf = (input: HTMLInputElement): string => input.dataset["blankName"] ?? "";

/** Writes the date beside every day, and says which is today's and which is next. Without a start there are none. */
function showDates(places: readonly HTMLElement[], start: string, calendar: Calendar): void {
  const today = todayHere();
  const dayOf = (place: HTMLElement) => Number(place.dataset["date"]);
  const dates = start ? datesOfDays(start, places.map(dayOf), calendar) : new Map<number, string>();
  // A day stands in three places of the page.
  const said = new Map([...dates].map(([day, date]) => [day, dateSaidOn(date, today)]));
  const next = [...dates.values()].find((date) => date >= today);
  let nearest: HTMLElement | undefined;
  for (const place of places) {
    const date = dates.get(dayOf(place)) ?? "";
    write(place, said.get(dayOf(place)) ?? "");
    const item = place.closest<HTMLElement>("[data-stop]");
    if (!item) continue;
    const stop = date === "" ? "" : date === today ? "today" : date < today ? "past" : date === next ? "next" : "later";
    if (item.dataset["stop"] === stop) continue;
    item.dataset["stop"] = stop;
    if (date !== "" && date === next) nearest = item;
  }
  // Where things stand is asked once the dates are on the screen: asked before, the page would be laid out twice before anybody sees one.
  const item = nearest;
  if (item) requestAnimationFrame(() => setTimeout(() => bringIntoReach(item)));
}

/** Scrolls the list of days, and not the page, to one of them: along the foot of a phone, down the side of a wide screen. */
function bringIntoReach(item: HTMLElement): void {
  const list = item.parentElement;
  const days = list?.closest("nav");
  if (!list || !days) return;
  list.scrollLeft = item.offsetLeft - Number.parseFloat(getComputedStyle(list).paddingInlineStart);
  days.scrollTop = item.offsetTop - (days.clientHeight - item.offsetHeight) / 2;
}

customElements.define("play-desk", PlayDesk);
