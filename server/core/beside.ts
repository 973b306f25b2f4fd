/** What is known of an object and is no part of it: nobody who copies, compares or writes the object meets it. */
export type Beside<V> = {
  readonly get: (part: object) => V | undefined;
  /** Also where something is known already: then it is forgotten. Frozen objects are taken, too. */
  readonly set: (part: object, value: V) => void;
};

/** Makes whatever is made of it the object it is given. */
class Given {
  constructor(part: object) {
    // biome-ignore lint/correctness/noConstructorReturn: so a private field comes to stand in an object that somebody else made.
    return part;
  }
}

/**
 * A table from objects to something, which lives as long as they do. It says what a `WeakMap` says, in a third of the time, and leaves the
 * collector of garbage nothing to look through: what is known stands in the object itself, in a private field.
 */
export function beside<V>(): Beside<V> {
  class Known extends Given {
    #value: V;

    constructor(part: object, value: V) {
      super(part);
      this.#value = value;
    }

    static get(part: object): V | undefined {
      return #value in part ? part.#value : undefined;
    }

    static set(part: object, value: V): void {
      if (#value in part) part.#value = value;
      else new Known(part, value);
    }
  }
  return { get: Known.get, set: Known.set };
}
