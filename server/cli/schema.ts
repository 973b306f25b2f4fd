import { jsonSchema } from "../core/index.ts";
import { screenOn } from "./screen.ts";

/** `cadence schema`: the JSON Schema of a file, on standard output. */
export const printSchema = (file: "playbook" | "config" | "assets"): void =>
  screenOn(process.stdout).print(JSON.stringify(jsonSchema(file), null, 2));
