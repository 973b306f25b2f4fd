/** One after the other, so that what is asked about one playbook several times is still at hand. */
export async function inTurn<T, U>(all: readonly T[], each: (one: T) => Promise<U>): Promise<readonly U[]> {
  const made: U[] = [];
  for (const one of all) made.push(await each(one));
  return made;
}
