import * as z from "zod";
import { type AboutCap, numbers } from "./caps.ts";

const bounded = ({ title, description, least, most, careful }: AboutCap) =>
  z
    .int()
    .min(least)
    .max(most)
    .optional()
    .meta({ title, description: `${description} Careful default: ${careful}.`, examples: [careful] });

/** How much is too much and how little too little: any of the numbers, each with a careful default. */
export const CapsSchema = z.strictObject(
  Object.fromEntries(Object.entries(numbers).map(([name, about]) => [name, bounded(about)])) as {
    [K in keyof typeof numbers]: ReturnType<typeof bounded>;
  },
);
