import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  type WorkspaceFolder,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { check, type Knowledge, kindOfFile, linesOf, type Report, reread } from "../core/index.ts";
import { counted, type Encoding, recounted, uncounted } from "./encoding.ts";
import { createHeld } from "./held.ts";
import type { Host, Known } from "./host.ts";
import { createOrder } from "./in-order.ts";
import { careful, type Settings } from "./settings.ts";

/** A document that a request is about. The report is made when first asked for, once for each version. */
export type Opened = {
  readonly uri: string;
  readonly document: TextDocument;
  readonly known: Known;
  readonly report: Report;
};

/** Reports kept besides those of documents just asked about: enough to work in, few enough for a thousand open files. */
const MOST_REPORTS = 16;

/** What all requests share: the open documents, the verdicts on them, and what the client said of itself. */
export type Desk = ReturnType<typeof createDesk>;

/** Nothing open, nothing known. */
export function createDesk(connection: Connection, host: Host) {
  const files = new Map<string, TextDocument>();
  const knowledge = host.knowledge((file) => files.get(file)?.getText());
  const reports = new Map<string, { readonly version: number; readonly known: Known; readonly today: string; readonly report: Report }>();
  /** Texts of files that are not open and were told to the client, for its way of counting. */
  const unopened = new Map<string, string>();
  let client: ClientCapabilities = {};
  let encoding: Encoding = "utf-16";
  let folders: readonly string[] = [];
  let settings: Settings = careful;
  let leaving = false;
  let state = 0;
  const held = createHeld(() => settings);

  const order = createOrder();

  const documents = new TextDocuments<TextDocument>({
    create: TextDocument.create,
    update: (document, changes, version) => {
      const text = (_: string, line: number) => lineOf(document.getText(), line);
      const counts = (change: (typeof changes)[number]) => recounted(change, document.uri, encoding, uncounted, text);
      const late = order.arrived(document, changes, version, {
        counts,
        around: (made, work) => {
          const changed = held.changing(document.uri, document, made.length === 1 ? made.map(counts) : made);
          work();
          changed();
        },
      });
      // The version is the one that was judged, and the text another.
      if (late) reports.delete(document.uri);
      return document;
    },
  });

  const textOf = (uri: string): string | undefined => documents.get(uri)?.getText() ?? unopened.get(uri);
  const lineIn = (uri: string, line: number) => {
    const text = textOf(uri);
    return text === undefined ? undefined : lineOf(text, line);
  };

  const addressOf = (file: string): string => files.get(file)?.uri ?? host.uriOf(file);

  /** What a document is judged with, besides its own text. */
  const knowledgeOf = ({ uri, known }: Pick<Opened, "uri" | "known">): Knowledge => ({
    kind: kindOfFile(uri) ?? "playbook",
    ...known,
    file: host.pathOf(uri),
    today: host.today(),
  });

  /** The verdict on what a document says now, made once for each version, each day and each state of the files around it. */
  function reportOn(document: TextDocument, known: Known): Report {
    const { uri, version } = document;
    const today = host.today();
    const made = reports.get(uri);
    if (made?.version === version && made.known === known && made.today === today) return made.report;
    const started = performance.now();
    const text = document.getText();
    // The report before is not used any more: its syntax tree goes on in the new one.
    const source = made?.report.source.text === text ? made.report.source : made && reread(made.report.source, text);
    const report = check(text, knowledgeOf({ uri, known }), source, made?.report);
    reports.delete(uri);
    reports.set(uri, { version, known, today, report });
    if (reports.size > MOST_REPORTS) reports.delete(reports.keys().next().value ?? "");
    connection.tracer.log(`Checked ${uri} in ${(performance.now() - started).toFixed(1)} ms.`, `Version ${version}.`);
    return report;
  }

  /** Learns about the files around a document, once. What was forgotten while it was read is learnt anew: it is no longer so. */
  async function learn(uri: string): Promise<Known> {
    const file = host.pathOf(uri);
    if (file === undefined) return NOTHING;
    for (;;) {
      const known = knowledge.peek(file) ?? (await knowledge.for(file));
      if (knowledge.peek(file) === known) return known;
    }
  }

  /** An open document with what is known about it. Undefined once it is closed. */
  async function opened(uri: string): Promise<Opened | undefined> {
    const known = await learn(uri);
    const document = documents.get(uri);
    return (
      document && {
        uri,
        document,
        known,
        get report() {
          return reportOn(document, known);
        },
      }
    );
  }

  /**
   * How a request about one document is answered: with nothing where it is not open, in the client's way of counting, and not at
   * all once the client has given up on it.
   */
  function answer<P extends { readonly textDocument: { readonly uri: string } }, R>(
    none: R,
    work: (opened: Opened, params: P) => R | Promise<R>,
  ) {
    return async (params: P, token: CancellationToken): Promise<R> => {
      staying();
      const { uri } = params.textDocument;
      const one = await opened(uri);
      given(token);
      if (!one) return none;
      const result = await work(one, recounted(params, uri, encoding, uncounted, lineIn));
      given(token);
      return recounted(result, uri, encoding, counted, lineIn);
    };
  }

  /** After its farewell, a client is owed no answer but that there is none. */
  function staying(): void {
    if (leaving) throw new ResponseError(ErrorCodes.InvalidRequest, "The server has been told to leave.");
  }

  return {
    connection,
    host,
    staying,
    leave() {
      leaving = true;
    },
    documents,
    /** The address of a file, as the client writes it where it has it open: there are several ways to write one. */
    addressOf,
    /** Our files below the workspace's folders, under the same addresses. Never throws. */
    async list() {
      const listed = await host.list(folders);
      return listed.map(({ uri, stamp }) => ({ uri: files.get(host.pathOf(uri) ?? "")?.uri ?? uri, stamp }));
    },
    knowledgeOf,
    learn,
    opened,
    answer,
    textOf,
    held,
    /** What is told of a document now: what is found in it, without what is held back while a word is typed. */
    toldOf: ({ uri, report }: Opened) => held.told(uri, report.findings),
    /** A message to the client with its positions as the client counts them. */
    told: <T>(message: T, uri = ""): T => recounted(message, uri, encoding, counted, lineIn),
    /** A message from the client, about a document that is open, with its positions as we count them. */
    heard: <T>(message: T, uri: string): T => recounted(message, uri, encoding, uncounted, lineIn),
    get client() {
      return client;
    },
    get encoding() {
      return encoding;
    },
    get folders() {
      return folders;
    },
    get settings() {
      return settings;
    },
    /** Another number whenever something changes that every verdict stands on: what a team wrote down, its folders, what is told. */
    get state() {
      return state;
    },
    meet(capabilities: ClientCapabilities, agreed: Encoding, roots: readonly WorkspaceFolder[]) {
      client = capabilities;
      encoding = agreed;
      folders = roots.map(({ uri }) => uri);
    },
    setFolders(roots: readonly WorkspaceFolder[]) {
      folders = roots.map(({ uri }) => uri);
      state++;
    },
    setSettings(made: Settings) {
      if (made.whileTyping !== settings.whileTyping) state++;
      settings = made;
    },
    /** Remembers the text of a file that is not open and that an answer points into. */
    mention(uri: string, text: string) {
      if (encoding !== "utf-16") unopened.set(uri, text);
    },
    openAs(document: TextDocument) {
      const file = host.pathOf(document.uri);
      if (file !== undefined) files.set(file, document);
    },
    close(document: TextDocument) {
      const file = host.pathOf(document.uri);
      if (file !== undefined) files.delete(file);
      reports.delete(document.uri);
      held.left(document.uri);
      order.closed(document.uri);
    },
    forget() {
      knowledge.forget();
      state++;
    },
  };
}

/** One object, so that a verdict without neighbours stays the same verdict. */
const NOTHING: Known = {};

/** Stops work that the client no longer waits for. */
export function given(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The editor no longer needs this.");
}

/** A line of a text without its end. Undefined where there is none. */
function lineOf(text: string, line: number): string | undefined {
  const lines = linesOf(text);
  const start = lines[line];
  return start === undefined ? undefined : text.slice(start, lines[line + 1]).replace(/[\r\n]+$/, "");
}
