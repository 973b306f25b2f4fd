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
  /** Whether it was to be written, and not read. */
  readonly unsaved?: true;
};

type Words = Omit<Unread, "file">;

const MISSING: Words = { kind: "missing", what: "There is no such file or folder.", todo: "Check the name and the folder you are in." };

/** What the system's error codes mean to somebody who has never seen one. */
const told: Readonly<Record<string, Words>> = {
  ENOENT: MISSING,
  ENOTDIR: MISSING,
  ENAMETOOLONG: { kind: "missing", what: "The name is longer than any file's can be.", todo: "Check the name." },
  ELOOP: {
    kind: "loop",
    what: "This link leads back to itself, so there is nothing at its end.",
    todo: "Remove the link, or point it at a real file.",
  },
  EISDIR: { kind: "not-a-file", what: "This is a folder, not a file.", todo: "Name a file in it, or check the folder as a whole." },
  EMFILE: { kind: "failed", what: "The computer has too many files open at once.", todo: "Close some programs and try again." },
  EIO: { kind: "failed", what: "The disk did not answer.", todo: "Try again; if it stays so, have the disk looked at." },
  ENOSPC: { kind: "failed", what: "The disk is full.", todo: "Make some room and try again." },
  EDQUOT: { kind: "failed", what: "Your share of the disk is full.", todo: "Make some room and try again." },
  EROFS: { kind: "denied", what: "The disk can only be read.", todo: "Work on a copy on another disk." },
};

const denied = (doing: Doing): Words => ({
  kind: "denied",
  what: `You have no permission to ${doing} it.`,
  todo: "Ask whoever owns it for permission, or leave it out.",
});

/** A folder cannot be made where a file has its name. The system says so in two ways. */
const inTheWay = ({ code, syscall }: NodeJS.ErrnoException): boolean => code === "ENOTDIR" || (code === "EEXIST" && syscall === "mkdir");

const NO_FOLDER: Words = {
  kind: "not-a-file",
  what: "It would go into a folder, and a file has that folder's name.",
  todo: "Give that file another name, or choose another folder.",
};

const A_FOLDER: Words = {
  kind: "not-a-file",
  what: "This is a folder, not a file.",
  todo: "Give it another name, or name a file in the folder.",
};

/** Somewhere that is no disk, such as the folders in which a system tells of itself. Missing folders are made, so none is missing. */
const NO_DISK: Words = { kind: "denied", what: "Nothing can be written there.", todo: "Choose a folder that is on a disk." };

type Doing = "read" | "write";

/** An error of the file system, in plain words. Codes nobody foresaw are named, so that somebody can look them up. */
export function trouble(file: string, error: unknown, doing: Doing = "read"): Unread {
  return doing === "write" ? { file, ...wordsFor(error, doing), unsaved: true } : { file, ...wordsFor(error, doing) };
}

function wordsFor(error: unknown, doing: Doing): Words {
  const { code = "", message = String(error) } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code === "EACCES" || code === "EPERM") return denied(doing);
  if (doing === "write" && error instanceof Error && inTheWay(error)) return NO_FOLDER;
  if (doing === "write" && code === "ENOENT") return NO_DISK;
  if (doing === "write" && code === "EISDIR") return A_FOLDER;
  return (
    told[code] ?? {
      kind: "failed",
      what: `It could not be ${doing === "read" ? "read" : "written"} (${code || message}).`,
      todo: "Try again; if it stays so, try with a copy in another folder.",
    }
  );
}
