// The plan of this browser, and one's own plan beside a shared one. Sessions are copied from the page with all of them.
import { isServed } from "./calendar.js";
import { change, starred, upgrade } from "./stars.js";

const view = document.querySelector(".plan-view");
const words = view.dataset;
const part = (selector) => view.querySelector(selector);
const days = part(".plan-days");
const texts = new URLSearchParams(location.search).getAll("s").flatMap((codes) => codes.toLowerCase().split("."));
const asked = new Set(texts.filter((code) => /^[0-9a-z]{1,8}$/.test(code)).sort());
const isOwn = !asked.size;

let all;
/** The page with all sessions, fetched once. */
async function allSessions() {
  all ??= fetch(words.sessions).then(async (answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  });
  try {
    return await all;
  } catch (error) {
    all = undefined;
    throw error;
  }
}

/** Says something in the line that screen readers announce. */
function say(text) {
  part(".plan-status").textContent = text;
}

const fill = (template, ...values) => template.replace(/\{\}/g, () => values.shift());
const length = (minutes) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return ((hours ? fill(words.hours, hours) : "") + (rest || !hours ? fill(words.minutes, rest) : "")).trim();
};

/** The minutes that a change of rooms takes, if the event says it. */
function changeover(from, to) {
  const pairs = words.changeovers ? words.changeovers.split("|").map((pair) => pair.split(" ")) : [];
  const pair = pairs.find(([a, b]) => (a === from && b === to) || (a === to && b === from));
  const minutes = pair ? pair[2] : words.changeover;
  return minutes === undefined ? undefined : Number(minutes);
}

/** The notes before a session, as `notes.rs` writes them. */
function notes(item, items) {
  const { canceled, start, end, room } = item.dataset;
  if (canceled !== undefined) return [];
  const takesTime = ({ dataset }) => dataset.canceled === undefined && dataset.end !== undefined;
  const found = [];
  const day = (minutes) => Math.floor(minutes / 1440);
  const before = items.slice(0, items.indexOf(item)).filter(takesTime);
  const today = before.filter(({ dataset }) => +dataset.end <= +start && day(dataset.end) === day(start));
  // Of two that end at the same time, the later one in the plan.
  const last = today.reduce((last, other) => (last && +last.dataset.end > +other.dataset.end ? last : other), null);
  const available = last && start - last.dataset.end;
  if (last?.dataset.room && room && last.dataset.room !== room) {
    const needed = changeover(last.dataset.room, room);
    const name = item.querySelector(".room")?.textContent ?? "";
    const text = fill(words.change, name, length(available));
    const isTight = needed !== undefined && available < needed;
    const whole = needed === undefined ? text : text + fill(words.needs, length(needed));
    found.push([isTight ? words.tight + whole : whole, isTight]);
  } else if (available >= 15) {
    found.push([fill(words.pause, length(available)), false]);
  }
  const overlaps = end
    ? items.filter((other) => other !== item && takesTime(other) && +start < +other.dataset.end && +other.dataset.start < +end)
    : [];
  for (const other of overlaps.slice(0, 3)) {
    found.push([fill(words.overlaps, other.querySelector(".session-title").textContent), true]);
  }
  if (overlaps.length > 3) found.push([fill(words.more, overlaps.length - 3), true]);
  return found;
}

function paragraph(className, text) {
  const line = document.createElement("p");
  line.className = className;
  line.textContent = text;
  return line;
}

