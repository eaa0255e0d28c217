// Data for other programs, by the schemas of c3voc and by the project's own.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv";
import { Program } from "./program";
import { expect, test } from "./site";

/** The folder with c3voc's schemas, which the project does not contain. */
const SCHEMAS = process.env.C3VOC_SCHEMAS ?? "../../shared/schemas";

const BASE = "https://conference.example";

/** The errors that validators find in schedules. */
function schemaErrors(xml: string[], json: string[]): string[] {
  const input = JSON.stringify({ xml, json });
  const script = ["validate_schedules.py", SCHEMAS];
  return JSON.parse(execFileSync("../target/python/bin/python", script, { input, encoding: "utf8" }));
}

/** Content that breaks careless writers. */
function careless() {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  mkdirSync(join(folder, "program/sessions"), { recursive: true });
  const write = (path: string, front: string[], body: string) =>
    writeFileSync(join(folder, "program", path), ["---", ...front, "---", "", body, ""].join("\n"));
  const long = "長い👩‍💻".repeat(2_000);
  write(
    "event.md",
    [
      'name: { ja: "会議 ]]> 🎉", en: "A & <B>" }',
      "acronym: X-1",
      "timezone: Etc/GMT+9",
      "days: [2016-10-29, 2016-10-30]",
      "languages: [ja, en]",
      "url: mailto:info@example.org",
      "rooms: [{ id: a, name: \"]]>\" }, { id: 2, name: \"]]>\" }]",
      "tracks: [{ id: t, name: \"<T>\", color: \"#0b6\" }]",
    ],
    "本文です。",
  );
  const session = (slug: string, ...front: string[]) =>
    write(`sessions/${slug}.md`, ["format: talk", ...front], `制御\u0001\u0008\u001f文字 ]]> <script>x</script> ${slug}`);
  session("a", 'title: "]]> & <b> 👩‍💻"', "start: 2016-10-29 10:00", "room: a", "track: t");
  session("b", `title: ${long}`, "start: 2016-10-29 11:00", "room: 2", "links: { mail: \"mailto:a@example.org\" }");
  session("c", "title: C", "start: 2016-10-30 01:30", "end: 2016-10-30 09:00", "venue: \"<Pier> 7\"");
  session("d", "title: D", "start: 2016-10-29 01:30", "duration: 30m", "canceled: true");
  write("sessions/e.md", ["title: E", "format: talk", "start: 2016-10-30 10:00"], long);
  return folder;
}

/** A copy of a fixture, beside which the program may keep pictures. */
function copy(fixture: string) {
  const folder = mkdtempSync(join(tmpdir(), "serverlessconf-"));
  cpSync(`../server/tests/fixtures/${fixture}`, folder, { recursive: true });
  return folder;
}

const SITES: [string, () => string, string[]][] = [
  ["the built-in content", () => Program.copy(), ["", "/en"]],
  ["three rooms", () => copy("serverlessdays-tokyo-2023"), [""]],
  ["careless content", careless, ["", "/en"]],
];

for (const [name, content, prefixes] of SITES) {
  test(`validators accept the data of ${name}`, async ({ request }) => {
    const program = await Program.serve(request, 3169, content(), ["--base-url", BASE]);
    try {
      const text = async (path: string) => (await request.get(`${program.address}${path}`)).text();
      const ajv = new Ajv({ strict: false, logger: false });
      for (const kind of ["conference", "sessions"]) {
        const validate = ajv.compile(JSON.parse(await text(`/schema/${kind}.json`)));
        for (const prefix of prefixes) {
          const document = JSON.parse(await text(`${prefix}/${kind}.json`));
          expect(validate(document) ? [] : validate.errors, kind).toEqual([]);
          // Each of them is typed, and none may be missing.
          for (const field of Object.keys(document)) {
            expect(validate({ ...document, [field]: undefined }), field).toBe(false);
            expect(validate({ ...document, [field]: { other: true } }), field).toBe(false);
          }
        }
      }
      if (process.env.C3VOC_SCHEMAS || existsSync(SCHEMAS)) {
        const xml = await Promise.all(prefixes.map((prefix) => text(`${prefix}/schedule.xml`)));
        const json = await Promise.all(prefixes.map((prefix) => text(`${prefix}/schedule.json`)));
        expect(xml.every((document) => document.includes("<event "))).toBe(true);
        expect(schemaErrors(xml, json)).toEqual([]);
        const broken = [xml[0].replace('guid="', 'guid="x'), json[0].replace('"duration":"', '"duration":"x')];
        expect(schemaErrors([broken[0]], [broken[1]]).length).toBeGreaterThan(1);
      }
    } finally {
      await program.stop();
    }
  });
}

test("a script of another site reads the sessions", async ({ page, request }) => {
  const program = await Program.serve(request, 3169, Program.copy(), []);
  const other = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end("<!DOCTYPE html><title>Another site</title>");
  });
  try {
    // Another port is another origin.
    await new Promise<void>((resolve) => other.listen(3170, "127.0.0.1", resolve));
    await page.goto("http://127.0.0.1:3170/");
    const url = `${program.address}/en/sessions.json?format=keynote`;
    const titles = await page.evaluate(async (url) => {
      const { sessions } = await (await fetch(url)).json();
      return sessions.map(({ title }: { title: string }) => title);
    }, url);
    expect(titles).toEqual(["Go Serverless, Compute Only When it Matters!"]);
  } finally {
    other.close();
    await program.stop();
  }
});
