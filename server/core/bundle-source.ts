import { laidOut } from "./prose/laid-out.ts";
import { learnt } from "./prose/learnt.ts";

/** The core's door, by its path. For whoever bundles it. */
export const CORE = /server[\\/]core[\\/]index\.ts$/;

/** The names of everything the core gives, but its types. */
export const coreNames = async (): Promise<readonly string[]> => Object.keys(await import("./index.ts"));

/** The module that makes ready what was learnt, by its path. For whoever bundles it. */
export const LEARNT = /server[\\/]core[\\/]prose[\\/]learnt\.ts$/;

/**
 * What was learnt, for a bundle that starts often: the module that takes the place of the one that unpacks, and the bytes that belong in a
 * file beside the bundle, which that module has `read`: an expression for all of the file's bytes.
 */
export function learntLaidOut(read: string): { readonly module: string; readonly bytes: Uint8Array } {
  const { bytes, ...few } = laidOut(learnt());
  return {
    module: `import { fromLaidOut } from "./laid-out.ts";\nexport const learnt = () => fromLaidOut({ ...${JSON.stringify(few)}, bytes: ${read} });`,
    bytes,
  };
}
