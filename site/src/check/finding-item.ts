import type { Finding } from "@cadence-playbooks/server/core";

type Do = {
  /** Shows where it stands. */
  readonly show: () => void;
  /** Puts other words there. */
  readonly change: (span: Finding["span"], words: string) => void;
};

/** Words longer than this are cut when they are quoted. Characters. */
const QUOTED = 80;

/** One finding as an entry of the list: the words it is about, what, why and what to do, and each suggestion as a button. */
export function findingItem(finding: Finding, number: number, text: string, { show, change }: Do): HTMLLIElement {
  const item = document.createElement("li");
  item.className = finding.severity;
  const words = text.slice(...finding.span).replace(/\s+/g, " ");
  const quote = button(words.length > QUOTED ? `“${words.slice(0, QUOTED)}…”` : `“${words}”`, show);
  quote.className = "quote";
  quote.title = "Show it in the text";
  const why = paragraph("why", `${finding.why} ${finding.todo} `);
  const page = document.createElement("a");
  page.href = new URL(finding.url).pathname;
  page.textContent = "The rule";
  page.setAttribute("aria-label", `The rule: ${finding.rule.replaceAll("-", " ")}`);
  why.append(page);
  item.append(quote, paragraph("what", finding.what), why);
  const offers = finding.fixes.flatMap(({ title, changes }) => {
    const [first, ...others] = changes;
    // In a message there is only one kind of change: words for words.
    return first && others.length === 0 && "replace" in first && Array.isArray(first.replace)
      ? [{ title, span: first.replace as unknown as Finding["span"], words: first.with }]
      : [];
  });
  if (offers.length > 0) {
    const list = document.createElement("p");
    list.className = "offers";
    list.append(...offers.map(({ title, span, words: other }) => button(title, () => change(span, other))));
    item.append(list);
  }
  item.dataset["number"] = String(number);
  return item;
}

function paragraph(name: string, text: string): HTMLParagraphElement {
  return Object.assign(document.createElement("p"), { className: name, textContent: text });
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  made.addEventListener("click", act);
  return made;
}
