import { mkdir, stat } from "node:fs/promises";
import path from "node:path";

/**
 * Makes a folder and those around it that are missing. Rejects with the system's error where one cannot be made, also where the system
 * says of a folder that is there that it is not, as below `/proc`: Node's own way of making several tries that for ever.
 */
export async function makeFolders(folder: string, make: (folder: string) => Promise<unknown> = mkdir): Promise<void> {
  const missing: string[] = [];
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    try {
      await make(here);
      break;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "ENOENT" && (await isFolder(here))) break;
      if (code !== "ENOENT" || path.dirname(here) === here) throw error;
      missing.unshift(here);
    }
  }
  for (const one of missing)
    await make(one).catch(async (error) => {
      // Somebody else was quicker.
      if (!(await isFolder(one))) throw error;
    });
}

const isFolder = (file: string): Promise<boolean> =>
  stat(file).then(
    (seen) => seen.isDirectory(),
    () => false,
  );
