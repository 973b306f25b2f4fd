/** Every text of a value, keys included, one after the other. */
export const texts = (value: unknown): readonly string[] =>
  typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...texts(inner)]) : [String(value)];
