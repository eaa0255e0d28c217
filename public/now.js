// Lets live pages follow the clock: shows the sessions of each minute, counts their minutes, and asks for changes.
const MINUTE = 60_000;
const all = (root, selector) => [...root.querySelectorAll(selector)];
const part = () => document.querySelector(".live");
let shown;

function show(root) {
  const now = Date.now();
  const { hours, minutes, zone } = root.dataset;
  const length = (count) => {
    const [h, m] = [Math.floor(count / 60), count % 60];
    return ((h ? hours.replace("{}", h) : "") + (m || !h ? minutes.replace("{}", m) : "")).trim();
  };
  const clock = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
  for (const one of all(root, "[data-clock]")) {
    one.textContent = clock.format(now);
    one.hidden = false;
  }
  for (const one of all(root, "[data-from], [data-until]")) {
    const { from, until } = one.dataset;
    one.hidden = now < Date.parse(from) || now >= Date.parse(until);
  }
  for (const one of all(root, "[data-to]")) {
    const left = Math.ceil((Date.parse(one.dataset.to) - now) / MINUTE);
    if (left >= 0) one.textContent = root.dataset[one.dataset.count].replace("{}", length(left));
  }
  for (const bar of all(root, "[data-start]")) bar.value = Math.max(0, (now - Date.parse(bar.dataset.start)) / MINUTE);
  for (const group of all(root, "[data-group]")) group.hidden = !group.querySelector("li:not([hidden])");
}

// Shows a page, and keeps the focus: on the same link, which may have moved.
function change(root, action) {
  const link = document.activeElement?.closest(".live a")?.getAttribute("href");
  action();
  show(root());
  const focused = document.activeElement;
  if (!link || (focused.closest(".live") && focused.checkVisibility())) return;
  const same = all(root(), "a").find((one) => one.getAttribute("href") === link && one.checkVisibility());
  (same ?? document.querySelector("main")).focus({ preventScroll: true });
}

function tick() {
  const minute = Math.floor(Date.now() / MINUTE);
  if (minute === shown || !part()) return;
  shown = minute;
  change(part, () => {});
}

// Without a network the page stays and its clock goes on.
async function renew() {
  try {
    const response = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(MINUTE / 2) });
    if (!response.ok || response.redirected) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const [old, next] = [document, page].map((one) => one.querySelector(".live"));
    if (!next) return;
    // The line on a page that came from the copy of the browser: from here on it is the present page.
    document.querySelector(".saved-copy")?.remove();
    if (next.dataset.revision === old.dataset.revision) return;
    for (const style of all(page, "link[rel=stylesheet]")) {
      if (!document.querySelector(`link[href="${style.getAttribute("href")}"]`)) document.head.append(style);
    }
    change(part, () => old.replaceWith(document.adoptNode(next)));
  } catch {}
}

const wake = () => document.querySelector(".screen") && navigator.wakeLock?.request("screen").catch(() => {});

tick();
wake();
setInterval(tick, 1000);
setInterval(renew, MINUTE);
document.addEventListener("visibilitychange", () => document.hidden || wake());
