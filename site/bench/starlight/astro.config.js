import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

// Left to itself the sidebar would list every play on every page.
export default defineConfig({
  devToolbar: { enabled: false },
  integrations: [starlight({ title: "Plays", pagefind: false, sidebar: [{ label: "Plays", link: "/" }] })],
});
