/** What is known once in a program, however many scripts it is made of. For whoever bundles it. */
export { hasWorked, load } from "./kept-code.ts";
export { turn, turnBack, untouched } from "./switches.ts";
