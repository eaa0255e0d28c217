// Live preview: a saved file is in the browser at once, and a broken one keeps its last good version.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "./site";

const ADDRESS = "127.0.0.1:3102";
const FILE = "interviews/allan-espinosa.en.md";
let folder: string;
let server: ChildProcess;

test.beforeEach(async ({ request }) => {
  folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  for (const part of ["program", "interviews"]) cpSync(join("..", part), join(folder, part), { recursive: true });
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  const options = ["serve", "--watch", "--content", folder, "--addr", ADDRESS, "--site-root", "../target/site"];
  server = spawn(binary, options, { stdio: "ignore" });
  await expect(async () => {
    expect((await request.get(`http://${ADDRESS}/`)).ok()).toBe(true);
  }).toPass();
});

test.afterEach(async ({ page }) => {
  // A page that loses its server would complain.
  await page.goto("about:blank");
  // It stops when it is asked to, with somebody still listening.
  const listening = await fetch(`http://${ADDRESS}/preview/events`);
  listening.text().catch(() => {});
  const stopped = new Promise((resolve) => server.on("exit", resolve));
  server.kill();
  await stopped;
  rmSync(folder, { recursive: true });
});

const edit = (change: (text: string) => string) => {
  const path = join(folder, FILE);
  writeFileSync(path, change(readFileSync(path, "utf8")));
};

test("a saved file is in the browser, at the same place of the page", async ({ page }) => {
  await page.goto(`http://${ADDRESS}/en/interviews/allan-espinosa`);
  await page.evaluate(() => scrollTo(0, 900));
  edit((text) => text.replace("## Quick Chat", "## A Longer Chat"));
  await expect(page.getByRole("heading", { name: "A Longer Chat" })).toBeAttached();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
});

test("a broken file keeps its last good version under the report, until it is mended", async ({ page }) => {
  await page.goto(`http://${ADDRESS}/en/interviews/allan-espinosa`);
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

test("new, renamed and deleted files are followed", async ({ page }) => {
  await page.goto(`http://${ADDRESS}/en/speakers`);
  const person = (name: string) => page.getByRole("link", { name, exact: true });
  const file = join(folder, "program/speakers/new-speaker.md");
  writeFileSync(file, "---\nname: New Speaker\n---\n\nSpeaks.\n");
  await expect(person("New Speaker")).toBeVisible();
  rmSync(file);
  await expect(person("New Speaker")).toHaveCount(0);
});

test("the filter works again after every change, also after undoing one", async ({ page }) => {
  await page.goto(`http://${ADDRESS}/en/schedule`);
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
