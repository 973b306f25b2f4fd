import { defineConfig } from "astro/config";

export default defineConfig({ trailingSlash: "always", devToolbar: { enabled: false } });
