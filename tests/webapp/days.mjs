// The days on which a JavaScript calendar shows all-day events, by the clock of the time zone in TZ.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const two = (number) => String(number).padStart(2, "0");
const days = calendar.getAllSubcomponents("vevent").map((component) => {
  const day = new ICAL.Event(component).startDate.toJSDate();
  return `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`;
});
process.stdout.write(JSON.stringify({ offset: -new Date(2026, 0, 15).getTimezoneOffset() / 60, days }));
