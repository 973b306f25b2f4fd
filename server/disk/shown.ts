import path from "node:path";

/** A path that has a shorter way to say the same, or ends in no name. */
const ROUNDABOUT = /\/\.{0,2}(?:\/|$)/;

/** A path as people read it: from the folder they are in, with forward slashes, on every system. */
export function shown(file: string, cwd: string = process.cwd()): string {
  // Of a thousand files that were found below this folder, most of a path is known to be it.
  if (file.startsWith(cwd) && file[cwd.length] === "/" && path.sep === "/" && !ROUNDABOUT.test(file)) return file.slice(cwd.length + 1);
  const way = path.relative(cwd, path.resolve(cwd, file)) || ".";
  return path.sep === "/" ? way : way.replaceAll(path.sep, "/");
}
