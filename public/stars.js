// Stars: the sessions that a visitor chose, kept in this browser alone. The link of each session becomes a button.
const STORE = `stars:${new URL(".", import.meta.url).pathname}`;
const VERSION = 1;

const bar = () => document.querySelector(".plan-bar");

function stored() {
  try {
    const { version, codes } = JSON.parse(localStorage.getItem(STORE)) ?? { version: VERSION, codes: [] };
    return { version, codes: new Set(codes.filter((code) => typeof code === "string")) };
  } catch {
    // Blocked, or written by something else.
    return { version: VERSION, codes: new Set() };
  }
}

/** The codes of the starred sessions. */
export const starred = () => stored().codes;

/** Stores a change of the codes, which other tabs may have changed too. Says why if it cannot. */
export function change(apply) {
  const { version, codes } = stored();
  let problem = "";
  if (version > VERSION) {
    problem = bar()?.dataset.newer;
  } else {
    apply(codes);
    try {
      localStorage.setItem(STORE, JSON.stringify({ version: VERSION, codes: [...codes].sort() }));
    } catch {
      problem = bar()?.dataset.failed;
    }
  }
  show(problem);
}

/** Makes the stars of a part of the page buttons. */
export function upgrade(root, codes = starred()) {
  for (const star of root.querySelectorAll(".star")) {
    star.role = "button";
    mark(star, codes);
  }
}

function mark(star, codes) {
  const isStarred = codes.has(star.dataset.code);
  // An attribute that is set again costs style work, and a schedule has a thousand of them.
  if (star.ariaPressed === String(isStarred)) return;
  star.ariaPressed = isStarred;
  // The filter of the schedule reads it.
  const { dataset } = star.closest(".session") ?? star;
  if (isStarred) dataset.starred = "yes";
  else delete dataset.starred;
}

function show(problem = "") {
  const codes = starred();
  for (const star of document.querySelectorAll(".star")) mark(star, codes);
  const [text, link] = bar()?.children ?? [];
  if (text) {
    text.textContent = problem;
    text.hidden = !problem;
    if (link) {
      link.hidden = !codes.size;
      link.lastElementChild.textContent = codes.size;
    }
  }
  dispatchEvent(new Event("stars"));
}

document.addEventListener("click", (event) => {
  const star = event.target.closest?.(".star");
  if (!star || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const { code } = star.dataset;
  change((codes) => codes.delete(code) || codes.add(code));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches?.(".star")) return;
  event.preventDefault();
  event.target.click();
});
addEventListener("storage", ({ key }) => (key === STORE || key === null) && show());
// A page from the back-forward cache missed the changes of others.
addEventListener("pageshow", ({ persisted }) => persisted && show());

function start() {
  upgrade(document);
  show();
}

// A preview replaces the page.
addEventListener("renewal", start);
start();

// The visitor's clock may show other times than that of the venue. Sessions of a plan come later.
function compareClocks() {
  const time = document.querySelector('main time[datetime*="T"]');
  if (!time) return;
  const moment = new Date(time.dateTime);
  const local = new Date(moment - moment.getTimezoneOffset() * 60_000);
  if (!time.dateTime.startsWith(local.toISOString().slice(0, 16))) import("./zones.js");
}
addEventListener("sessions", compareClocks);
compareClocks();

// On a return visit the schedule says what changed since.
const release = document.querySelector(".last-release");
if (release) {
  const store = `release:${new URL(".", import.meta.url).pathname}`;
  const { release: number } = release.dataset;
  try {
    const seen = localStorage.getItem(store);
    if (seen !== number) localStorage.setItem(store, number);
    if (seen && Number(seen) < Number(number)) import("./changes.js").then(({ show }) => show(release, Number(seen)));
  } catch {
    // Without a store every visit is the first one.
  }
}
