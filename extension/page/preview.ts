import type { Branch, Dot, Drawn, Picture, Preview, Range, Said, Stop, Told, Touch } from "../drawn.ts";

/** The page of the preview panel. Whatever a playbook says becomes text and never markup: every part is made by itself. */

type State = {
  readonly uri: string;
  readonly name: string;
  readonly preview: Preview;
  /** The last drawing of this playbook, and when it was made. */
  readonly good: { readonly title: string; readonly drawn: Drawn; readonly at: string } | undefined;
};

declare function acquireVsCodeApi(): { postMessage(said: Said): void; setState(state: State): void; getState(): State | undefined };
const editor = acquireVsCodeApi();
const main = document.querySelector("main") as HTMLElement;
const note = document.querySelector("#note") as HTMLElement;

let state = editor.getState();
let line: number | undefined;

addEventListener("message", ({ data }: MessageEvent<Told>) => {
  if (data.kind === "cursor") {
    if (data.uri !== state?.uri) return;
    line = data.line;
    mark();
    return;
  }
  const { uri, name, preview } = data;
  const before = state?.uri === uri ? state.good : undefined;
  const good = preview.drawn ? { title: preview.title, drawn: preview.drawn, at: clock() } : preview.unread ? before : undefined;
  state = { uri, name, preview, good };
  editor.setState(state);
  show(state);
});
const clock = () => new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

/** What the page was last made from. */
let shows = "";

function show({ name, preview, good }: State): void {
  // What would look the same is left alone: a click must not lose its button between the press and the release.
  const looks = JSON.stringify(good ? [good.title || name, good.drawn] : [name, preview.title, Boolean(preview.unread)]);
  if (looks === shows) {
    say(preview, good?.at);
    mark();
    return;
  }
  shows = looks;
  const focused = [...main.querySelectorAll("button")].indexOf(document.activeElement as HTMLButtonElement);
  const [left, top] = [scrollX, scrollY];
  main.replaceChildren(...(good ? drawing(good.title || name, good.drawn) : nothing(name, preview)));
  say(preview, good?.at);
  mark();
  if (focused >= 0) main.querySelectorAll("button")[focused]?.focus();
  scrollTo(left, top);
}

/** Says quietly why what is shown is not what is written. Nothing is read aloud again that was said already. */
function say({ unread }: Preview, at: string | undefined): void {
  const words = unread ? `Line ${unread.range.start.line + 1} cannot be read. ${unread.words}` : "";
  const kept = unread && at ? ` This is the playbook as it was at ${at}.` : "";
  if (note.dataset.words === words + kept) return;
  note.dataset.words = words + kept;
  note.replaceChildren(
    ...(unread ? [goes(`Line ${unread.range.start.line + 1} cannot be read.`, unread.range, "link"), ` ${unread.words}${kept}`] : []),
  );
}

const nothing = (name: string, { unread, title }: Preview) => [
  made("h1", {}, title || name),
  made("p", { class: "quiet" }, unread ? "There is no drawing yet." : "Nothing is sent yet. Write a first touch, and it is drawn here."),
];

function drawing(title: string, { told, pictures, line, branches }: Drawn): Node[] {
  const figure = made(
    "figure",
    {},
    ...pictures.map((picture, i) => svg(picture, i === 0 ? "wide" : "narrow", told)),
    made(
      "figcaption",
      { class: "quiet" },
      "Business days from left to right. Each branch is drawn after the first touch that it can follow.",
    ),
  );
  return [
    made("h1", {}, title),
    figure,
    made("h2", {}, "Timeline"),
    stops(line),
    ...(branches.length > 0
      ? [made("h2", {}, "What they may answer"), made("ul", { class: "branches", role: "list" }, ...branches.map(answer))]
      : []),
  ];
}

const stops = (line: readonly Stop[]) => made("ol", { class: "stops", role: "list" }, ...line.map(stop));

