// Turns a conference into the content of a Hugo site. The words stay; front matter gets the names that Hugo knows, and
// questions, paragraphs after "---- ", become headings.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";

/** The front matter and the body of a file. */
function read(path) {
  const [, frontMatter, body] = /^---\n(.*?\n)---\n(.*)$/s.exec(readFileSync(path, "utf8"));
  return { fields: parse(frontMatter), body };
}

/** When a session begins and ends, in the event's time zone, which the Hugo site has, too. */
function times({ start, end, duration }) {
  const [day, clock] = start.split(" ");
  const minute = (clock) => clock.split(":").reduce((hours, minutes) => Number(hours) * 60 + Number(minutes));
  const minutes = duration ? Number.parseInt(duration, 10) : minute(end.split(" ").at(-1)) - minute(clock);
  const last = minute(clock) + minutes;
  const two = (number) => String(number).padStart(2, "0");
  return { date: `${day}T${clock}:00`, end: `${day}T${two(Math.floor(last / 60))}:${two(last % 60)}:00`, minutes };
}

const questions = (body) => body.replaceAll(/^---- /gm, "### ");

/** The front matter in Hugo's names. */
const kinds = {
  "program/speakers": ({ name, ...others }, body) => [{ title: name, ...others }, body],
  "program/sessions": ({ start, end, duration, ...others }, body) => [
    { ...others, ...times({ start, end, duration }) },
    body,
  ],
  interviews: ({ published, ...others }, body) => [{ ...others, date: published }, questions(body)],
};

export function convert(conference, site) {
  const write = (path, text) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  };
  const item = (path, fields, body) => write(path, `---\n${stringify(fields)}---\n${body}`);
  for (const [folder, translate] of Object.entries(kinds)) {
    const section = folder.split("/").at(-1);
    for (const name of readdirSync(join(conference, folder))) {
      const { fields, body } = read(join(conference, folder, name));
      item(`content/${section}/${name}`, ...translate(fields, body));
    }
  }
  const event = read(join(conference, "program/event.md"));
  write("data/event.yaml", stringify(event.fields));
  item("content/about.md", { title: "About" }, event.body);
  item("content/sessions/_index.md", { title: "Schedule", url: "schedule.html", script: "/islands.js" }, "");
  for (const title of ["Speakers", "Interviews", "News"]) {
    const name = title.toLowerCase();
    item(`content/${name}/_index.md`, { title, url: `${name}.html` }, "");
  }
  item("content/tags/_index.md", { title: "Tags", url: "tags.html" }, "");
}