/** Shows the sessions with these codes, each with the mark of its owner if there is one, and returns their codes. */
async function show(codes, owner) {
  const source = await allSessions();
  const copies = [];
  for (const day of source.querySelectorAll(".plan-day")) {
    const items = [...day.querySelectorAll(".plan-item")].filter((item) => codes.has(item.dataset.code));
    if (!items.length) continue;
    const copy = document.importNode(day, false);
    const list = document.importNode(day.querySelector(".plan-list"), false);
    list.append(...items.map((item) => document.importNode(item, true)));
    copy.append(document.importNode(day.querySelector("h2"), true), list);
    copies.push(copy);
  }
  const items = copies.flatMap((copy) => [...copy.querySelectorAll(".plan-item")]);
  for (const item of items) {
    item.querySelector("input").remove();
    item.prepend(
      ...notes(item, items).map(([text, isWarning]) => paragraph(isWarning ? "plan-note plan-warning" : "plan-note", text)),
    );
    if (owner) {
      const mark = document.createElement("strong");
      mark.className = "plan-owner";
      mark.textContent = words[owner(item.dataset.code)];
      item.querySelector(".session-marks").prepend(mark, " ");
    }
  }
  days.replaceChildren(...copies);
  upgrade(days);
  const known = new Set(items.map((item) => item.dataset.code));
  nameMissing(source, codes, known);
  dispatchEvent(new Event("sessions"));
  say(known.size ? fill(words.count, known.size) : "");
  part(".plan-empty").hidden = known.size > 0;
  return known;
}

/** Names the codes of no session, and of sessions that were withdrawn. Of the own plan they can be removed. */
function nameMissing(source, codes, known) {
  for (const old of view.querySelectorAll(".plan-unknown")) old.remove();
  const missing = [...codes].filter((code) => !known.has(code));
  const withdrawn = [...source.querySelectorAll(".plan-withdrawn [data-code]")].filter((one) => codes.has(one.dataset.code));
  const unknown = missing.filter((code) => !withdrawn.some((one) => one.dataset.code === code));
  const lines = withdrawn.map((one) => [one.textContent, [one.dataset.code]]);
  if (unknown.length) lines.push([fill(words.unknown, unknown.slice(0, 10).join(", ")), unknown]);
  for (const [text, named] of lines) {
    const line = paragraph("plan-unknown", text);
    if (isOwn) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words.remove;
      button.addEventListener("click", () => {
        line.remove();
        change((codes) => named.forEach((code) => codes.delete(code)));
        part(".plan-status").focus();
      });
      line.append(button);
    }
    days.before(line);
  }
}

/** The plan with these codes as a query: sorted, as the server writes it. */
const query = (codes) => `?s=${[...codes].sort().join(".")}`;

/** The address of the plan, and the links of the panels to it. */
function offer(codes) {
  const [share, panel] = [part(".plan-share"), part(".calendar-panel")];
  share.hidden = panel.hidden = !codes.size;
  // The QR code is that of the plan before: it is asked for again.
  const qr = share.querySelector(".plan-qr-panel");
  if (isOwn && qr) qr.open = false;
  if (!codes.size) return;
  share.querySelector("input").value = location.origin + location.pathname + query(codes);
  const paper = share.querySelector("[data-paper]");
  paper.href = paper.dataset.paper + query(codes);
  for (const place of panel.querySelectorAll("[data-calendar]")) {
    const address = place.dataset.calendar + query(codes);
    // The file is made here.
    if (place.hasAttribute("download")) continue;
    if (place.localName === "input") place.value = address;
    else place.href = (place.dataset.before ?? "") + (place.dataset.before ? encodeURIComponent(address) : address);
  }
}

/** The code of an event of a calendar: the first 25 bits of its UID. */
function codeOf(event) {
  const bits = Number.parseInt(/^UID:([0-9a-f]{8})/m.exec(event)?.[1] ?? "0", 16) >>> 7;
  return [20, 15, 10, 5, 0].map((shift) => "0123456789abcdefghjkmnpqrstvwxyz"[(bits >>> shift) & 31]).join("");
}

/** Offers a file with the events of the plan. It is made here of the calendar of all sessions, so that no code is sent. */
async function download(codes) {
  try {
    const answer = await fetch(words.calendar);
    if (!answer.ok) throw new Error(answer.statusText);
    const events = /BEGIN:VEVENT\r\n[^]*?END:VEVENT\r\n/g;
    const calendar = (await answer.text()).replace(events, (event) => (codes.has(codeOf(event)) ? event : ""));
    const file = document.createElement("a");
    file.href = URL.createObjectURL(new Blob([calendar], { type: "text/calendar" }));
    file.download = "plan.ics";
    file.click();
    setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
  } catch {
    say(words.failed);
    part(".plan-status").focus();
  }
}

