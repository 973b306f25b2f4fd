import handbook from "../astro.config.js";
import { playbooksFolder } from "../src/team.ts";
import { believe } from "./believed.ts";

/** What the handbook adds to Astro. */
const OURS = ["finish", "ledger-while-served", "search-index-of-the-last-build"];

/**
 * The handbook's own pages, made by Astro and by nothing of ours: no approval is judged, no link followed, no policy made, and nothing
 * written but what Astro writes.
 */
export default {
  ...handbook,
  integrations: [
    ...(handbook.integrations ?? []).flat().filter((one) => one && !OURS.includes(one.name)),
    { name: "believed", hooks: { "astro:config:setup": () => believe(playbooksFolder()) } },
  ],
};
