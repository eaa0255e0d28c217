// The plan of this browser, and one's own plan beside a shared one. Sessions are copied from the page with all of them.
import { change, starred, upgrade } from "./stars.js";

const view = document.querySelector(".plan-view");
const words = view.dataset;
const part = (selector) => view.querySelector(selector);
const days = part(".plan-days");
const texts = new URLSearchParams(location.search).getAll("s").flatMap((codes) => codes.toLowerCase().split("."));
const asked = new Set(texts.filter((code) => /^[0-9a-z]{1,8}$/.test(code)).sort());
const rendered = words.plan;
const isOwn = !asked.size;

let all;
/** The days with all sessions, fetched once. */
const allDays = () =>
  (all ??= fetch(words.sessions).then(async (answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }));

const fill = (template, ...values) => template.replace(/\{\}/g, () => values.shift());
const length = (minutes) => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [hours && fill(words.hours, hours), (rest || !hours) && fill(words.minutes, rest)];
  return parts.filter(Boolean).join(document.documentElement.lang === "ja" ? "" : " ");
};

/** The minutes that a change of rooms takes, if the event says it. */
function changeover(from, to) {
  const pairs = words.changeovers ? words.changeovers.split("|").map((pair) => pair.split(" ")) : [];
  const pair = pairs.find(([a, b]) => (a === from && b === to) || (a === to && b === from));
  return pair ? Number(pair[2]) : words.changeover && Number(words.changeover);
}

/** The notes before a session, as `notes.rs` writes them. */
function notes(item, items) {
  const { canceled, start, end, room } = item.dataset;
  if (canceled !== undefined) return [];
  const others = items.filter((other) => other !== item && other.dataset.canceled === undefined && other.dataset.end);
  const found = [];
  const day = (minutes) => Math.floor(minutes / 1440);
  const earlier = items.slice(0, items.indexOf(item));
  const before = others.filter((other) => earlier.includes(other)).filter(({ dataset }) => +dataset.end <= +start && day(dataset.end) === day(start));
  // Of two that end at the same time, the later one in the plan.
  const last = before.reduce((last, other) => (last && +last.dataset.end > +other.dataset.end ? last : other), null);
  const available = last && start - last.dataset.end;
  if (last?.dataset.room && room && last.dataset.room !== room) {
    const needed = changeover(last.dataset.room, room);
    const name = item.querySelector(".room")?.textContent ?? "";
    const text = fill(words.change, name, length(available)) + (needed ? fill(words.needs, length(needed)) : "");
    const isTight = needed && available < needed;
    found.push([isTight ? words.tight + text : text, isTight]);
  } else if (available >= 15) {
    found.push([fill(words.pause, length(available)), false]);
  }
  const overlaps = end ? others.filter(({ dataset }) => +start < +dataset.end && +dataset.start < +end) : [];
  for (const other of overlaps.slice(0, 3)) {
    found.push([fill(words.overlaps, other.querySelector(".session-title").textContent), true]);
  }
  if (overlaps.length > 3) found.push([fill(words.more, overlaps.length - 3), true]);
  return found;
}

/** Shows the sessions with these codes; `owner` names whose plan a session is in. */
async function show(codes, owner) {
  const source = await allDays();
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
    const lines = notes(item, items).map(([text, isWarning]) => {
      const line = document.createElement("p");
      line.className = isWarning ? "plan-note plan-warning" : "plan-note";
      line.textContent = text;
      return line;
    });
    item.prepend(...lines);
    if (owner) {
      const mark = document.createElement("strong");
      mark.className = "plan-owner";
      mark.textContent = words[owner(item.dataset.code)];
      item.querySelector(".session-marks").prepend(mark, " ");
    }
  }
  days.replaceChildren(...copies);
  dispatchEvent(new Event("sessions"));
  upgrade(days);
  const known = new Set(items.map((item) => item.dataset.code));
  part(".plan-status").textContent = items.length ? fill(words.count, known.size) : "";
  part(".plan-empty").hidden = items.length > 0;
  return known;
}

/** The plan with these codes as a query: sorted, as the server writes it. */
const query = (codes) => `?s=${[...codes].sort().join(".")}`;