/** Makes the panels offer the plan that `codes` returns. */
function wirePanels(codes) {
  const [share, panel] = [part(".plan-share"), part(".calendar-panel")];
  offer(codes());
  panel.querySelector("a[download]").addEventListener("click", (event) => {
    event.preventDefault();
    download(codes());
  });
  panel.addEventListener("toggle", async () => {
    const isOffered = await isServed();
    for (const place of panel.querySelectorAll("[data-calendar]:not([download])")) place.closest("li").hidden = !isOffered;
    panel.querySelector(".plan-no-server").hidden = isOffered;
  });
  share.addEventListener("toggle", async () => {
    const isOffered = await isServed();
    share.querySelector(".plan-no-server").hidden = isOffered;
    share.querySelector(".plan-on-paper").hidden = !isOffered;
  });
  const qr = share.querySelector(".plan-qr-panel");
  qr?.addEventListener("toggle", () => {
    if (!qr.open) return;
    const image = qr.querySelector("img") ?? new Image(240, 240);
    image.alt = qr.dataset.label;
    image.src = qr.dataset.qr + query(codes());
    image.onerror = () => (qr.hidden = true);
    qr.querySelector("figure").prepend(image);
  });
  const copy = share.querySelector("button");
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", () => {
    const address = share.querySelector("input");
    navigator.clipboard.writeText(address.value).then(
      () => say(copy.dataset.copied),
      () => address.select(),
    );
  });
}

/** The plan of this browser: nothing of it leaves it. */
async function showOwn() {
  // The form makes a plan of an address.
  part(".plan-choose").hidden = true;
  let known = new Set();
  const refresh = async () => {
    const codes = starred();
    // A session whose star is taken away stays until the page is loaded again, so that a slip can be undone.
    if ([...codes].some((code) => !known.has(code))) known = await show(new Set([...known, ...codes]));
    for (const item of days.querySelectorAll(".plan-item")) {
      item.classList.toggle("is-removed", !codes.has(item.dataset.code));
    }
    const count = [...codes].filter((code) => known.has(code)).length;
    say(count ? fill(words.count, count) : "");
    offer(codes);
  };
  addEventListener("stars", () => refresh().catch(fail));
  wirePanels(starred);
  known = await show(starred());
  await refresh();
}

/** A shared plan, and one's own beside it. */
async function showShared() {
  wirePanels(() => asked);
  upgrade(days);
  // A static host, or the service worker, answers with the page of one's own plan.
  if (words.plan !== [...asked].join(".")) {
    document.title = document.title.replace(words.title, words.sharedTitle);
    document.querySelector("h1").textContent = words.sharedTitle;
    part(".plan-private").hidden = true;
    part(".plan-choose").hidden = true;
    await show(asked);
  }
  const compare = part(".plan-compare");
  const [fieldset, button] = compare.children;
  const real = () => new Set([...days.querySelectorAll(".plan-item")].map((item) => item.dataset.code));
  const theirs = [...asked].filter((code) => real().has(code));
  let isCompared = false;
  const difference = () => {
    const own = starred();
    const missing = theirs.some((code) => !own.has(code));
    fieldset.hidden = !own.size || (own.size === theirs.length && !missing);
    button.hidden = !missing;
    compare.hidden = fieldset.hidden && button.hidden;
  };
  const choose = async () => {
    isCompared = true;
    const own = starred();
    const chosen = fieldset.hidden ? "theirs" : fieldset.querySelector(":checked").value;
    const codes = { theirs: asked, mine: own, both: new Set([...asked, ...own]) }[chosen];
    await show(codes, (code) => (own.has(code) ? (asked.has(code) ? "both" : "mine") : "theirs"));
  };
  fieldset.addEventListener("change", () => choose().catch(fail));
  button.addEventListener("click", () => {
    change((codes) => theirs.forEach((code) => codes.add(code)));
    say(compare.dataset.taken);
    part(".plan-status").focus();
  });
  addEventListener("stars", () => {
    difference();
    if (isCompared) choose().catch(fail);
  });
  difference();
}

/** Says that the sessions could not be fetched. */
function fail() {
  say(words.unreachable);
}

await (isOwn ? showOwn() : showShared()).catch(fail);
view.dataset.ready = "";
