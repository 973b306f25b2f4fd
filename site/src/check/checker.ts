import { type Config, type Finding, LONGEST_MESSAGE } from "@cadence-playbooks/server/core";
import { many } from "../counts.ts";
import { lengthOf } from "../use/measure.ts";
import { copy } from "../use/words-on-page.ts";
import { findingItem } from "./finding-item.ts";
import type { Answer, Question } from "./reader.worker.ts";
import { moved, type Numbered, underlined } from "./underlined.ts";

/** Channels whose words are said aloud. */
const SAID = new Set(["call", "voicemail", "video"]);

/** Where a rep tries their own words. The reader works in a worker of this page; nothing that is typed goes anywhere else. */
class MessageChecker extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    this.#form = form;
    this.#config = (JSON.parse(this.#find("script[type='application/json']").textContent) as Config | null) ?? undefined;
    form.addEventListener("submit", (event) => event.preventDefault());
    // Not “change”: a text area says so when it is left, and the answer would come between the press of a button and its release.
    form.addEventListener("input", () => this.#changed());
    // A subject is one line: a line break that is pasted into it becomes a space, and Enter leads on to the message.
    this.#area("subject").addEventListener("beforeinput", (event) => this.#keepToOneLine(event));
    this.#find("[data-do=copy]").addEventListener("click", () => void this.#copy());
    this.#find("[data-do=clear]").addEventListener("click", () => this.#clear());
    // Nobody has typed yet: the reader is fetched once the page itself is at rest.
    const fetchReader = () => this.#start();
    if ("requestIdleCallback" in window) requestIdleCallback(fetchReader);
    else setTimeout(fetchReader, 200);
    this.#changed();
  }

  disconnectedCallback() {
    this.#worker?.terminate();
  }

  #form!: HTMLFormElement;
  #config: Config | undefined;
  #worker: Worker | undefined;
  #ready = false;
  /** The newest question, and the one the reader is busy with. */
  #asked = 0;
  #busy = 0;
  /** What is drawn under each text, and the text it was drawn for. */
  readonly #drawn: Record<string, { readonly text: string; readonly findings: readonly Numbered[] }> = {};
  #find = <T extends HTMLElement>(selector: string): T => this.querySelector(selector) as T;
  #value = (name: string): string =>
    (this.#form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
  #area = (name: string): HTMLTextAreaElement => this.#form.elements.namedItem(name) as HTMLTextAreaElement;

  #start() {
    this.#worker = new Worker(new URL("./reader.worker.ts", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Answer | "ready">) => {
      if (data === "ready") {
        this.#ready = true;
        this.#ask();
      } else this.#answered(data);
    });
    this.#worker.addEventListener("error", () => this.#say("The reader could not be fetched. Load the page again."));
  }

  #changed() {
    const channel = this.#value("channel");
    const subject = this.#find("[data-part=subject]");
    subject.hidden = channel !== "email" && channel !== "video";
    this.#find("[data-length]").textContent = lengthOf(
      this.#value("message").trim(),
      SAID.has(channel) ? "said" : channel === "sms" ? "texted" : "written",
    );
    this.#asked += 1;
    // Underlines go with their words at once; what is said of the new ones follows when the reader has read.
    for (const name of ["subject", "message"]) {
      const { text, findings } = this.#drawn[name] ?? { text: "", findings: [] };
      const now = this.#area(name).value;
      this.#underline(
        name,
        findings.flatMap((one) => {
          const span = moved(one.span, text, now);
          return span ? [{ ...one, span }] : [];
        }),
      );
    }
    this.#ask();
  }

  /** Asks for the newest text, unless the reader is still busy: then the answer asks again. Nothing waits for a timer. */
  #ask() {
    if (!this.#ready || this.#busy !== 0) return;
    this.#busy = this.#asked;
    const subject = this.#find("[data-part=subject]").hidden ? "" : this.#value("subject");
    this.#worker?.postMessage({
      number: this.#asked,
      subject,
      message: this.#value("message"),
      context: {
        channel: this.#value("channel") as NonNullable<Question["context"]["channel"]>,
        stage: this.#value("stage") as NonNullable<Question["context"]["stage"]>,
        ...(this.#value("moment") === "reply" ? { thread: "reply", touch: 2 } : {}),
        ...(this.#value("moment") === "last" ? { kind: "take-away" } : {}),
      },
      config: this.#config,
    } satisfies Question);
  }

  #answered(answer: Answer) {
    this.#busy = 0;
    if (answer.number !== this.#asked) return this.#ask();
    const all = [
      ...answer.subject.map((finding) => ({ finding, name: "subject" })),
      ...answer.message.map((finding) => ({ finding, name: "message" })),
    ].map((one, i) => ({ ...one, number: i + 1 }));
    for (const name of ["subject", "message"])
      this.#underline(
        name,
        all.flatMap((one) => (one.name === name ? [{ span: one.finding.span, severity: one.finding.severity, number: one.number }] : [])),
      );
    this.#find("[data-findings]").replaceChildren(
      ...all.map(({ finding, name, number }) =>
        findingItem(finding, number, this.#area(name).value, {
          show: () => this.#show(name, finding.span),
          change: (span, words) => this.#change(name, span, words),
        }),
      ),
    );
    const empty = this.#value("message").trim() === "" && this.#value("subject").trim() === "";
    this.#find("[data-empty]").hidden = !empty;
    this.#find("[data-fine]").hidden = empty || all.length > 0;
    const length = Math.max(this.#value("message").length, this.#value("subject").length);
    this.#find("[data-unread]").hidden = length <= LONGEST_MESSAGE;
    this.#say(empty ? "" : all.length === 0 ? "Nothing to say against it." : `${many(all.length, "thing")} to look at.`);
  }

  #underline(name: string, findings: readonly Numbered[]) {
    const text = this.#area(name).value;
    this.#drawn[name] = { text, findings };
    const mirror = this.#find(`[data-mirror=${name}]`);
    const runs = underlined(text, findings);
    mirror.replaceChildren(
      ...runs.map(({ text, under: [first] }) => {
        if (!first) return document.createTextNode(text);
        const mark = document.createElement("span");
        mark.className = `squiggle ${first.severity}`;
        mark.textContent = text;
        return mark;
      }),
      // The last line of a text area has its height even while it is empty.
      "\u200b",
    );
  }

  #keepToOneLine(event: InputEvent) {
    if (event.inputType === "insertLineBreak" || event.inputType === "insertParagraph") {
      event.preventDefault();
      this.#area("message").focus();
      return;
    }
    const words = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    if (!/[\r\n]/.test(words)) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = this.#area("subject");
    this.#change("subject", [selectionStart, selectionEnd], words.trim().replace(/\s*[\r\n]\s*/g, " "));
  }

  #show(name: string, [from, to]: Finding["span"]) {
    const area = this.#area(name);
    area.focus();
    area.setSelectionRange(from, to);
  }

  /** Puts other words in place of some, so that the browser's own undo takes them back. */
  #change(name: string, span: Finding["span"], words: string) {
    this.#show(name, span);
    const area = this.#area(name);
    // Old and marked as such, and still the only way for a page to write so that undo knows of it.
    if (!document.execCommand(words === "" ? "delete" : "insertText", false, words)) {
      area.setRangeText(words, span[0], span[1], "end");
      this.#changed();
    }
  }

  async #copy() {
    const subject = this.#find("[data-part=subject]").hidden ? "" : this.#value("subject").trim();
    const message = this.#value("message").trim();
    const done = await copy(subject ? `Subject: ${subject}\n\n${message}` : message);
    this.#say(done ? "Copied." : "Your browser does not let this page copy. Select the words instead.");
  }

  #clear() {
    for (const name of ["subject", "message"]) this.#area(name).value = "";
    this.#changed();
    this.#area("message").focus();
  }

  #say(words: string) {
    this.#find("[data-status]").textContent = words;
  }
}

customElements.define("message-checker", MessageChecker);
