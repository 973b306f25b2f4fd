import type { Desk } from "./desk.ts";
import { toDiagnostic } from "./diagnostics.ts";
import { soon } from "./turn.ts";

/** Tells clients that do not ask. */
export function createPushes(desk: Desk) {
  const waiting = new Map<string, number>();

  /**
   * Publishes the newest version of a document as soon as no newer one is already waiting to be read. There is no timer:
   * the wait is one turn of the event loop, in which a change that has arrived takes the older one's place.
   */
  function publish(uri: string): void {
    const version = desk.documents.get(uri)?.version;
    if (version === undefined) return;
    waiting.set(uri, version);
    soon(() =>
      soon(async () => {
        if (waiting.get(uri) !== version) return;
        waiting.delete(uri);
        const opened = await desk.opened(uri);
        if (opened?.document.version !== version) return;
        const diagnostics = desk.toldOf(opened).map((finding) => toDiagnostic(finding, uri));
        await desk.connection.sendDiagnostics(desk.told({ uri, version, diagnostics }, uri));
      }),
    );
  }

  /** What is closed is no longer ours to judge; its squiggles go with it. */
  function clear(uri: string): void {
    waiting.delete(uri);
    desk.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  return { publish, clear };
}
