/** A path from the folder one is in, as a relative address: what an address does not allow in a name is escaped. */
export const address = (file: string): string => {
  const parts = file.split("/").map((part) => encodeURIComponent(part.toWellFormed()));
  return parts.join("/");
};
