import * as promises from "node:fs/promises";
import path from "node:path";

/** What making folders needs of a disk. */
type Disk = Pick<typeof promises, "mkdir">;

/**
 * Makes a folder and those above it that are missing; what is there already stays. Rejects with the system's error. Instead of
 * `mkdir` with `recursive`, which never comes back where a folder is there and the system says of anything in it that there is no
 * such place, as below `/proc`.
 */
export async function makeFolder(folder: string, disk: Disk = promises): Promise<void> {
  const absolute = path.resolve(folder);
  const error = await refusalOf(absolute, disk);
  if (error === undefined) return;
  const above = path.dirname(absolute);
  if (error.code !== "ENOENT" || above === absolute) throw error;
  await makeFolder(above, disk);
  // What is above is there now. If this fails as before, no folder can be made in it, however often it is tried.
  const again = await refusalOf(absolute, disk);
  if (again !== undefined) throw again;
}

/** Why a folder could not be made; undefined where it is there. */
async function refusalOf(folder: string, disk: Disk): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await disk.mkdir(folder);
    return undefined;
  } catch (error) {
    // Systems refuse in several words to make what is there already, such as the root of a disk.
    const there = await promises.stat(folder).then(
      (seen) => seen.isDirectory(),
      () => false,
    );
    return there ? undefined : (error as NodeJS.ErrnoException);
  }
}
