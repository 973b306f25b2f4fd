/** A piece of work in steps. What it answers is the same whatever others do between two of them. */
export type Steps<T> = Generator<void, T, void>;

/**
 * Pieces of work that are in hand at the same time: enough that a step's program is fetched for many, and few enough that what they
 * work on stays near, too.
 */
const AT_ONCE = 8;

/**
 * Does many pieces of work of the same kind: everybody's first step, then everybody's second. A check walks through more program than
 * a core keeps at hand, so that text by text most of the time goes into fetching the same program again. Begins some when their
 * answers are asked for, and says the answers in the order of the work.
 */
export function* inStep<T>(all: Iterable<Steps<T>>): Generator<T, void, void> {
  let some: Steps<T>[] = [];
  for (const one of all) {
    some.push(one);
    if (some.length < AT_ONCE) continue;
    yield* ended(some);
    some = [];
  }
  yield* ended(some);
}

function ended<T>(some: readonly Steps<T>[]): readonly T[] {
  const answers: T[] = new Array(some.length);
  const going: (Steps<T> | undefined)[] = [...some];
  for (let left = some.length; left > 0; )
    for (let at = 0; at < going.length; at++) {
      const one = going[at]?.next();
      if (!one?.done) continue;
      answers[at] = one.value;
      going[at] = undefined;
      left--;
    }
  return answers;
}

/** Does one piece of work by itself. */
export function toItsEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