const stop = ({ day, gap, touches }: Stop) =>
  made(
    "li",
    {},
    made("p", { class: "day" }, ...(day ? [made("b", {}, day), " "] : []), made("span", { class: "quiet" }, gap)),
    made("div", { class: "touches" }, ...touches.map(touch)),
  );

function touch({ id, channel, reason, away, range, whole }: Touch): Node {
  const button = goes("", range, away ? "touch away" : "touch");
  button.append(
    made("span", { class: "channel" }, channel),
    " ",
    made("span", { class: "id" }, id),
    ...(away ? [" ", made("span", { class: "quiet" }, "we step back")] : []),
    ...(reason ? [" ", made("span", { class: "reason quiet" }, reason)] : []),
  );
  button.dataset.from = String(whole.start.line);
  button.dataset.to = String(whole.end.character === 0 ? whole.end.line - 1 : whole.end.line);
  return button;
}

const answer = ({ words, range, stops: own }: Branch) =>
  made("li", {}, goes(words, range, "answer"), ...(own.length > 0 ? [stops(own)] : []));

/** A button that goes to where something is written. */
function goes(words: string, range: Range, name: string): HTMLButtonElement {
  const button = made("button", { type: "button", class: name }, words) as HTMLButtonElement;
  button.addEventListener("click", () => go(range));
  return button;
}

const go = (range: Range) => state && editor.postMessage({ kind: "go", uri: state.uri, range });

/** Marks the touch in which the cursor is. */
function mark(): void {
  for (const button of main.querySelectorAll<HTMLElement>("button.touch")) {
    const here = line !== undefined && line >= Number(button.dataset.from) && line <= Number(button.dataset.to);
    if (here) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

/** The picture, for the pointer; the lists below say and do the same for the keyboard. */
function svg({ width, height, main: line, rows, week }: Picture, name: string, told: string): Node {
  const dot = (y: number, r: number) => (one: Dot) =>
    reaches(drawn("circle", { class: one.away ? "dot away" : "dot", cx: one.x, cy: y, r }, drawn("title", {}, one.words)), one.range);
  return drawn(
    "svg",
    { class: name, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": told },
    ...(week
      ? [
          drawn("rect", { class: "week", x: week.x, y: week.y, width: week.width, height: week.height, rx: week.height / 2 }),
          drawn("text", { x: week.text.x, y: week.text.y }, week.text.words),
        ]
      : []),
    ...rows.map(({ y, strokes, text, dots, range }) =>
      drawn(
        "g",
        { class: "branch" },
        ...strokes.map(({ d, open }) => drawn("path", { d, class: open ? "open" : "" })),
        ...dots.map(dot(y, 4.5)),
        reaches(
          drawn("text", { "text-anchor": text.anchor }, ...text.lines.map(({ x, y, words }) => drawn("tspan", { x, y }, words))),
          range,
        ),
      ),
    ),
    drawn(
      "g",
      { class: "main" },
      drawn("line", { x1: line.from, x2: line.to, y1: line.y, y2: line.y }),
      ...line.dots.map(dot(line.y, 7)),
      ...line.numbers.map(({ x, y, day }) => drawn("text", { x, y, "text-anchor": "middle" }, String(day))),
    ),
  );
}

function reaches(part: Element, range: Range): Element {
  part.classList.add("reaches");
  part.addEventListener("click", () => go(range));
  return part;
}

type Attributes = Readonly<Record<string, string | number>>;

const made = (name: string, attributes: Attributes, ...inside: readonly (Node | string)[]) =>
  filled(document.createElement(name), attributes, inside) as HTMLElement;
const drawn = (name: string, attributes: Attributes, ...inside: readonly (Node | string)[]) =>
  filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, inside);

function filled(part: Element, attributes: Attributes, inside: readonly (Node | string)[]): Element {
  for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, String(value));
  part.append(...inside);
  return part;
}

if (state) show(state);
editor.postMessage({ kind: "ready" });
