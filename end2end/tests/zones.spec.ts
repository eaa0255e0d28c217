// Visitors whose clocks show other times than that of the venue choose which ones they see.
import AxeBuilder from "@axe-core/playwright";
import { expect, hydrated, test } from "./site";

const PANEL = "/en/sessions/panel";

test("at the venue nothing is said of time zones", async ({ page }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto("/en/schedule");
  await hydrated(page);
  await expect(page.locator(".zone-line")).toHaveCount(0);
  expect(requests.filter((url) => url.includes("zones.js"))).toEqual([]);
});

test.describe("far away", () => {
  test.use({ timezoneId: "America/Los_Angeles" });

  test("the times of the venue are named, and one's own are shown on all pages once they are chosen", async ({ page }) => {
    await page.goto(PANEL);
    const times = page.locator(".facts .times");
    await expect(page.getByText("Times are those of the venue (Asia/Tokyo).")).toBeVisible();
    await expect(times).toHaveText("18:20–19:20");
    await page.getByRole("button", { name: "Show my own times" }).click();
    await expect(times).toHaveText("02:20–03:20 (18:20–19:20)");
    // The clock of the venue is 16 hours ahead: the evening before.
    await page.goto("/en/sessions/operability-in-serverless-environments");
    await expect(times).toHaveText("22:15 (day before)–22:50 (day before) (14:15–14:50)");
    await page.goto("/en/schedule");
    await hydrated(page);
    // Days stay those of the event.
    await expect(page.locator("#day-2016-10-01 .slot-time").first()).toHaveText("18:00 (day before) (10:00)");
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole("button", { name: "Show the times of the venue" }).click();
    await expect(page.locator("#day-2016-10-01 .slot-time").first()).toHaveText("10:00");
    await page.reload();
    await expect(page.getByText("Times are those of the venue (Asia/Tokyo).")).toBeVisible();
  });

  test("the times of a plan follow the choice", async ({ page }) => {
    await page.goto(PANEL);
    await page.getByRole("button", { name: "Keep in my plan" }).click();
    await page.getByRole("button", { name: "Show my own times" }).click();
    await page.goto("/en/plan");
    await expect(page.locator(".plan-time")).toHaveText("02:20–03:20 (18:20–19:20)");
  });
});
