// Structured data: a validator that others wrote accepts it on every kind of page, and browsers run nothing of it.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Validator from "@adobe/structured-data-validator";
import WebAutoExtractor from "@marbec/web-auto-extractor";
import { vocabulary } from "../schema_org";
import { Program } from "./program";
import { expect, test } from "./site";

const BASE = "https://conference.example";
/** The kinds of pages, each with the types that it tells. */
const PAGES = {
  "/": ["Event"],
  "/sessions/operability-in-serverless-environments": ["BreadcrumbList", "Event"],
  "/speakers/allan-espinosa": ["BreadcrumbList", "ProfilePage"],
  "/interviews/allan-espinosa": ["Article", "BreadcrumbList"],
  "/series/session-interviews": ["BreadcrumbList", "CreativeWorkSeries"],
  "/news/weekly-2016-09-25": ["Article", "BreadcrumbList"],
  // Canceled, moved and withdrawn.
  "/sessions/mqtt-github-pages": ["BreadcrumbList", "Event"],
  "/sessions/panel": ["BreadcrumbList", "Event"],
  "/sessions/break": ["BreadcrumbList", "Event"],
};

let program: Program;

/** Two releases; after the first one a session moves, one is canceled and one is withdrawn. */
async function prepare(folder: string) {
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  const release = () => execFileSync(binary, ["release", folder, "--yes"], { stdio: "ignore" });
  const session = (name: string) => join(folder, "program/sessions", name);
  const edit = (name: string, from: string, to: string) =>
    writeFileSync(session(name), readFileSync(session(name), "utf8").replace(from, to));
  release();
  edit("panel.md", "start: 2016-10-01 18:20", "start: 2016-10-01 18:25");
  edit("mqtt-github-pages.md", "\nformat:", "\ncanceled: true\nformat:");
  for (const name of ["break.md", "break.en.md"]) rmSync(session(name));
  release();
}

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext();
  const folder = Program.copy();
  await prepare(folder);
  program = await Program.serve(request, 3171, folder, ["--base-url", BASE, "--at", "2016-10-02T10:00"]);
  await request.dispose();
});

test.afterAll(() => program.stop());

/** The findings of the validator, by its rules for search results and by the vocabulary of schema.org. */
async function findings(html: string) {
  const found = new WebAutoExtractor({ addLocation: true }).parse(html);
  const issues = await new Validator(vocabulary()).validate(found);
  const wanted = issues.filter((issue) => issue.severity === "ERROR" || issue.errorType === "schemaOrg");
  return { types: Object.keys(found.jsonld).sort(), issues: wanted.map((issue) => issue.issueMessage) };
}

for (const [path, types] of Object.entries(PAGES).flatMap(([path, types]) => [
  [path, types] as const,
  [`/en${path}`, types] as const,
])) {
  test(`structured data is valid: ${path}`, async ({ request }) => {
    const html = await (await request.get(`${program.address}${path}`)).text();
    expect(await findings(html)).toEqual({ types, issues: [] });
  });
}

test("the validator knows the vocabulary, and finds mistakes", async () => {
  const page = (thing: object) =>
    `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...thing })}</script>`;
  const wrong = async (thing: object) => (await findings(page(thing))).issues;
  expect(await wrong({ "@type": "Event", name: "x", subEvent: [], eventStatus: "x" })).toEqual([]);
  expect(await wrong({ "@type": "Event", headline: "x" })).toHaveLength(1);
  expect(await wrong({ "@type": "Conferenze" })).toHaveLength(1);
  expect(await wrong({ "@type": "BreadcrumbList", itemListElement: [{ "@type": "ListItem", position: 1 }] })).not.toEqual([]);
});

test("browsers parse the block without running it, and the policy has nothing to refuse", async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(event.violatedDirective));
  });
  for (const [path, types] of Object.entries(PAGES)) {
    const response = await page.goto(`${program.address}${path}`);
    expect(response?.headers()["content-security-policy"]).not.toContain("unsafe-inline");
    const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(blocks.map((block) => JSON.parse(block)["@graph"].length), path).toEqual([types.length]);
  }
});
