import { constants, copyFile, link, open, rm } from "node:fs/promises";
import path from "node:path";
import { makeFolder } from "./make-folder.ts";

/**
 * Writes a file so that at every moment it is either as it was or as it shall be, even if the power fails. An existing
 * file keeps its mode; folders that are missing are made. Rejects with the system's error and leaves nothing half done.
 */
export async function writeAtomically(file: string, data: string | Uint8Array): Promise<void> {
  await makeFolder(path.dirname(file));
  // Few runs write anything, and all would wait for it.
  const { default: writeFileAtomic } = await import("write-file-atomic");
  await writeFileAtomic(file, typeof data === "string" ? data : Buffer.from(data), { fsync: true });
}

/**
 * Writes a new file, whole or not at all. Answers false, and changes nothing, when there is one of that name already: of
 * several who try at once exactly one succeeds.
 */
export async function createAtomically(file: string, data: string | Uint8Array): Promise<boolean> {
  const folder = path.dirname(file);
  await makeFolder(folder);
  const draft = path.join(folder, `.${path.basename(file)}.${crypto.randomUUID()}`);
  try {
    const handle = await open(draft, "wx");
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // A second name for the finished file: unlike a rename it never takes the place of another. Not every disk has second names.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (!NO_LINKS.has(error.code ?? "")) throw error;
      return copyFile(draft, file, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** What systems answer where a file can have one name only, as on memory sticks. */
const NO_LINKS = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"]);
