import { readdir } from "node:fs/promises";
import path from "node:path";
import { near } from "../core/small.ts";
import type { Unread } from "./trouble.ts";

const ENDING = /(\.playbook)?\.ya?ml$/i;

/** What a path that does not exist probably meant: the name beside it that is most like it. Empty when nothing is. */
export async function unlike(asked: string, file: string): Promise<Pick<Unread, "what" | "todo"> | undefined> {
  const beside = await readdir(path.dirname(file)).catch(() => []);
  const name = path.basename(file);
  // Compared without their common ending, which would make any two names look alike.
  const stemOf = (one: string) => one.replace(ENDING, "").toLowerCase();
  const stems = new Map(beside.filter((other) => !other.startsWith(".")).map((other) => [stemOf(other), other]));
  const stem = near(stemOf(name), [...stems.keys()]);
  const meant = stem === undefined ? undefined : stems.get(stem);
  if (meant === undefined) return undefined;
  const suggestion = path.join(path.dirname(asked), meant);
  return { what: `There is no such file or folder; did you mean ${suggestion}?`, todo: "Name that one, or check the folder you are in." };
}
