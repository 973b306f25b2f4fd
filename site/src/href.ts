/** The address of a page of this handbook, wherever it is hosted. `path` begins with a slash. */
export const href = (path: `/${string}`): string => `${import.meta.env.BASE_URL.replace(/\/$/, "")}${path}`;
