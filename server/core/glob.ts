import { RE2JS } from "re2js";

/** Whether a path, from the folder of the configuration, is one that is meant. */
export type Glob = (path: string) => boolean;

/** Characters of a glob: longer than any path. */
const LONGEST = 1000;

/**
 * Reads a glob, such as `pilots/**` or `*-nurture.playbook.yaml`: `*` is any part of a name, `?` one character, `**` any folders,
 * `[ab]` one of some characters, `{a,b}` one of some parts. One without a slash means the file's name in any folder; either slash
 * will do. Capitals make no difference. Answers in words what is wrong with one that means nothing: a problem, and after a colon
 * what to do.
 *
 * It is run by an engine whose time grows with the path and no faster; the usual libraries make backtracking patterns of a glob,
 * and `*a*a*a*a*a*a*b` keeps those busy for hours.
 */
export function globOf(written: string): Glob | string {
  const glob = plainPath(written.trim());
  if (glob === "") return "names no file: write one, as in pilots/**";
  if (glob.length > LONGEST) return `has more than ${LONGEST} characters: write several shorter ones`;
  if (glob.startsWith("!")) return "says which files are not meant: write those that are";
  if (/^[a-z]:\/|^\.\.(?:\/|$)|\/\.\.(?:\/|$)/i.test(glob))
    return "leads out of the configuration's folder: begin at that folder, as in pilots/**";
  const source = sourceOf(glob);
  if (source.startsWith("!")) return source.slice(1);
  const engine = RE2JS.compile(`^(?:${source})$`, RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL);
  const anywhere = !glob.includes("/");
  return (path) => {
    const plain = plainPath(path);
    return engine.matches(anywhere ? plain.slice(plain.lastIndexOf("/") + 1) : plain);
  };
}

/** A path with one kind of slash, from where it begins. */
const plainPath = (path: string) =>
  path
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "");

const PART = /\*\*+\/?|[*?]|\[(!|\^)?(\]?[^\]]*)\]|[[\]{},]|[^*?[\]{},]+/g;

/** A glob as a regular expression, or `!` and what is wrong. */
function sourceOf(glob: string): string {
  let open = 0;
  let source = "";
  for (const { 0: part, 1: not, 2: inside, index } of glob.matchAll(PART)) {
    if (part === "*") source += "[^/]*";
    else if (part === "?") source += "[^/]";
    else if (part.startsWith("**")) source += folders(part, glob.slice(0, index), glob.slice(index + part.length));
    else if (inside !== undefined) {
      if (inside === "") return "!has brackets with nothing in them: write the characters between them";
      const range = /(.)-(.)/.exec(inside);
      if (range && (range[1] ?? "") > (range[2] ?? "")) return "!has a range that runs backwards: write it from first to last, as in [a-z]";
      source += `[${not ? "^/" : ""}${inside.replace(/[[\]\\^&~]/g, "\\$&")}]`;
    } else if (part === "{") {
      open++;
      source += "(?:";
    } else if (part === "}") {
      if (open-- === 0) return "!closes a bracket it did not open: open it, or take it out";
      source += ")";
    } else if (part === ",") source += open > 0 ? "|" : ",";
    else if (part === "[" || part === "]") return "!has a bracket without its partner: close it, or take it out";
    else source += RE2JS.quote(part);
  }
  return open > 0 ? "!has a bracket that is not closed: close it, or take it out" : source;
}

/** Two stars in place of a whole name are any folders; beside other letters they are as good as one. */
function folders(stars: string, before: string, after: string): string {
  const within = stars.endsWith("/");
  if (!/(?:^|[/{,])$/.test(before) || !(within || /^(?:$|[},])/.test(after))) return within ? "[^/]*/" : "[^/]*";
  return within ? "(?:.*/)?" : ".*";
}
