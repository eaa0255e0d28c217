// The schemas that editors check front matter with: they accept what the program accepts, and find what is mistyped.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import { parse } from "yaml";
import { expect, test } from "./site";

const ROOTS = ["..", "../server/tests/fixtures/minimal", "../server/tests/fixtures/serverlessdays-tokyo-2023"];
const FOLDERS = { session: "program/sessions", speaker: "program/speakers", interview: "interviews", news: "news" };

/** The front matter of the Markdown files in a folder, translations aside. */
const frontMatter = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /^[a-z0-9-]+\.md$/.test(name))
    .map((name) => ({ name: join(folder, name), value: read(join(folder, name)) }));

const read = (path: string) => parse(readFileSync(path, "utf8").split("\n---\n")[0].replace(/^---\n/, ""));

const errors = (validate: ValidateFunction, value: unknown) => (validate(value) ? [] : validate.errors);

test("the schemas accept every file of every conference here, and no mistyped field", async ({ request }) => {
  const ajv = new Ajv({ strict: false, logger: false });
  const schema = async (kind: string) => ajv.compile(await (await request.get(`/schema/${kind}.json`)).json());
  for (const [kind, folder] of Object.entries(FOLDERS)) {
    const validate = await schema(kind);
    const files = ROOTS.flatMap((root) => {
      const path = join(root, folder);
      return readdirSync(root).includes(folder.split("/")[0]) ? frontMatter(path) : [];
    });
    expect(files.length).toBeGreaterThan(1);
    for (const { name, value } of files) {
      expect(errors(validate, value), name).toEqual([]);
      expect(errors(validate, { ...value, sumary: "x" }), name).not.toEqual([]);
    }
  }
  const validate = await schema("event");
  for (const root of ROOTS) expect(errors(validate, read(join(root, "program/event.md"))), root).toEqual([]);
});

/** The front matter that a form of the table stands for; the loader is held against the same one (conference/src/schema.rs). */
const frontMatterOf = (base: string, form: string) => {
  const lines = base.split("\n").filter((line) => line && !form.startsWith(line.split(":")[0] + ":"));
  return parse(form.startsWith("removed:") ? form : [...lines, form].join("\n"));
};

test("the schemas accept every form of a value that is read, and refuse what is refused", async ({ request }) => {
  const ajv = new Ajv({ strict: false, logger: false });
  const table = JSON.parse(readFileSync("../conference/src/schema/forms.json", "utf8"));
  for (const [kind, base] of Object.entries<string>(table.base)) {
    const validate = ajv.compile(await (await request.get(`/schema/${kind}.json`)).json());
    for (const form of table.accepted[kind])
      expect(errors(validate, frontMatterOf(base, form)), `${kind} ${form}`).toEqual([]);
    for (const form of table.refused[kind])
      expect(errors(validate, frontMatterOf(base, form)), `${kind} ${form}`).not.toEqual([]);
  }
});
