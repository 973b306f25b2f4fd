/**
 * The engine's switches that we turn, and how it has them by itself. What it compiled before, ours or its own, it takes only where all of
 * them are as they were then: so they are turned once a program and its threads are loaded, and back before either loads or keeps more.
 */
const BY_ITSELF = {
  "allocation-site-pretenuring": true,
  "concurrent-recompilation": true,
  "expose-gc": false,
  "heap-growing-percent": 0,
  "maglev-destroy-on-background": true,
  opt: true,
  "parallel-scavenge": true,
  "semi-space-growth-factor": 2,
} as const;

export type Switch = keyof typeof BY_ITSELF;
export type Turned = { readonly [K in Switch]?: boolean | number };

/** How the switches are that are not as the engine has them by itself. */
let turned: Turned = {};

/** Turns switches. The others stay as they are. */
export function turn(some: Turned): void {
  turned = { ...turned, ...some };
  set(some);
}

/** Turns switches back to how the engine has them by itself. */
export function turnBack(names: readonly Switch[]): void {
  set(Object.fromEntries(names.map((name) => [name, BY_ITSELF[name]])));
  turned = Object.fromEntries(Object.entries(turned).filter(([name]) => !names.includes(name as Switch)));
}

/** Does something while every switch is as the engine has it by itself. Answers and throws what that does. */
export function untouched<T>(work: () => T): T {
  const before = turned;
  turnBack(Object.keys(before) as Switch[]);
  try {
    return work();
  } finally {
    turn(before);
  }
}

function set(some: Turned): void {
  // One file's check turns none, and need not load what turns them.
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  for (const [name, to] of Object.entries(some))
    setFlagsFromString(typeof to === "number" ? `--${name}=${to}` : to ? `--${name}` : `--no-${name}`);
}
