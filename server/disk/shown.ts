import path from "node:path";

/** A path as people read it: from the folder they are in, with forward slashes, on every system. */
export function shown(file: string, cwd: string = process.cwd()): string {
  const way = path.relative(cwd, path.resolve(cwd, file)) || ".";
  return path.sep === "/" ? way : way.replaceAll(path.sep, "/");
}
