/** Where a reader's choice between light and dark is kept. */
const THEME_KEY = "handbook-theme";

/**
 * Runs in the head, before anything is painted. It is written into the page as it stands, so it must speak the language of
 * browsers and stay short. Where a reader lets no page keep anything, asking for what is kept throws.
 */
export const THEME_SCRIPT = `{let kept;try{kept=localStorage.getItem("${THEME_KEY}")}catch{}document.documentElement.dataset.theme=kept||(matchMedia("(prefers-color-scheme: light)").matches?"light":"dark")}`;

/** The choice that is kept; nothing where none was made or none can be kept. */
export const keptTheme = (): string | undefined => {
  try {
    return localStorage.getItem(THEME_KEY) ?? undefined;
  } catch {
    return undefined;
  }
};

/** Keeps a choice, where that is allowed. */
export const keepTheme = (theme: string): void => {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // It then holds for this page.
  }
};
