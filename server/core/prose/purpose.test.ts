import { expect, test } from "vitest";
import { messageOf } from "./message.ts";
import { purposeStandsElsewhere } from "./purpose.ts";

const ASK = "Would you have 15 minutes next Tuesday?";

test.each([
  ["a figure", `Four of your eleven open roles have been up since June 3.\n\n${ASK}`],
  ["a share", `Late parcels fell from 9% to 4% at Holroyd's.\n\n${ASK}`],
  ["an address", `Here is the checklist: https://example.com/list\n\n${ASK}`],
  ["a question about their work", `How do you count the drawers at the end of a shift?\n\n${ASK}`],
])("%s says what a talk is for", (_, text) => {
  const message = messageOf(text);
  expect(purposeStandsElsewhere(message, message.sentences.length - 1)).toBe(true);
});

test("what the touch brings says it, too, where anything is said besides", () => {
  const text = `The shift plan I promised is attached.\n\n${ASK}`;
  expect(purposeStandsElsewhere(messageOf(text, { value: "A shift plan" }), 1)).toBe(true);
  expect(purposeStandsElsewhere(messageOf(ASK, { value: "A shift plan" }), 0)).toBe(false);
});

test.each([
  ["alone", ASK, 0],
  ["after a greeting", `Hi Ann,\n\n${ASK}`, 1],
  ["with a telephone number", `${ASK} You reach us on 555 0144 all day.`, 0],
  ["after words that say as little", `We help companies like yours grow.\n\n${ASK}`, 1],
  ["where it hides something itself", "Late parcels fell from 9% to 4%. I have something to run by you, can we talk?", 1],
])("a question for a talk says nothing %s", (_, text, index) => {
  expect(purposeStandsElsewhere(messageOf(text), index)).toBe(false);
});
