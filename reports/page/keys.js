// Keys: from finding to finding, through the places of one, verdicts, order, filter and the help sheet.
"use strict";

belie.keys = (() => {
  const help = document.getElementById("help");
  const off = document.getElementById("keys-off");
  const OFF = "belie-keys-off";

  const step = (by) => {
    const visible = belie.findings.filter((e) => !e.hidden && !belie.isFolded(e));
    if (visible.length === 0) return;
    let index = visible.indexOf(belie.current);
    if (index >= 0) index += by;
    else {
      index = visible.findIndex((e) => e.getBoundingClientRect().top >= 0);
      if (index < 0) index = visible.length;
      if (by < 0) index -= 1;
    }
    belie.goTo(visible[Math.max(0, Math.min(visible.length - 1, index))]);
  };

  // The places of a finding: the sentence that is asked about, then the other sides.
  const stepPlace = (by) => {
    const finding = belie.current;
    if (!finding) return;
    const places = [...finding.querySelectorAll("blockquote, .reference")];
    if (places.length === 0) return;
    const here = places.findIndex((e) => e === document.activeElement);
    const next = here < 0 ? (by > 0 ? 0 : places.length - 1) : (here + by + places.length) % places.length;
    const place = places[next];
    belie.unfold(place);
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "nearest" });
    const where = place.nextElementSibling;
    belie.say(`Place ${next + 1} of ${places.length}. ${where ? where.textContent : ""}`);
  };

  const open = () => {
    const folds = belie.current ? [...belie.current.querySelectorAll("details")] : [];
    if (folds.length === 0) return false;
    const on = folds.some((e) => !e.open);
    for (const details of folds) details.open = on;
    return true;
  };

  const isText = (element) => element.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]');
  const acts = (element) => element.closest("a, button, summary, input, textarea, select") !== null;

  const inFilter = (event) => {
    if (event.key !== "Escape") return false;
    if (belie.filter.input.value) belie.filter.set("");
    else belie.filter.input.blur();
    return true;
  };

  // To what is selected, else to the finding that is stepped to.
  const verdict = (index) => {
    const { picks, verdicts, current } = belie;
    if (picks && picks.size > 0) picks.give(index);
    else if (current && verdicts) verdicts.choose(current, index);
  };

  const singles = {
    j: () => step(1),
    k: () => step(-1),
    "?": () => help.showModal(),
    "/": () => belie.filter && belie.filter.input.select(),
    s: () => belie.saved && belie.saved.ask(),
    e: () => belie.groups && belie.groups.toggle(),
    c: () => belie.current && belie.verdicts && belie.verdicts.copyQuery(belie.current),
    x: () => belie.current && belie.picks && belie.picks.toggle(belie.current),
    X: () => belie.picks && belie.picks.toggleShown(),
    u: () => belie.verdicts && belie.verdicts.undo(),
  };

  const single = ({ key }) => {
    if (/^[1-5]$/u.test(key)) verdict(Number(key) - 1);
    else if (Object.hasOwn(singles, key)) singles[key]();
    else return false;
    return true;
  };

  const handle = (event) => {
    if (belie.filter && event.target === belie.filter.input) return inFilter(event);
    if (isText(event.target)) return false;
    if (event.altKey) {
      if (event.key === "ArrowDown") stepPlace(1);
      else if (event.key === "ArrowUp") stepPlace(-1);
      else return false;
      return true;
    }
    if (event.key === "Enter") return !acts(event.target) && open();
    if (event.key === "Escape" && belie.picks && belie.picks.size > 0) return belie.picks.clear();
    return !off.checked && single(event);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (handle(event)) event.preventDefault();
  });

  off.checked = belie.store.load(OFF) === 1;
  off.addEventListener("change", () => belie.store.save(OFF, off.checked ? 1 : 0));
  const button = document.getElementById("keys");
  if (button) button.addEventListener("click", () => help.showModal());

  return { step, stepPlace };
})();
