// Live preview: a saved file is in the browser at once, and a broken one keeps its last good version.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Program } from "./program";
import { expect, test } from "./site";

const PORT = 3102;
const FILE = "interviews/allan-espinosa.en.md";
let program: Program;
let folder: string;

test.beforeEach(async ({ request }) => {
  program = await Program.start(request, PORT);
  folder = program.folder;
});

test.afterEach(async ({ page }) => {
  // A page that loses its server would complain.
  await page.goto("about:blank");
  // It stops when it is asked to, with somebody still listening.
  const listening = await fetch(`${program.address}/preview/events`);
  listening.text().catch(() => {});
  await program.stop();
});

const edit = (change: (text: string) => string) => {
  const path = join(folder, FILE);
  writeFileSync(path, change(readFileSync(path, "utf8")));
};

test("a saved file is in the browser, at the same place of the page", async ({ page }) => {
  await page.goto(`${program.address}/en/interviews/allan-espinosa`);
  await page.evaluate(() => scrollTo(0, 900));
  edit((text) => text.replace("## Quick Chat", "## A Longer Chat"));
  await expect(page.getByRole("heading", { name: "A Longer Chat" })).toBeAttached();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
});

test("a broken file keeps its last good version under the report, until it is mended", async ({ page }) => {
  await page.goto(`${program.address}/en/interviews/allan-espinosa`);
  const questions = await page.locator(".question").count();
  const good = readFileSync(join(folder, FILE), "utf8");
  edit((text) => `${text}\n---- And a question without an answer?\n`);

  const report = page.locator(".preview-overlay");
  await expect(report).toContainText(FILE);
  await expect(report).toContainText("question-without-answer");
  await expect(report.locator("mark")).toContainText("And a question without an answer?");
  expect(await page.locator(".question").count()).toBe(questions);
  await page.reload();
  await expect(report).toBeVisible();
  expect(await page.locator(".question").count()).toBe(questions);

  edit(() => good);
  await expect(report).toHaveCount(0);
});

test("the report over a page says what check says, in the language of the event", async ({ page }) => {
  const session = join(folder, "program/sessions/panel.md");
  writeFileSync(session, readFileSync(session, "utf8").replace("format: panel", "format: panel\ntags: [a"));
  await page.goto(`${program.address}/en/schedule`);
  const report = page.locator(".preview-overlay");
  await expect(report).toHaveAttribute("lang", "ja");
  await expect(report).toContainText("エラー[front-matter-syntax]: ここで開いた`[`を最後まで読めません");
  await expect(report).toContainText("ヒント: `]`で閉じ");
});

test("new, renamed and deleted files are followed", async ({ page }) => {
  await page.goto(`${program.address}/en/speakers`);
  const person = (name: string) => page.getByRole("link", { name, exact: true });
  const file = join(folder, "program/speakers/new-speaker.md");
  writeFileSync(file, "---\nname: New Speaker\n---\n\nSpeaks.\n");
  await expect(person("New Speaker")).toBeVisible();
  rmSync(file);
  await expect(person("New Speaker")).toHaveCount(0);
});

test("the filter works again after every change, also after undoing one", async ({ page }) => {
  await page.goto(`${program.address}/en/schedule`);
  const file = join(folder, "program/sessions/panel.md");
  const good = readFileSync(file, "utf8");
  const titles = page.locator(".session-title");
  for (const level of ["advanced", "", "advanced"]) {
    writeFileSync(file, level ? good.replace("format: panel", `format: panel\nlevel: ${level}`) : good);
    await expect(page.locator("#session-panel[data-level]")).toHaveCount(level ? 1 : 0);
    await expect(page.locator(".schedule-filter[data-ready]")).toBeAttached();
    await page.getByRole("checkbox", { name: "Panel" }).click();
    await expect(titles.filter({ visible: true })).toHaveCount(1);
    await page.getByRole("checkbox", { name: "Panel" }).click();
  }
});

test("a draft is marked in the preview, and gone from it when it is deleted", async ({ page }) => {
  const draft = join(folder, "news/to-come.md");
  writeFileSync(draft, "---\ntitle: { ja: 準備中, en: In preparation }\npublished: 2016-10-05\ndraft: true\n---\n\n本文です。\n");
  await page.goto(`${program.address}/en/news`);
  const card = page.locator(".article-card", { hasText: "In preparation" });
  await expect(card.locator(".unpublished")).toHaveText("Draft");
  rmSync(draft);
  await expect(card).toHaveCount(0);
});
