// Filters with a name: kept in the browser, for every report that is opened in it, and shown as chips.
"use strict";

belie.saved = (() => {
  const { filter } = belie;
  const list = document.getElementById("saved");
  const dialog = document.getElementById("save");
  if (!filter || !list || !dialog) return null;

  const KEY = "belie-filters";
  const name = document.getElementById("save-name");
  const button = document.getElementById("save-filter");

  const isFilter = (entry) => Boolean(entry) && typeof entry.name === "string" && typeof entry.q === "string";
  const load = () => [belie.store.load(KEY)].flat().filter(isFilter);
  let kept = load();

  const isCurrent = ({ q }) => q === filter.input.value.trim();

  const press = () => {
    const query = filter.input.value.trim();
    button.hidden = query === "" || kept.some(isCurrent);
    [...list.children].forEach((item, i) => item.firstChild.setAttribute("aria-pressed", String(isCurrent(kept[i]))));
  };

  const chipOf = (entry) => {
    const chip = document.createElement("button");
    const count = document.createElement("span");
    chip.type = "button";
    chip.className = "chip";
    chip.title = entry.q;
    chip.append(entry.name, " ", count);
    chip.addEventListener("click", () => filter.set(isCurrent(entry) ? "" : entry.q));
    return chip;
  };

  const dropOf = (entry) => {
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "drop";
    drop.textContent = "×";
    drop.setAttribute("aria-label", `Forget the filter ${entry.name}`);
    drop.addEventListener("click", () => {
      change(kept.filter((one) => one !== entry));
      belie.say(`Filter ${entry.name} is forgotten.`);
      filter.input.focus();
    });
    return drop;
  };

  // How many each would leave, told when there is nothing else to do: words have to be read from every card.
  let counting = false;
  const countAll = () => {
    counting = false;
    [...list.children].forEach((item, i) => {
      item.querySelector("span").textContent = filter.count(kept[i].q).toLocaleString("en");
    });
  };
  const countSoon = () => {
    if (counting || kept.length === 0) return;
    counting = true;
    requestIdleCallback(countAll);
  };

  const show = () => {
    list.hidden = kept.length === 0;
    list.replaceChildren(
      ...kept.map((entry) => {
        const item = document.createElement("span");
        item.className = "saved";
        item.append(chipOf(entry), dropOf(entry));
        return item;
      }),
    );
    press();
    countSoon();
  };

  const change = (entries) => {
    kept = entries;
    belie.store.save(KEY, kept);
    show();
  };

  // A name that is taken gets the new filter.
  const keep = (entry) => {
    change([...kept.filter((one) => one.name !== entry.name), entry]);
    belie.say(`Filter ${entry.name} is saved.`);
  };

  const ask = () => {
    const query = filter.input.value.trim();
    if (query === "") {
      filter.input.focus();
      belie.say("There is no filter to save yet.");
      return;
    }
    dialog.querySelector("code").textContent = query;
    name.value = "";
    dialog.returnValue = "";
    dialog.showModal();
    name.focus();
  };

  name.required = true;
  button.addEventListener("click", ask);
  dialog.addEventListener("close", () => {
    const entry = { name: name.value.trim(), q: filter.input.value.trim() };
    if (dialog.returnValue === "save" && entry.name) keep(entry);
  });
  document.addEventListener("filtered", press);
  document.addEventListener("decided", countSoon);
  // Another report in this browser changed them.
  addEventListener("storage", ({ key }) => {
    if (key !== KEY) return;
    kept = load();
    show();
  });

  show();
  return { ask };
})();
