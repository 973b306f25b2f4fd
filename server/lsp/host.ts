import type { Assets, Config, RegionOf } from "../core/index.ts";
import type { Approvals } from "./approval.ts";
import type { Found, Unopened } from "./unopened.ts";

/** What is known about a document from the files around it. */
export type Known = {
  readonly config?: Config | undefined;
  readonly assets?: Assets | undefined;
  readonly regionOf?: RegionOf | undefined;
  /** The path of the configuration. */
  readonly configFile?: string | undefined;
  /** The path of the shared assets. */
  readonly assetsFile?: string | undefined;
  /** Whether one more can be added to them as they are written. */
  readonly assetsTakeMore?: boolean;
};

/** What finds it out and remembers it. */
type Knowledge = {
  /** Looks it up, and remembers it until it is forgotten. */
  for(file: string): Promise<Known>;
  /** What is remembered, at once. */
  peek(file: string): Known | undefined;
  /** Forgets what was learnt, because files changed. */
  forget(): void;
};

/** A file of ours in a folder of the workspace. `stamp` differs whenever its text may. */
export type Listed = { readonly uri: string; readonly stamp: string };

/** A file to judge with what is known around it. */
export type ToJudge = Unopened & { readonly known: Known };

/** What came of it: nothing where the file could not be read. The text is there where it was asked for. */
export type Judged = { readonly uri: string; readonly found: Found | undefined; readonly text: string | undefined };

/** What the server needs from the place it runs in. In Node that is the disk and the clock; in a browser something else. */
export type Host = {
  /** `readOpen` answers with the text of a file that is open in the editor, which counts more than the one on disk. */
  knowledge(readOpen: (file: string) => string | undefined): Knowledge;
  /** Today where the author is, ISO date. */
  today(): string;
  /** The ledger of approvals. Left out where there is no disk to keep one. */
  readonly approvals?: Approvals | undefined;
  /** The regions whose holidays are known, by name. Left out where none are. */
  regionNames?(): Promise<readonly { readonly name: string; readonly title: string }[]>;
  /** Told of each document that is opened, before it is judged. */
  opened?(): void;
  /** The path of a document's address, or undefined where it has none. */
  pathOf(uri: string): string | undefined;
  /** The address of a path. */
  uriOf(path: string): string;
  /** Every playbook, configuration and assets file below some folders, approved copies left out. Never throws. */
  list(folders: readonly string[]): Promise<readonly Listed[]>;
  /** The text of a file, or undefined where it cannot be read. Never throws. */
  read(uri: string): Promise<string | undefined>;
  /**
   * Judges many files where nobody who types waits for it. `told` gets what came of some of them as it comes, in no order, and throws
   * to end it. Rejects where it cannot be done. Left out where there is but one thread.
   */
  judgeElsewhere?(
    files: readonly ToJudge[],
    how: { readonly today: string; readonly texts: boolean },
    told: (batch: readonly Judged[]) => void,
  ): Promise<void>;
};
