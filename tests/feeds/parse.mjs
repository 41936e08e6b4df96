// Reads an iCalendar from standard input with ical.js, a parser that did not write it, and gives it as plain JSON.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function values(component) {
  const found = {};
  for (const property of component.getAllProperties()) {
    const parameters = { ...property.toJSON()[1] };
    found[property.name] = { values: property.getValues().map(String), parameters, type: property.type };
  }
  return found;
}

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    description: event.description,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    allDay: event.startDate.isDate && event.endDate.isDate,
    days: event.duration.toSeconds() / 86400,
    properties: values(component),
    alarms: component.getAllSubcomponents("valarm").map((alarm) => ({
      ...values(alarm),
      seconds: alarm.getFirstPropertyValue("trigger").toSeconds(),
    })),
  };
});
const todos = calendar.getAllSubcomponents("vtodo").map((component) => ({ properties: values(component) }));
process.stdout.write(JSON.stringify({ properties: values(calendar), events, todos }));
