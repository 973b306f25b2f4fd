import * as z from "zod";
import { isTimeZone } from "../business/clock.ts";
import { Slug, TimeOfDay } from "./terms.ts";

/** A country, or a part of one, by its ISO 3166 code. Whether there is one of that name is found by whoever knows the holidays. */
const Region = z
  .string()
  .regex(
    /^[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}$/,
    "is not a region: write the two letters of a country in capitals, and those of a part of it if need be, as in GB or DE-BY",
  );

const TimeZone = z.string().refine(isTimeZone, "is no time zone: write a continent and a city, as in Europe/London");

const hours = (title: string, description: string) =>
  z
    .strictObject({
      from: TimeOfDay.meta({ title: "From", description: "When they begin.", examples: ["09:00"] }),
      to: TimeOfDay.meta({ title: "To", description: "When they are over.", examples: ["17:00"] }),
    })
    .refine(({ from, to }) => from < to, "ends before it begins: write the earlier time under from")
    .meta({ title, description });

const region = Region.optional().meta({
  title: "Region",
  description: "The country, or the part of one, whose weekends and public holidays hold: its two letters, as in `GB` or `DE-BY`.",
  examples: ["GB", "US-CA", "DE-BY"],
});

const timeZone = TimeZone.optional().meta({
  title: "Time zone",
  description: "The clock that holds there, as a continent and a city.",
  examples: ["Europe/London", "America/Chicago"],
});

/** When the people of each segment work. */
export const CalendarsSchema = z
  .record(
    Slug,
    z
      .strictObject({
        region,
        "time-zone": timeZone,
        "sending-hours": hours(
          "Sending hours",
          "When messages may reach them, on their own clock. Calls keep the playbook’s `calling-hours` besides.",
        ).optional(),
      })
      .meta({ title: "A calendar", description: "When the people of a segment work, and when messages may reach them." }),
  )
  .default({})
  .meta({
    title: "Calendars",
    description: "Where the people we write to are, by segment: `default` holds for every segment not named.",
  });

/** When the team itself works. */
export const OfficeSchema = z
  .strictObject({
    region,
    "time-zone": timeZone,
    hours: hours("Hours", "When your team is at work, on its own clock.").optional(),
  })
  .optional()
  .meta({
    title: "Office",
    description: "Where your team works, and when. Nothing is sent by hand on its weekends and public holidays, or outside its hours.",
  });
