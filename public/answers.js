// The menus at the questions of an interview: copies the address of an answer, or its words with their person and place.
const text = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent.trim());

/** The chosen words of an answer, or the whole answer, with its people, the interview and the address. */
function quotation(exchange, address) {
  const answer = exchange.querySelector(".answer");
  const notes = answer.querySelectorAll("sup.footnote");
  const chosen = getSelection();
  // The numbers of footnotes mean nothing elsewhere.
  for (const note of notes) note.hidden = true;
  const words = (answer.contains(chosen.anchorNode) && `${chosen}`.trim()) || answer.innerText.trim();
  for (const note of notes) note.hidden = false;
  const people = text(".profile-name").join(", ");
  const source = [people, ...text("h1")].filter(Boolean).join(" — ");
  return `> ${words.replace(/\n+/g, "\n>\n> ")}\n\n${source}\n${address}`;
}

document.addEventListener("click", async ({ target }) => {
  const menu = target.closest(".answer-menu");
  for (const open of document.querySelectorAll(".answer-menu[open]")) open.open = open === menu && !target.closest("a");
  const kind = target.dataset.copy;
  if (!kind) return;
  const exchange = menu.closest(".exchange");
  const address = new URL(`#${exchange.id}`, location.href).href;
  const output = menu.querySelector("output");
  const { copied, failed } = output.dataset;
  output.textContent = await navigator.clipboard
    .writeText(kind === "link" ? address : quotation(exchange, address))
    .then(() => copied, () => failed);
});

document.addEventListener("keydown", ({ key }) => {
  const open = key === "Escape" && document.querySelector(".answer-menu[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

if (navigator.clipboard) for (const item of document.querySelectorAll(".answer-menu [hidden]")) item.hidden = false;
