// Stars: sessions that a visitor chose, stored in this browser alone.
const SITE = new URL(".", import.meta.url).pathname;
const STORE = "stars:" + SITE;
const VERSION = 1;

const bar = () => document.querySelector(".plan-bar");
const codeOf = (star) => star.getAttribute("href").slice(-5);

function stored() {
  try {
    const { version = VERSION, codes } = JSON.parse(localStorage.getItem(STORE)) ?? {};
    return { version, codes: new Set(Array.isArray(codes) ? codes : []) };
  } catch {
    return { version: VERSION, codes: new Set() };
  }
}

export const starred = () => stored().codes;

/** Stores a change of the codes. Says why if it cannot. */
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

/** Makes links of stars buttons. */
export function upgrade(root, codes = starred()) {
  for (const star of root.querySelectorAll(".star")) {
    const label = star.getAttribute("aria-label");
    if (label && !star.hasAttribute("role")) {
      star.setAttribute("aria-label", `${label}: ${star.parentElement.querySelector(".session-title").textContent}`);
    }
    star.setAttribute("role", "button");
    mark(star, codes);
  }
}

function mark(star, codes) {
  const isStarred = codes.has(codeOf(star));
  // Setting it again costs style work.
  if (star.getAttribute("aria-pressed") === String(isStarred)) return;
  star.setAttribute("aria-pressed", isStarred);
  // For the filter.
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
  }
  if (link) {
    link.hidden = !codes.size;
    link.lastElementChild.textContent = codes.size;
  }
  dispatchEvent(new Event("stars"));
}

document.addEventListener("click", (event) => {
  const star = event.target.closest?.(".star");
  if (!star || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const code = codeOf(star);
  change((codes) => codes.delete(code) || codes.add(code));
});
document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches?.(".star")) return;
  event.preventDefault();
  if (!event.repeat) event.target.click();
});
document.addEventListener(
  "toggle",
  ({ target }) => target.matches(".schedule .calendar-panel") && import("./calendar.js").then(({ note }) => note(target)),
  true,
);
addEventListener("storage", ({ key }) => (key === STORE || key === null) && show());
// From the back-forward cache.
addEventListener("pageshow", ({ persisted }) => persisted && show());

function start() {
  upgrade(document);
  show();
}

addEventListener("renewal", start);
start();

const zone = bar()?.dataset.zone;
if (zone && zone !== Intl.DateTimeFormat().resolvedOptions().timeZone) import("./zones.js");

// A return visit lists the changes since the last one.
const line = document.querySelector(".last-release");
const store = "release:" + SITE;
try {
  const seen = localStorage.getItem(store);
  if (line && !seen) localStorage.setItem(store, line.dataset.release);
  else if (line && seen !== line.dataset.release) import("./changes.js").then(({ visit }) => visit(line, store, seen));
} catch {
  // No storage: a first visit.
}
