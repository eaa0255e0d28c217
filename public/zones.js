// Times of the venue or of the visitor, whose clock shows others. The choice is stored in this browser, and days stay those of the event.
const STORE = `zone:${new URL(".", import.meta.url).pathname}`;
// Few visitors need these words: they are here instead of in every page.
const WORDS = {
  ja: {
    timesVenue: "時刻は会場（{}）の時刻です。",
    timesOwn: "時刻はお使いの端末（{}）の時刻です。括弧内は会場の時刻です。",
    useVenue: "会場の時刻で表示",
    useOwn: "端末の時刻で表示",
    nextDay: "（翌日）",
    dayBefore: "（前日）",
  },
  en: {
    timesVenue: "Times are those of the venue ({}).",
    timesOwn: "Times are those of your device ({}), with those of the venue in brackets.",
    useVenue: "Show the times of the venue",
    useOwn: "Show my own times",
    nextDay: " (next day)",
    dayBefore: " (day before)",
  },
};
const words = WORDS[document.documentElement.lang] ?? WORDS.en;
const { zone } = document.querySelector(".plan-bar").dataset;
const main = document.querySelector("main");

const read = () => {
  try {
    return localStorage.getItem(STORE) === "own";
  } catch {
    return false;
  }
};
let isOwn = read();

const clock = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const date = new Intl.DateTimeFormat("sv");

/** Shows one time in the zone that was chosen; the time of the venue stays in `data-venue`. */
function show(time) {
  const venue = (time.dataset.venue ??= time.textContent);
  const [day] = time.dateTime.split("T");
  const moment = new Date(time.dateTime);
  const own = date.format(moment);
  const shift = own > day ? words.nextDay : own < day ? words.dayBefore : "";
  time.textContent = isOwn ? clock.format(moment) + shift : venue;
}

function showAll() {
  for (const old of main.querySelectorAll(".venue-time")) old.remove();
  for (const time of main.querySelectorAll('time[datetime*="T"]')) {
    if (/^\d\d:\d\d$/.test(time.dataset.venue ?? time.textContent)) show(time);
  }
  if (isOwn) {
    for (const times of main.querySelectorAll(".times, .slot-time")) {
      const venue = [...times.querySelectorAll("[data-venue]")].map(({ dataset }) => dataset.venue);
      const note = document.createElement("small");
      note.className = "venue-time";
      note.textContent = ` (${venue.join("–")})`;
      if (venue.length) times.append(note);
    }
  }
  const name = isOwn ? new Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
  text.textContent = (isOwn ? words.timesOwn : words.timesVenue).replace("{}", name);
  button.textContent = isOwn ? words.useVenue : words.useOwn;
}

/** Whether the clock of the visitor shows another time: zones with different names may have the same times. */
function differs({ dateTime }) {
  const moment = new Date(dateTime);
  return !dateTime.startsWith(new Date(moment - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16));
}

const line = document.createElement("p");
line.className = "zone-line";
const text = document.createElement("span");
const button = document.createElement("button");
button.type = "button";
button.addEventListener("click", () => {
  isOwn = !isOwn;
  try {
    localStorage.setItem(STORE, isOwn ? "own" : "venue");
  } catch {
    // The choice lasts as long as the page.
  }
  showAll();
});
line.append(text, " ", button);

/** Offers the choice on a page with times that differ. */
function start() {
  if (!line.isConnected && ![...main.querySelectorAll(".times time, .slot-time time")].some(differs)) return;
  if (!line.isConnected) main.querySelector("h1")?.after(line);
  showAll();
}

// Sessions of a plan come later.
addEventListener("sessions", start);
start();
