// The changes of the programme since the last visit: those of the plan first.
import { starred } from "./stars.js";

/** The most changes that are shown; all of them are on the page of changes. */
const MOST = 8;

/** Shows the changes since the release that this browser saw last. */
export async function visit(line, store, seen) {
  try {
    await show(line, Number(seen));
    localStorage.setItem(store, line.dataset.release);
  } catch {
    // The changes could not be fetched, and the next visit tries again.
  }
}

/** Adds the changes of the releases after one to the page, below the line with the last release. */
async function show(line, seen) {
  const link = line.querySelector("a");
  const answer = await fetch(link.href);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const releases = [...page.querySelectorAll(".release")].filter(({ dataset }) => dataset.release > seen);
  const codes = starred();
  const isStarred = (item) => codes.has(item.dataset.code);
  const changes = releases.flatMap((release) => [...release.querySelectorAll("li")]);
  changes.sort((a, b) => isStarred(b) - isStarred(a));
  if (!changes.length) return;
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
}
