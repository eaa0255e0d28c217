// Reports for other programs: SARIF is held against the schema of the standard.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import Ajv from "ajv";
import { expect, test } from "./site";

const INVALID = "../server/tests/fixtures/invalid";

/** The report of `check`, which fails where there are errors. */
function report(folder: string) {
  const binary = process.env.SERVERLESSCONF ?? "../target/release/serverlessconf";
  try {
    return execFileSync(binary, ["check", folder, "--format", "sarif"], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

test("every report in SARIF follows the schema of the standard", () => {
  const file = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
  // It is written in draft 4, of which it uses nothing that later drafts read in another way, and with a pattern that is none
  // where patterns are Unicode.
  const { $schema, id, ...schema } = JSON.parse(readFileSync(file, "utf8"));
  const options = { strict: false, logger: false, validateFormats: false, unicodeRegExp: false } as const;
  const validate = new Ajv(options).compile(schema);
  const folders = readdirSync(INVALID, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.length).toBeGreaterThan(30);
  for (const folder of ["..", ...folders.map((entry) => `${INVALID}/${entry.name}`)]) {
    const log = JSON.parse(report(folder));
    expect(validate(log) ? [] : validate.errors, folder).toEqual([]);
  }
  // The schema is one that finds mistakes.
  const log = JSON.parse(report(`${INVALID}/markdown`));
  log.runs[0].results[0].level = "bad";
  expect(validate(log)).toBe(false);
});
