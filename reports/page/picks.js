// Several findings at once: selected one by one or all that the filter shows, then given one verdict, which one step takes back.
"use strict";

belie.picks = (() => {
  const { verdicts, counted } = belie;
  const bar = document.getElementById("picks");
  if (!verdicts || !bar) return null;

  const output = bar.querySelector("output");
  const why = document.getElementById("picks-why");
  const all = document.getElementById("pick-shown");
  const picked = new Set();
  const shown = () => belie.findings.filter((e) => !e.hidden);

  // "3 selected: 1 error, 2 notes".
  const describe = () => {
    const parts = ["error", "warning", "note"]
      .map((s) => [[...picked].filter((e) => e.dataset.s === s).length, s])
      .filter(([n]) => n > 0)
      .map(([n, s]) => counted(n, s));
    return `${picked.size.toLocaleString("en")} selected: ${parts.join(", ")}`;
  };

  const showBar = () => {
    bar.hidden = picked.size === 0;
    verdicts.showBar();
    if (picked.size > 0) output.textContent = describe();
  };

  const mark = (element, on) => {
    if (on) picked.add(element);
    else picked.delete(element);
    element.toggleAttribute("data-picked", on);
    verdicts.paint(element);
  };

  const clear = () => {
    for (const element of [...picked]) mark(element, false);
    showBar();
    belie.say("Nothing is selected.");
    return true;
  };

  const toggle = (element) => {
    verdicts.toolsOf(element);
    mark(element, !picked.has(element));
    showBar();
    belie.say(picked.size > 0 ? describe() : "Nothing is selected.");
  };

  const toggleShown = () => {
    const list = shown();
    if (list.every((e) => picked.has(e))) {
      clear();
      return;
    }
    for (const element of list) mark(element, true);
    showBar();
    belie.say(`${describe()}. Keys 1 to 5 give them one verdict.`);
  };

  const give = (index) => {
    const elements = [...picked];
    clear();
    verdicts.give(elements, index, why.value.trim());
    why.value = "";
  };

  document.addEventListener("change", (event) => {
    const box = event.target.closest(".pick input");
    if (box) toggle(box.closest("[data-rule]"));
  });
  all.addEventListener("click", toggleShown);
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.verdict) give(verdicts.names.indexOf(button.dataset.verdict));
    else clear();
    if (belie.filter) belie.filter.input.focus({ preventScroll: true });
  });
  // What is not seen is not decided about: it leaves the selection.
  document.addEventListener("filtered", ({ detail }) => {
    all.textContent = `Select the ${detail.shown.toLocaleString("en")} shown`;
    all.disabled = detail.shown === 0;
    const hidden = [...picked].filter((e) => e.hidden);
    if (hidden.length === 0) return;
    for (const element of hidden) mark(element, false);
    showBar();
  });

  return {
    toggle,
    toggleShown,
    clear,
    give,
    get size() {
      return picked.size;
    },
  };
})();
