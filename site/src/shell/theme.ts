/** Where a reader's choice between light and dark is kept. */
export const THEME_KEY = "handbook-theme";

/**
 * Runs in the head, before anything is painted. It is written into the page as it stands, so it must speak the language of
 * browsers and stay short.
 */
export const THEME_SCRIPT = `document.documentElement.dataset.theme=localStorage.getItem("${THEME_KEY}")||(matchMedia("(prefers-color-scheme: light)").matches?"light":"dark")`;
