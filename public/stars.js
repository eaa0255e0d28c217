// Stars: the sessions that a visitor chose, stored in this browser alone. The link of each session becomes a button.
const SITE = new URL(".", import.meta.url).pathname;
const STORE = `stars:${SITE}`;
const VERSION = 1;

const bar = () => document.querySelector(".plan-bar");

function stored() {
  try {
    const { version = VERSION, codes } = JSON.parse(localStorage.getItem(STORE)) ?? {};
    return { version, codes: new Set(Array.isArray(codes) ? codes.filter((code) => typeof code === "string") : []) };
  } catch {
    // Storage is blocked, or the text is not of this script.
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
    star.setAttribute("role", "button");
    mark(star, codes);
  }
}

function mark(star, codes) {
  const isStarred = codes.has(star.dataset.code);
  // An attribute that is set again costs style work, and a schedule has a thousand of them.
  if (star.getAttribute("aria-pressed") === String(isStarred)) return;
  star.setAttribute("aria-pressed", isStarred);
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
  if (!event.repeat) event.target.click();
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
  const times = [...document.querySelectorAll(".times time, .slot-time time")];
  const differs = ({ dateTime }) => {
    const moment = new Date(dateTime);
    const local = new Date(moment - moment.getTimezoneOffset() * 60_000);
    return !dateTime.startsWith(local.toISOString().slice(0, 16));
  };
  if (times.some(differs)) import("./zones.js");
}
addEventListener("sessions", compareClocks);
compareClocks();

// On a return visit the schedule lists the changes since the last one.
const line = document.querySelector(".last-release");
if (line) {
  const store = `release:${SITE}`;
  const number = line.dataset.release;
  try {
    const seen = localStorage.getItem(store);
    const isNew = seen && Number(seen) < Number(number);
    const shown = isNew ? import("./changes.js").then(({ show }) => show(line, Number(seen))) : Promise.resolve(true);
    shown.then((isShown) => isShown && seen !== number && localStorage.setItem(store, number)).catch(() => {});
  } catch {
    // Without storage every visit is the first one.
  }
}
