import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { AstroPrerenderer } from "astro";
import type { Made, Page } from "./page-finisher.ts";

/** The pages of a build while they are made. */
export type PagesMade = {
  /** Makes pages as Astro does, and hands each to a thread that looks at it and writes it while the next one is made. */
  through(astro: AstroPrerenderer): AstroPrerenderer;
  /** Waits until all are written, and answers with what was seen in them. */
  done(): Promise<Made>;
};

/** Pages that may wait to be written: enough that the thread always has one, few enough that they take no room. */
const WAITING = 24;

/** Begins to write the pages of a handbook that goes to `dist`, lies under `base` on its host, and is known to others by `origin`. */
export function pagesMade(dist: string, base: string, origin: string | undefined): PagesMade {
  const writer = new Worker(new URL("page-finisher.ts", import.meta.url), { workerData: { dist, base, origin }, execArgv: [] });
  let waiting = 0;
  let failure: unknown;
  const some = new Set<() => void>();
  writer.on("error", (error) => {
    failure = error;
    for (const go of some) go();
  });
  writer.on("message", (message: Made | "written") => {
    if (message !== "written") return;
    waiting -= 1;
    for (const go of some) go();
  });
  const room = async () => {
    while (waiting >= WAITING && failure === undefined)
      await new Promise<void>((resolve) => {
        const go = () => {
          some.delete(go);
          resolve();
        };
        some.add(go);
      });
    if (failure !== undefined) throw failure;
  };
  return {
    through: (astro) => ({
      ...astro,
      async render(request, options) {
        const made = await astro.render(request, options);
        const response = made instanceof Response ? made : made.response;
        if (!response.body || !response.headers.get("content-type")?.startsWith("text/html")) return made;
        const bytes = await response.arrayBuffer();
        await room();
        waiting += 1;
        const page: Page = { file: fileOf(new URL(request.url).pathname, base), bytes };
        writer.postMessage(page, [bytes]);
        // Astro writes nothing where there is no body.
        return new Response(null, response);
      },
    }),
    async done() {
      writer.postMessage("done");
      for (;;) {
        if (failure !== undefined) throw failure;
        const [message] = (await once(writer, "message")) as [Made | "written"];
        if (message === "written") continue;
        await writer.terminate();
        return message;
      }
    },
  };
}

/** The file that a page is written to. */
function fileOf(pathname: string, base: string): string {
  const within = decodeURIComponent(pathname).slice(base.length);
  return within === "404/" ? "404.html" : `${within}index.html`;
}
