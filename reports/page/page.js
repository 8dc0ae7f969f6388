// Adds a filter, keys, and buttons that copy. The page is whole without it.
"use strict";

(() => {
  const form = document.getElementById("filter");
  const help = document.getElementById("help");
  const input = document.getElementById("q");
  const output = form && form.querySelector("output");
  const elements = [...document.querySelectorAll("[data-rule]")];

  /* --- what is filtered: read from the page when it is first asked for --- */

  const lower = (text) => text.toLowerCase();
  const textsOf = (element, selector) => [...element.querySelectorAll(selector)].map((e) => e.textContent);

  // The cards name a source as readers know it; the table of sources has the ids.
  const sourceIds = new Map([...document.querySelectorAll("[data-source]")].map((e) => [e.textContent, e.dataset.source]));
  const sourcesOf = (element) => textsOf(element, ".source").map((name) => `${name}\n${sourceIds.get(name) || ""}`);

  const lazy = (item, name, make) =>
    Object.defineProperty(item, name, {
      configurable: true,
      get() {
        const value = make();
        Object.defineProperty(item, name, { value });
        return value;
      },
    });

  const items = elements.map((element) => {
    const item = { element, s: element.className, rule: lower(element.dataset.rule) };
    lazy(item, "source", () => lower(sourcesOf(element).join("\n")));
    lazy(item, "article", () => lower(textsOf(element, ".file").join("\n")));
    lazy(item, "text", () => lower(element.textContent));
    return item;
  });

  /* --- the language of the filter --- */

  const KEYS = new Map(Object.entries({ s: "s", severity: "s", rule: "rule", source: "source", article: "article" }));
  const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"|“([^”]*)”|(\S+))/giu;

  // "s:error -rule:term two" → [{ no, key, value }]; a key that is none of ours belongs to the word.
  const parse = (query) =>
    [...query.matchAll(TOKEN)].map(([whole, minus, name, straight, curly, plain]) => {
      const value = lower(straight ?? curly ?? plain);
      const key = name && KEYS.get(lower(name));
      if (name && !key) return { no: minus !== "", key: "text", value: lower(whole.slice(minus.length)) };
      return { no: minus !== "", key: key || "text", value };
    });

  const holds = (item, { key, value }) => {
    if (key === "s") return item.s.startsWith(value);
    if (key === "rule") return item.rule === value || item.rule.startsWith(value + "/") || item.rule.endsWith("/" + value);
    return item[key].includes(value);
  };

  // Tokens of one kind widen each other, words and different kinds narrow.
  const accepts = (item, tokens) => {
    const wanted = {};
    for (const token of tokens) {
      const found = holds(item, token);
      if (token.no) {
        if (found) return false;
      } else if (token.key === "text") {
        if (!found) return false;
      } else {
        wanted[token.key] = wanted[token.key] || found;
      }
    }
    return Object.values(wanted).every(Boolean);
  };

  /* --- applying it --- */

  const openedByFilter = new Set();

  const showKinds = (active) => {
    for (const details of document.querySelectorAll("details.kind")) {
      const any = details.querySelector("[data-rule]:not([hidden])") !== null;
      details.hidden = !any;
      if (active && any && !details.open) {
        details.open = true;
        openedByFilter.add(details);
      } else if (!active && openedByFilter.delete(details)) {
        details.open = false;
      }
    }
  };

  const apply = () => {
    const query = input.value.trim();
    const tokens = parse(query);
    let shown = 0;
    for (const item of items) {
      const yes = accepts(item, tokens);
      item.element.hidden = !yes;
      shown += yes ? 1 : 0;
    }
    showKinds(tokens.length > 0);
    for (const id of ["errors", "warnings", "notes"]) {
      const section = document.getElementById(id);
      if (section) section.hidden = section.querySelector("[data-rule]:not([hidden])") === null;
    }
    output.textContent = `${shown} of ${items.length} shown`;
    const parts = lower(query).split(/\s+/);
    for (const chip of form.querySelectorAll("[data-token]"))
      chip.setAttribute("aria-pressed", String(parts.includes(chip.dataset.token)));
  };

  const remember = () => {
    const query = input.value.trim();
    const bare = location.href.split("#")[0];
    history.replaceState(null, "", query ? `${bare}#q=${encodeURIComponent(query)}` : bare);
  };

  const setQuery = (query) => {
    input.value = query;
    apply();
    remember();
  };

  const toggle = (token) => {
    const parts = input.value.trim().split(/\s+/).filter(Boolean);
    const rest = parts.filter((part) => lower(part) !== token);
    setQuery((rest.length < parts.length ? rest : [...parts, token]).join(" "));
  };

  /* --- going to a finding --- */

  const goTo = (element) => {
    for (let details = element.closest("details"); details; details = details.parentElement.closest("details"))
      details.open = true;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
  };

  const step = (by) => {
    const visible = elements.filter((e) => !e.hidden && !e.closest("details:not([open])"));
    if (visible.length === 0) return;
    const here = document.activeElement && document.activeElement.closest("[data-rule]");
    let index = visible.indexOf(here);
    if (index >= 0) index += by;
    else {
      index = visible.findIndex((e) => e.getBoundingClientRect().top >= 0);
      if (index < 0) index = visible.length;
      if (by < 0) index -= 1;
    }
    goTo(visible[Math.max(0, Math.min(visible.length - 1, index))]);
  };

  const readFragment = () => {
    let fragment = location.hash.slice(1);
    try {
      fragment = decodeURIComponent(fragment);
    } catch {
      // Not ours; taken as it stands.
    }
    if (fragment.startsWith("f=")) {
      const element = document.getElementById(fragment);
      if (!element) return;
      if (element.hidden) {
        input.value = "";
        apply();
      }
      goTo(element);
    } else if (fragment.startsWith("q=")) {
      input.value = fragment.slice(2);
      apply();
    }
  };

  /* --- copying --- */

  const copy = async (button) => {
    const text = button.parentElement.querySelector("span");
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(text);
      button.textContent = "Selected";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  };

  for (const query of document.querySelectorAll(".query")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    query.insertBefore(button, query.lastElementChild);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.token) toggle(button.dataset.token);
    else if (button.id === "keys") help.showModal();
    else if (button.closest(".query")) copy(button);
  });

  /* --- paper: everything is open --- */

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });

  if (!form) return;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    if (event.target === input) {
      if (event.key !== "Escape") return;
      if (input.value) setQuery("");
      else input.blur();
    } else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") help.showModal();
    else if (event.key === "/") input.select();
    else return;
    event.preventDefault();
  });

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      apply();
      remember();
    }, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", readFragment);

  form.hidden = false;
  document.documentElement.classList.add("scripted");
  apply();
  readFragment();
})();
