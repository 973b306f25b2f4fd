import path from "node:path";
import { parseArgs } from "node:util";
import { showFindings, showSummary, showUnread } from "../server/cli/pretty.ts";
import { screenOn } from "../server/cli/screen.ts";
import { verdictOn } from "../server/cli/verdict.ts";
import { shown } from "../server/disk/shown.ts";
import { watchPlaybooks } from "./watch.ts";

/** How long the parts may take to end before we end without them. Milliseconds. */
const PATIENCE = 10_000;

const root = path.dirname(import.meta.dirname);
const playbooks = path.resolve(process.env.CADENCE_PLAYBOOKS ?? path.join(root, "playbooks"));
const screen = screenOn(process.stdout);
const { paint, print } = screen;

/** Checks some files and tells what there is to say, as `cadence check` does. */
async function tell(paths: readonly string[]): Promise<void> {
  const verdict = await verdictOn(paths, process.cwd());
  for (const checked of verdict.checked) showFindings(checked, screen);
  showUnread(verdict.unread, screen, "unread");
  showUnread(verdict.notes, screen, "note");
  showSummary(verdict.checked, verdict.unread, screen);
}

function howTo(url: string): void {
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ["read", [url]],
    [
      "write",
      [
        "Playbooks are checked as you type in VS Code. Once:",
        "  npm run package -w extension",
        "  code --install-extension extension/dist/cadence-playbooks.vsix",
        "Any other editor that speaks to language servers starts ours with:",
        "  npm exec -- cadence-language-server --stdio",
      ],
    ],
    ["approve", [`npm exec -- cadence approve ${shown(playbooks)}/NAME.playbook.yaml --by "Your Name <you@company.example>"`]],
    ["stop", ["Ctrl-C"]],
  ];
  for (const [name, lines] of steps)
    print(
      "",
      ...lines.map((line, i) => `${paint("good", (i === 0 ? name : "").padStart(8))}  ${name === "read" ? paint("place", line) : line}`),
    );
  print("", `${paint("quiet", `Every draft saved in ${shown(playbooks)} is checked here.`)}`, "");
}

/** The port that `npm start -- --port N` asks for. Ends the program when it is none. */
function portAsked(): number | undefined {
  try {
    const { port } = parseArgs({ options: { port: { type: "string" } } }).values;
    if (port === undefined) return undefined;
    if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  } catch {
    // Something else was asked for, and the answer is the same.
  }
  print("The one thing to choose is the port of the handbook, as in: npm start -- --port 4322");
  process.exit(2);
}

const port = portAsked();
const ending = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (ending.signal.aborted) process.exit(1);
    print("", "Stopping…");
    ending.abort();
  });
const asked = new Promise<void>((resolve) => ending.signal.addEventListener("abort", () => resolve(), { once: true }));

print("", paint("strong", "Cadence Playbooks"));
// Loaded beside the check and not before it, because what it brings with it takes seconds to load.
const coming = import("../site/serve.ts").then(({ serveHandbook }) =>
  serveHandbook({ ...(port === undefined ? {} : { port }), say: (line) => print(paint("quiet", `          ${line}`)) }),
);
coming.catch(() => undefined);
await tell([playbooks]);
print(paint("quiet", "Opening the handbook…"));

try {
  const handbook = await coming;
  const watching = ending.signal.aborted ? undefined : await watchPlaybooks(playbooks, { tell, screen });
  if (!ending.signal.aborted) {
    print("", `${paint("good", "✓")} ${paint("strong", `The handbook is open, after ${(performance.now() / 1000).toFixed(1)} s.`)}`);
    howTo(handbook.url);
  }
  await asked;
  setTimeout(() => process.exit(1), PATIENCE).unref();
  await watching?.stop();
  await handbook.stop();
} catch (error) {
  // What was interrupted on purpose has not failed.
  if (!ending.signal.aborted) {
    process.exitCode = 1;
    print(
      "",
      `${paint("error", "✗")} ${paint("strong", "The handbook cannot be shown.")}`,
      "",
      error instanceof Error ? error.message : String(error),
      "",
    );
  }
}
