// Changes of the programme: the pages that show them are accessible and valid, also with the panel of calendars open.
import AxeBuilder from "@axe-core/playwright";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import vnu from "vnu-jar";
import { Program } from "./program";
import { expect, hydrated, test } from "./site";

const PORT = 3108;
const PAGES = ["/changes", "/schedule", "/sessions/panel", "/sessions/break", "/speakers/naoya-ito"];

let program: Program;

/** Two releases: after the first one, a session moves and another one is withdrawn. */
async function release(folder: string) {
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  const run = (...options: string[]) => execFileSync(binary, ["release", folder, "--yes", ...options], { stdio: "ignore" });
  run();
  const path = join(folder, "program/sessions/panel.md");
  writeFileSync(path, readFileSync(path, "utf8").replace("18:20", "18:25"));
  for (const name of ["break.md", "break.en.md"]) rmSync(join(folder, "program/sessions", name));
  run("--message", "休憩を取りやめます", "--message", "en=There is no break");
}

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext();
  program = await Program.start(request, PORT, release);
  await request.dispose();
});

test.afterAll(() => program.stop());

for (const path of PAGES.flatMap((path) => [path, `/en${path}`])) {
  test(`changes are accessible and valid: ${path}`, async ({ page, request }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${program.address}${path}`);
      for (const panel of await page.locator(".calendar-panel summary").all()) await panel.click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
      expect(found, colorScheme).toEqual([]);
    }
    const html = await (await request.get(`${program.address}${path}`)).text();
    const file = join(program.folder, "page.html");
    writeFileSync(file, html);
    execFileSync("java", ["-jar", vnu, "--errors-only", file], { stdio: "pipe", encoding: "utf8" });
    await page.goto("about:blank");
  });
}

test("a moved session names its former time, and a withdrawn one says that it will not take place", async ({ page }) => {
  await page.goto(`${program.address}/en/sessions/panel`);
  await expect(page.getByText("Moved from Sat 1 October 18:20–19:20, Hall")).toBeVisible();
  await page.getByRole("contentinfo").getByRole("link", { name: "Changes to the programme" }).click();
  await expect(page.getByText("There is no break")).toBeVisible();
  await page.getByRole("link", { name: "Break" }).click();
  await expect(page.getByRole("status")).toHaveText("This session was withdrawn and will not take place.");
  await page.goto("about:blank");
});

test("a return visit to the schedule says what changed since, starred sessions first", async ({ page }) => {
  await page.goto(`${program.address}/en/schedule`);
  await expect(page.locator(".since-visit")).toHaveCount(0);
  const panel = page.locator(".session", { hasText: "Serverless Geeks Panel" }).locator(".star");
  await panel.click();
  // The release before the last one is the one that this browser saw.
  await page.evaluate(() => localStorage.setItem("release:/", "1"));
  await page.reload();
  const changes = page.getByRole("heading", { name: "Changed since your last visit" }).locator("xpath=..");
  await expect(changes.getByRole("listitem")).toHaveCount(2);
  await expect(changes.getByRole("listitem").first()).toContainText("Serverless Geeks Panel");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.reload();
  await hydrated(page);
  await expect(page.locator(".since-visit")).toHaveCount(0);
  await page.goto("about:blank");
});
