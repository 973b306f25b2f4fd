import { teamConfig } from "./team.ts";

/** The name of the picture that stands for every page but a play's. */
export const GENERAL = "handbook";

/** Where a picture lies in the built handbook. */
export const pictureFile = (name: string): string => `pictures/${name === GENERAL ? "" : "plays/"}${name}.png`;

/**
 * Whether pages name a picture for chats to show, and the build draws it. A chat needs its whole address, so there are pictures only
 * where the configuration says where the handbook is published, and none where CADENCE_PICTURES says "off".
 */
export function picturesWanted(): boolean {
  const published = teamConfig()?.handbook;
  return (
    published !== undefined &&
    !/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(published).hostname) &&
    process.env["CADENCE_PICTURES"] !== "off"
  );
}
