// The filter: tokens and words, kept in the address; chips that count what they would leave.
"use strict";

belie.filter = (() => {
  const form = document.getElementById("filter");
  if (!form) return null;

  const { lower } = belie;
  const input = document.getElementById("q");
  const output = form.querySelector("output");
  const chips = [...form.querySelectorAll("[data-token]")];

  /* --- what is filtered: attributes of the cards; their words when they are first asked for --- */

  const lazy = (item, name, make) =>
    Object.defineProperty(item, name, {
      configurable: true,
      get() {
        const value = make();
        Object.defineProperty(item, name, { value });
        return value;
      },
    });

  // "toutiao\ntoutiao daily": id and name of each source, by its number.
  const sources = [...document.querySelectorAll("#source-names option")].map((e) => lower(`${e.value}\n${e.label}`));
  const numbers = (text) => (text ? text.split(" ").map(Number) : []);

  const wordsOf = (element) =>
    [...element.children].map((e) => (e.classList.contains("tools") ? "" : e.textContent)).join(" ");

  const items = belie.findings.map((element) => {
    const { rule, s, state, date, src } = element.dataset;
    const item = { element, s, rule: lower(rule), date: date || "", states: new Set(state ? state.split(" ") : []) };
    item.source = numbers(src).map((n) => sources[n]).join("\n");
    lazy(item, "article", () => lower([...element.querySelectorAll(".file")].map((e) => e.textContent).join("\n")));
    lazy(item, "text", () => lower(wordsOf(element)));
    return item;
  });

  /* --- its language --- */

  const KEYS = new Map(
    Object.entries({ s: "s", severity: "s", rule: "rule", source: "source", article: "article", is: "is", date: "date" }),
  );
  const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"|“([^”]*)”|([^\s"“]+))/giu;

  // ">2025-08" → { by: ">", day: "2025-08" }; "2025-08-01..2025-08-03" → { from, to }.
  const parseDate = (value) => {
    const [from, to] = value.split("..");
    if (to !== undefined) return { from, to };
    const [, by, day] = /^([<>]=?)?(.*)$/su.exec(value);
    return { by, day };
  };

  // "s:error -rule:term two" → [{ no, key, value }]; a key that is none of ours belongs to the word.
  const parse = (query) =>
    [...query.matchAll(TOKEN)].map(([whole, minus, name, straight, curly, plain]) => {
      const no = minus !== "";
      const key = name && KEYS.get(lower(name));
      if (name && !key) return { no, key: "text", value: lower(whole.slice(minus.length)) };
      const value = lower(straight ?? curly ?? plain);
      return { no, key: key || "text", value, day: key === "date" ? parseDate(value) : null };
    });

  // A month or a year stands for all its days: ">2025-08" begins in September, ">=2025-08" in August.
  const dateHolds = (date, { by, day, from, to }) => {
    if (!date) return false;
    if (to !== undefined) return date >= from && (date <= to || date.startsWith(to));
    if (by === ">") return date > day && !date.startsWith(day);
    if (by === ">=") return date >= day;
    if (by === "<") return date < day && !day.startsWith(date);
    if (by === "<=") return date <= day || date.startsWith(day);
    return date.startsWith(day);
  };

  const holds = (item, { key, value, day }) => {
    if (key === "s") return item.s.startsWith(value);
    if (key === "is") return item.states.has(value);
    if (key === "date") return dateHolds(item.date, day);
    if (key === "rule") return item.rule === value || item.rule.startsWith(value + "/") || item.rule.endsWith("/" + value);
    return item[key].includes(value);
  };

  // Tokens of one kind widen each other, words, days and different kinds narrow. The kind that is left out is not asked.
  const accepts = (item, tokens, leftOut) => {
    const wanted = {};
    for (const token of tokens) {
      if (token.key === leftOut) continue;
      const found = holds(item, token);
      if (token.no) {
        if (found) return false;
      } else if (token.key === "text" || token.key === "date") {
        if (!found) return false;
      } else {
        wanted[token.key] = wanted[token.key] || found;
      }
    }
    return Object.values(wanted).every(Boolean);
  };

  /* --- applying it --- */

  const facets = chips.map((button) => ({ button, token: parse(button.dataset.token)[0], count: button.querySelector("span") }));

  // What each chip would leave of what the tokens of other kinds leave.
  const countChips = (tokens) => {
    for (const key of new Set(facets.map((facet) => facet.token.key))) {
      const open = items.filter((item) => accepts(item, tokens, key));
      for (const { token, count, button } of facets) {
        if (token.key !== key) continue;
        const n = open.reduce((sum, item) => sum + (holds(item, token) ? 1 : 0), 0);
        if (count.textContent !== String(n)) count.textContent = String(n);
        button.classList.toggle("none", n === 0);
      }
    }
  };

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
      if (item.element.hidden === yes) item.element.hidden = !yes;
      shown += yes ? 1 : 0;
    }
    showKinds(tokens.length > 0);
    for (const id of ["errors", "warnings", "notes"]) {
      const section = document.getElementById(id);
      if (section) section.hidden = section.querySelector("[data-rule]:not([hidden])") === null;
    }
    output.textContent = `${shown} of ${items.length} shown`;
    document.getElementById("none").hidden = shown > 0;
    const parts = lower(query).match(/(?:[^\s"“]|"[^"]*"|“[^”]*”)+/gu) || [];
    for (const chip of chips) chip.setAttribute("aria-pressed", String(parts.includes(lower(chip.dataset.token))));
    countChips(tokens);
  };

  const set = (query) => {
    input.value = query;
    apply();
    belie.writeAddress(query.trim());
  };

  const toggle = (token) => {
    const parts = input.value.match(/(?:[^\s"“]|"[^"]*"|“[^”]*”)+/gu) || [];
    const rest = parts.filter((part) => lower(part) !== lower(token));
    set((rest.length < parts.length ? rest : [...parts, token]).join(" "));
  };

  const followAddress = () => {
    const { f, q } = belie.readAddress();
    if (q || !f) {
      input.value = q;
      apply();
    }
    if (!f) return;
    const element = document.getElementById(`f=${f}`);
    if (!element) return;
    if (element.hidden) {
      input.value = "";
      apply();
    }
    if (element.matches("[data-rule]")) belie.goTo(element);
  };

  // A finding whose state changed here: { marked: true }.
  const setState = (element, state, on) => {
    const item = items.find((one) => one.element === element);
    if (!item) return;
    if (on) item.states.add(state);
    else item.states.delete(state);
  };

  /* --- listening --- */

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => set(input.value), 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-token]");
    if (chip) toggle(chip.dataset.token);
  });
  document.getElementById("none").addEventListener("click", (event) => {
    if (event.target.closest("button")) set("");
  });
  // Links of the overview that name a filter lead to the findings, narrowed.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-filter]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    set(link.dataset.filter);
    form.scrollIntoView({ block: "start" });
    input.focus({ preventScroll: true });
  });
  addEventListener("hashchange", followAddress);

  // What is gone to must not end up under the bar.
  const stay = () => {
    const sticky = getComputedStyle(form).position === "sticky";
    document.documentElement.style.scrollPaddingTop = sticky ? `${form.offsetHeight + 20}px` : "";
  };

  form.hidden = false;
  new ResizeObserver(stay).observe(form);
  addEventListener("resize", stay);

  return { input, items, set, setState, recount: () => countChips(parse(input.value)), followAddress };
})();
