// Letters that an input method is still composing are no words yet: the scripts of a page hear of them when they are chosen.
// Keyboards of Android compose the words of Latin script, too, as they may correct them; these count at every letter.
const corrects = /Android/.test(navigator.userAgent);
const isCorrectable = (text) => corrects && /^[\p{Script=Latin}\p{M}\p{N}'’-]*$/u.test(text ?? "");

// The text before the composition, while there is one.
let before;
addEventListener("compositionstart", ({ target }) => (before = target.value), true);
addEventListener(
  "input",
  (event) => {
    if (before !== undefined && !isCorrectable(event.data)) event.stopImmediatePropagation();
  },
  true,
);
addEventListener(
  "compositionend",
  ({ target }) => {
    const isChanged = target.value !== before;
    before = undefined;
    // Only Firefox has an input event after the end.
    if (isChanged) target.dispatchEvent(new InputEvent("input", { bubbles: true }));
  },
  true,
);
