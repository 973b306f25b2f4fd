import type { ProtocolConnection, Range } from "vscode-languageserver-protocol";

/** The requests about one document, and what each is asked with at a position and in a range. */
const REQUESTS: Readonly<Record<string, (at: { position: unknown; range: Range }) => object>> = {
  hover: ({ position }) => ({ position }),
  completion: ({ position }) => ({ position }),
  definition: ({ position }) => ({ position }),
  references: ({ position }) => ({ position, context: { includeDeclaration: true } }),
  documentHighlight: ({ position }) => ({ position }),
  prepareRename: ({ position }) => ({ position }),
  linkedEditingRange: ({ position }) => ({ position }),
  documentSymbol: () => ({}),
  documentLink: () => ({}),
  foldingRange: () => ({}),
  selectionRange: ({ position }) => ({ positions: [position] }),
  inlayHint: ({ range }) => ({ range }),
  "semanticTokens/full": () => ({}),
  formatting: () => ({ options: { tabSize: 2, insertSpaces: true } }),
  onTypeFormatting: ({ position }) => ({ position, ch: "\n", options: { tabSize: 2, insertSpaces: true } }),
  codeAction: ({ range }) => ({ range, context: { diagnostics: [] } }),
  diagnostic: () => ({}),
  codeLens: () => ({}),
};
/** Those of our own. */
const OWN = ["cadence/drawing"];

/** Every answer the server gives about a document at a position. */
export async function everything(connection: ProtocolConnection, uri: string, position: Range["start"], range: Range) {
  const answers: Record<string, unknown> = {};
  for (const method of OWN) answers[method] = await connection.sendRequest(method, { textDocument: { uri } });
  for (const [method, more] of Object.entries(REQUESTS))
    answers[method] = await connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...more({ position, range }) });
  return answers;
}

/** Every range in an answer, and every single position as an empty one. */
export function rangesIn(answer: unknown): Range[] {
  if (Array.isArray(answer)) return answer.flatMap(rangesIn);
  if (typeof answer !== "object" || answer === null) return [];
  const part = answer as Record<string, unknown>;
  if (isPosition(part["start"]) && isPosition(part["end"])) return [part as unknown as Range];
  if (isPosition(part)) return [{ start: part, end: part }];
  return Object.entries(part).flatMap(([key, inner]) => (key === "data" || key === "arguments" ? [] : rangesIn(inner)));
}

const isPosition = (value: unknown): value is Range["start"] => {
  const { line, character } = (value ?? {}) as { line?: unknown; character?: unknown };
  return typeof line === "number" && typeof character === "number";
};
