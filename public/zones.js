// Times of the venue or of the visitor, whose clock shows others. The choice is stored in this browser, and days stay those of the event.
const STORE = `zone:${new URL(".", import.meta.url).pathname}`;
const words = document.querySelector(".plan-bar").dataset;
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
  const zone = isOwn ? new Intl.DateTimeFormat().resolvedOptions().timeZone : words.zone;
  text.textContent = (isOwn ? words.timesOwn : words.timesVenue).replace("{}", zone);
  button.textContent = isOwn ? words.useVenue : words.useOwn;
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
main.querySelector("h1")?.after(line);
showAll();
// Sessions of a plan come later, and those of live pages again.
addEventListener("sessions", showAll);
