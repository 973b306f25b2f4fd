/** A file or folder that could not be read, in words for the person who asked for it. */
export type Unread = {
  /** The path, as it was asked for. */
  readonly file: string;
  readonly kind: "missing" | "denied" | "loop" | "not-a-file" | "too-large" | "not-text" | "not-ours" | "failed";
  /** What is the matter, in one sentence. */
  readonly what: string;
  readonly why?: string;
  /** What to do about it, in one sentence. */
  readonly todo: string;
};

type Words = Omit<Unread, "file">;

const MISSING: Words = { kind: "missing", what: "There is no such file or folder.", todo: "Check the name and the folder you are in." };

/** What the system's error codes mean to somebody who has never seen one. */
const told: Readonly<Record<string, Words>> = {
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  EACCES: {
    kind: "denied",
    what: "You have no permission to read it.",
    todo: "Ask whoever owns it for permission, or leave it out.",
  },
  ELOOP: {
    kind: "loop",
    what: "This link leads back to itself, so there is nothing at its end.",
    todo: "Remove the link, or point it at a real file.",
  },
  EISDIR: { kind: "not-a-file", what: "This is a folder, not a file.", todo: "Name a file in it, or check the folder as a whole." },
  ENAMETOOLONG: { kind: "missing", what: "The name is longer than any file's can be.", todo: "Check the name." },
  EMFILE: { kind: "failed", what: "The computer has too many files open at once.", todo: "Close some programs and try again." },
  EIO: { kind: "failed", what: "The disk did not answer.", todo: "Try again; if it stays so, have the disk looked at." },
};

/** An error of the file system, in plain words. Codes nobody foresaw keep their own words at the end. */
export function trouble(file: string, error: unknown): Unread {
  const { code = "", message = String(error) } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const words = told[code === "EPERM" ? "EACCES" : code] ?? {
    kind: "failed",
    what: `It could not be read (${code || message}).`,
    todo: "Try again; if it stays so, copy the file somewhere else and check it there.",
  };
  return { file, ...words };
}
