// Calendars of a static host, which has none for the choice of a visitor: the question whether a server answers, and a note.
const NOTE = {
  ja: "このサイトはファイルだけで公開されているため、カレンダーには、フィルターで隠れているセッションも入ります。",
  en: "This site is published as files only, so the calendars also have the sessions that the filter hides.",
};

let served;
/** Whether there is a server that answers for plans. A static host has the calendar of all sessions alone. */
export const isServed = () =>
  (served ??= fetch(new URL("plan.ics", import.meta.url), { method: "HEAD" }).then(
    ({ status }) => status !== 404 && status !== 405,
    () => {
      // Without a network the answer is unknown.
      served = undefined;
      return true;
    },
  ));

/** Tells in the panel of the schedule that its calendars do not follow the filter. */
export async function note(panel) {
  if ((await isServed()) || panel.querySelector(".no-server")) return;
  const line = document.createElement("p");
  line.className = "no-server";
  line.textContent = NOTE[document.documentElement.lang] ?? NOTE.en;
  panel.querySelector("ul").before(line);
}
