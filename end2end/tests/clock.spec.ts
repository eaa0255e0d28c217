// The schedule on the day: what is over, what runs, and the way there, also in a tab left open.
import { expect, hydrated, test } from "./site";

const LIVE = "http://127.0.0.1:3103";

test("marks what is over and what runs, and goes with the time", async ({ page }) => {
  await page.clock.install({ time: new Date("2016-10-01T10:30:00+09:00") });
  await page.goto(`${LIVE}/en/schedule`);
  await hydrated(page);
  const running = page.locator(".session.is-now");
  await expect(running).toHaveCount(1);
  await expect(running).toContainText("On now");
  const first = await running.getAttribute("id");
  await expect(page.locator("#day-2016-09-30 .is-past")).toHaveCount(0);
  const link = page.getByRole("link", { name: "Jump to now" });
  await link.click();
  await expect(running).toBeInViewport();

  await page.clock.runFor("06:00:00");
  await expect(page.locator(`#${first}`)).toHaveClass(/is-past/);
  await expect(page.locator(`#${first}`)).not.toContainText("On now");

  await page.clock.runFor("12:00:00");
  await expect(page.locator(".is-past, .is-now")).toHaveCount(0);
  await expect(link).toBeHidden();
});

test("a moment that was asked for stands still", async ({ page }) => {
  await page.clock.install({ time: new Date("2016-10-01T10:30:00+09:00") });
  await page.goto("/en/schedule");
  await hydrated(page);
  await expect(page.locator(".is-past, .is-now")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Jump to now" })).toBeHidden();
});