/** The address of the plan, and everything that the panels offer for it. */
function offer(codes) {
  const share = part(".plan-share");
  share.hidden = !codes.size;
  share.querySelector("input").value = location.origin + location.pathname + query(codes);
  const paper = share.querySelector("[data-paper]");
  if (share.open) paper.href = paper.dataset.paper + query(codes);
  const figure = share.querySelector(".plan-qr");
  if (figure && share.open) {
    figure.hidden = false;
    const image = figure.querySelector("img") ?? new Image(240, 240);
    image.alt = figure.dataset.label;
    image.src = figure.dataset.qr + query(codes);
    // There is none without a server.
    image.onerror = () => (figure.hidden = true);
    figure.prepend(image);
  }
  const panel = part(".calendar-panel");
  panel.hidden = !codes.size;
  if (!codes.size) return;
  for (const place of panel.querySelectorAll("[data-calendar]")) {
    const address = place.dataset.calendar + query(codes);
    if (place.localName === "input") place.value = address;
    else place.href = (place.dataset.before ?? "") + (place.dataset.before ? encodeURIComponent(address) : address);
  }
}

let served;
/** Whether there is a server that answers for plans. A host of files alone has no calendar of a plan. */
const isServed = () => (served ??= fetch(words.served, { method: "HEAD" }).then(({ ok }) => ok, () => false));

/** The code of an event of a calendar: the first 25 bits of its UID. */
function codeOf(event) {
  const bits = Number.parseInt(/^UID:([0-9a-f]{8})/m.exec(event)?.[1] ?? "0", 16) >>> 7;
  return [20, 15, 10, 5, 0].map((shift) => "0123456789abcdefghjkmnpqrstvwxyz"[(bits >>> shift) & 31]).join("");
}

/** Offers a file with the events of the plan. It is made here of the calendar of all sessions, so that no code is sent. */
async function download(link, codes) {
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
    location.href = link.href;
  }
}

function wireCalendar(codes) {
  const panel = part(".calendar-panel");
  const link = panel.querySelector("a[download]");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    download(link, codes());
  });
  panel.addEventListener("toggle", async () => {
    const isOffered = await isServed();
    for (const place of panel.querySelectorAll("[data-calendar]")) {
      if (place !== link) place.closest("li").hidden = !isOffered;
    }
    panel.querySelector(".plan-no-server").hidden = isOffered;
  });
}

function wirePanels(codes) {
  const share = part(".plan-share");
  if (!share) return;
  offer(codes());
  wireCalendar(codes);
  share.addEventListener("toggle", async () => {
    offer(codes());
    const isOffered = await isServed();
    share.querySelector(".plan-no-server").hidden = isOffered;
    share.querySelector(".plan-on-paper").hidden = !isOffered;
  });
  const copy = share.querySelector("button");
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(share.querySelector("input").value);
    copy.textContent = copy.dataset.copied;
  });
}

/** The plan of this browser: nothing of it leaves it. */
async function showOwn() {
  // The form makes a plan of an address.
  part(".plan-choose").hidden = true;
  await show(starred());
  wirePanels(starred);
  // A session whose star is taken away stays until the page is loaded again, so that a slip can be undone.
  addEventListener("stars", () => {
    const codes = starred();
    for (const item of days.querySelectorAll(".plan-item")) {
      item.classList.toggle("is-removed", !codes.has(item.dataset.code));
    }
    part(".plan-status").textContent = fill(words.count, codes.size);
    offer(codes);
  });
}

/** A shared plan, and one's own beside it. */
async function showShared() {
  // A host of files alone, or a worker without a network, answers with the page of one's own plan.
  if (rendered !== [...asked].join(".")) await show(asked);
  upgrade(days);
  wirePanels(() => asked);
  const compare = part(".plan-compare");
  const [fieldset, button] = compare.children;
  const difference = () => {
    const own = starred();
    const missing = [...asked].some((code) => !own.has(code));
    fieldset.hidden = !own.size || (own.size === asked.size && !missing);
    button.hidden = !missing;
    compare.hidden = fieldset.hidden && button.hidden;
  };
  const choose = async () => {
    const own = starred();
    const chosen = fieldset.querySelector(":checked").value;
    const codes = { theirs: asked, mine: own, both: new Set([...asked, ...own]) }[chosen];
    await show(codes, (code) => (own.has(code) ? (asked.has(code) ? "both" : "mine") : "theirs"));
  };
  fieldset.addEventListener("change", choose);
  button.addEventListener("click", () => {
    change((codes) => asked.forEach((code) => codes.add(code)));
    const status = part(".plan-status");
    status.textContent = compare.dataset.taken;
    status.focus();
  });
  addEventListener("stars", difference);
  difference();
}

await (isOwn ? showOwn() : showShared());
view.dataset.ready = "";
