/** How the command is called here: npm finds it for whoever has it in a project alone, and their shell does not. */
export const CADENCE = process.env["npm_command"] === "exec" ? "npx cadence" : "cadence";

/** A path as a shell takes it for one word. */
export const asWord = (file: string): string => (/^[\p{L}\p{N}_./@%+=:,-]+$/u.test(file) ? file : `"${file.replace(/["$`\\]/g, "\\$&")}"`);
