// The words of the sessions on the schedule: loaded when somebody begins to type, or opens an address with words on a host
// that shows the same page for every address.
import { Index, contains, folded, words } from "./search.js";

const FIELDS = 4;

// All cards are asked for the same words.
let [last, sought] = ["", []];
function wordsOf(text) {
  if (text !== last) [last, sought] = [text, words(text)];
  return sought;
}

async function load(root) {
  const sessions = await new Index().sessions();
  // A session that the index does not know yet has no words.
  for (const card of root.querySelectorAll(".session")) card.hasWords = (text) => !wordsOf(text).length;
  for (const { path, ...versions } of sessions) {
    const card = document.getElementById(path.replace("sessions/", "session-"));
    if (!card) continue;
    const fields = Object.values(versions).flatMap((texts) => texts.slice(0, FIELDS));
    // No word matches across two fields.
    const text = fields.map(folded).join("\n");
    card.hasWords = (asked) => wordsOf(asked).every((word) => contains(text, word));
  }
}

let loading;
let loadedFor;

/** Loads the words, once for each list of sessions, and tells the filter that they are there. A preview replaces the list. */
export function prepare() {
  const root = document.querySelector(".schedule-filter");
  if (root !== loadedFor) [loading, loadedFor] = [undefined, root];
  loading ??= load(root)
    .then(() => (root.dataset.words = "ready"))
    .catch(() => {
      root.dataset.words = "failed";
      loading = undefined;
    })
    .finally(() => dispatchEvent(new Event("words")));
}
