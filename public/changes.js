// The changes of the programme since the last visit: those of the plan first.
import { starred } from "./stars.js";

/** The most changes that are shown; all of them are on the page of changes. */
const MOST = 8;

/**
 * Adds the changes of the releases after one to the page, below the line with the last release. True if they are known, so
 * that the next visit begins with this release.
 */
export async function show(line, seen) {
  const link = line.querySelector("a");
  const answer = await fetch(link.href);
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const releases = [...page.querySelectorAll(".release")].filter(({ dataset }) => dataset.release > seen);
  const codes = starred();
  const isStarred = (item) => codes.has(item.dataset.code);
  const changes = releases.flatMap((release) => [...release.querySelectorAll("li")]);
  changes.sort((a, b) => isStarred(b) - isStarred(a));
  if (!changes.length) return true;
  const section = document.createElement("section");
  section.className = "since-visit";
  const heading = document.createElement("h2");
  heading.textContent = line.dataset.since;
  const list = document.createElement("ul");
  for (const change of changes.slice(0, MOST)) {
    const item = document.importNode(change, true);
    item.classList.toggle("is-starred", isStarred(change));
    list.append(item);
  }
  section.append(heading, list);
  if (changes.length > MOST) {
    const more = document.createElement("p");
    more.append(link.cloneNode(true));
    section.append(more);
  }
  line.after(section);
  return true;
}
