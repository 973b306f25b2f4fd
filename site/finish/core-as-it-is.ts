/**
 * Leaves the core out of what a build makes its pages with: the process that makes them can load it as it is, and has it already.
 * Bundled, it would be taken apart, put together again and loaded a second time.
 */
export const coreAsItIs = () => ({
  name: "core-as-it-is",
  enforce: "pre" as const,
  apply: "build" as const,
  applyToEnvironment: ({ name }: { readonly name: string }) => name === "prerender",
  resolveId: (id: string) => (/^@cadence-playbooks\/server\/(?:core|holidays)$/.test(id) ? { id, external: true as const } : undefined),
});
