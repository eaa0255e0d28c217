// Printed pages, as pdftotext of poppler reads Chromium's PDF.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { crowd } from "./crowd.mjs";
import { Program } from "./program";
import { expect, test } from "./site";

/** The text of every page of paper, without spaces: fonts and lines divide Japanese anywhere. */
async function printed(page: Page, options: Parameters<Page["pdf"]>[0], layout = ["-layout"]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  const path = join(folder, "page.pdf");
  await page.pdf({ path, ...options });
  const text = execFileSync("pdftotext", [...layout, path, "-"], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  // Every page ends with a form feed. Fonts may have a radical in the place of an ideograph.
  return text.split("\f").slice(0, -1).map((text) => text.normalize("NFKC").replace(/\s/g, ""));
}

/** Whether a sheet has a stretch of text. Chromium's PDF loses some characters for which the machine has no font: two may be missing. */
function has(sheet: string, text: string) {
  return [...Array(sheet.length).keys()].some((start) => {
    let [place, lost] = [start, 0];
    for (const character of text) {
      if (sheet[place] === character) place++;
      else lost++;
    }
    return lost <= 2;
  });
}

const plain = (text: string) => text.normalize("NFKC").replace(/\s/g, "");

test("the schedule takes three pages of paper at most, none of them empty, and no session is cut", async ({ page }) => {
  await page.goto("/schedule");
  const sheets = await printed(page, { format: "A4" });
  expect(sheets.length).toBeLessThanOrEqual(3);
  for (const sheet of sheets) expect(sheet.length).toBeGreaterThan(100);
  const sessions = await page.locator(".session").evaluateAll((cards) =>
    cards.map((card) => [
      card.querySelector(".session-title")!.textContent!,
      card.querySelector(".session-marks .times")!.textContent!,
    ]),
  );
  expect(sessions).toHaveLength(21);
  for (const [title, times] of sessions.map((words) => words.map(plain))) {
    // Titles are wrapped: their beginning is on one line.
    const whole = sheets.filter((sheet) => has(sheet, title.slice(0, 8)) && sheet.includes(times));
    expect(whole.length, `${title} ${times}`).toBeGreaterThanOrEqual(1);
  }
});

for (const format of ["A4", "A3"]) {
  test(`wide ${format} shows the grid of rooms and times`, async ({ page, request }) => {
    const program = await Program.serve(request, format === "A4" ? 3130 : 3131, crowd(4, 40), ["--at", "2016-10-05T10:00"]);
    try {
      await page.goto(`${program.address}/schedule`);
      const sheets = await printed(page, { format, landscape: true });
      expect(sheets.length).toBeLessThanOrEqual(2);
      // The rooms stand side by side above the columns.
      expect(sheets[0]).toContain("会議室0会議室1会議室2会議室3");
      for (const time of ["09:00", "11:30"]) expect(sheets[0]).toContain(time);
    } finally {
      await program.stop();
    }
  });
}

test("an interview on paper has the addresses of its links, numbered as in the text", async ({ page }) => {
  await page.goto("/en/interviews/allan-espinosa");
  const links = page.locator(".transcript a[href^='http']");
  const addresses = await links.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).getAttribute("href")!));
  expect(addresses.length).toBeGreaterThan(0);
  expect(await page.locator(".paper-links li").allTextContents()).toEqual(addresses);
  await expect(page.locator(".paper-links")).toBeHidden();
  const text = (await printed(page, { format: "A4" })).join("");
  for (const [place, address] of addresses.entries()) {
    expect(text).toContain(`[${place + 1}]`);
    expect(text).toContain(plain(address));
  }
});

test("a plan is printed as a list on A4 and as a booklet, and every title is there", async ({ page }) => {
  await page.goto("/plan/sessions");
  const codes = await page.locator(".plan-item").evaluateAll((items) => items.map((item) => item.dataset.code!));
  const titles = (await page.locator(".plan-item .session-title").allInnerTexts()).map(plain);
  await page.goto(`/plan/paper?s=${codes.join(".")}`);
  const list = await printed(page, { format: "A4" });
  expect(list.length).toBeLessThanOrEqual(2);
  for (const title of titles) expect(list.filter((sheet) => sheet.includes(title)), title).toHaveLength(1);
  // No session is cut: each has its time on the sheet of its title.
  await page.getByRole("radio", { name: "ポケットサイズの折り本" }).check();
  const booklet = await printed(page, { preferCSSPageSize: true }, []);
  expect(booklet).toHaveLength(1);
  // The reader takes Japanese on panels that stand upside down from its end.
  const read = (title: string) => [title, [...title].reverse().join("")].some((text) => booklet[0]!.includes(text));
  for (const title of titles) expect(read(title.slice(0, 4)), title).toBe(true);
  // No text is wider or higher than its panel.
  await page.emulateMedia({ media: "print" });
  const cut = await page.locator(".fold-panel").evaluateAll((panels) =>
    panels.filter((panel) => panel.scrollHeight > panel.clientHeight + 1 || panel.scrollWidth > panel.clientWidth + 1).length,
  );
  expect(cut).toBe(0);
});
