// Calendars, each read by two readers that others wrote.
import { execFileSync } from "node:child_process";
import ICAL from "ical.js";
import { type Page, ROOMS, expect, hydrated, test } from "./site";

type Event = { uid: string; title: string; start: string; end: string | null; place: string; text: string };

/** An instant in the form in which all readers are compared. */
const instant = (text: string) => new Date(text).toISOString();

function readInJavaScript(text: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const moment = (time: ICAL.Time) => time.toJSDate().toISOString();
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const end = component.getFirstPropertyValue("dtend") as ICAL.Time | null;
    return {
      uid: event.uid,
      title: event.summary,
      start: moment(event.startDate),
      end: end && moment(end),
      place: event.location ?? "",
      text: event.description ?? "",
    };
  });
}

function readInPython(text: string): Event[] {
  const output = execFileSync("../target/python/bin/python", ["read_calendar.py"], { input: text, encoding: "utf8" });
  const { errors, events } = JSON.parse(output);
  expect(errors).toEqual([]);
  return events.map((event: Event) => ({ ...event, start: instant(event.start), end: event.end && instant(event.end) }));
}

/** The sessions as the schedule shows them. */
const programme = (page: Page) =>
  page.locator(".session").evaluateAll((cards) =>
    cards.map((card) => {
      const times = [...card.querySelectorAll(".times time")].map((time) => time.getAttribute("datetime") ?? "");
      const [start, end] = times.map((time) => new Date(time).toISOString());
      return { title: card.querySelector(".session-title")?.textContent ?? "", start, end: end ?? null };
    }),
  );

const byStart = (one: { title: string; start: string }, other: { title: string; start: string }) =>
  `${one.start} ${one.title}` < `${other.start} ${other.title}` ? -1 : 1;

for (const site of ["", ROOMS]) {
  test(`two readers find the sessions of the schedule ${site}`, async ({ page, request }) => {
    await page.goto(`${site}/schedule`);
    const shown = await programme(page);
    const text = await (await request.get(`${site}/schedule.ics`)).text();
    const events = readInJavaScript(text);
    expect(readInPython(text)).toEqual(events);
    expect(events.map(({ title, start, end }) => ({ title, start, end })).sort(byStart)).toEqual(shown.sort(byStart));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });
}

test("the calendar follows the filter, with and without a click", async ({ page, request }) => {
  await page.goto("/en/schedule");
  await hydrated(page);
  const answer = page.waitForResponse(/plan\.ics$/);
  await page.locator(".calendar-panel summary").click();
  // A server answers for the filter.
  expect((await answer).ok()).toBe(true);
  await expect(page.locator(".no-server")).toHaveCount(0);
  await page.locator("#filter-text").fill("aws");
  const file = page.locator(".calendar-panel a[href^='/']");
  await expect(file).toHaveAttribute("href", "/en/schedule.ics?q=aws");
  const text = await (await request.get("/en/schedule.ics?q=aws")).text();
  const shown = (await programme(page)).length;
  const events = readInJavaScript(text);
  expect(events.length).toBeGreaterThan(0);
  expect(events.length).toBeLessThan(shown);
  await page.goto("/en/schedule?q=aws");
  await expect(file).toHaveAttribute("href", "/en/schedule.ics?q=aws");
});
