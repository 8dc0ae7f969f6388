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
    const { rule, s, state, date, src, event, words = "", files = "" } = element.dataset;
    const item = { element, s, rule: lower(rule), date: date || "", event, states: new Set(state ? state.split(" ") : []), shown: true };
    item.source = numbers(src).map((n) => sources[n]).join("\n");
    // A line of an index has what its card shows beside it, so that one filter searches all files.
    lazy(item, "article", () => lower([...[...element.querySelectorAll(".file")].map((e) => e.textContent), files].join("\n")));
    lazy(item, "text", () => lower(`${wordsOf(element)} ${words}`));
    return item;
  });

  /* --- its language --- */

  const KEYS = new Map(
    Object.entries({ s: "s", severity: "s", rule: "rule", source: "source", article: "article", is: "is", event: "event", date: "date" }),
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
    if (key === "event") return item.event === value;
    if (key === "is") return item.states.has(value);
    if (key === "date") return dateHolds(item.date, day);
    if (key === "rule") return item.rule === value || item.rule.startsWith(value + "/") || item.rule.endsWith("/" + value);
    return item[key].includes(value);
  };

  // "s:error s:note -rule:x two" → one demand a kind, where any may hold, and one for each word, each day, each thing that is not wanted.
  const demandsOf = (tokens) => {
    const demands = [];
    for (const token of tokens) {
      const single = token.no || token.key === "text" || token.key === "date";
      const same = single ? null : demands.find((demand) => demand.key === token.key);
      if (same) same.any.push(token);
      else demands.push({ key: single ? null : token.key, no: token.no, any: [token] });
    }
    return demands;
  };

  const meets = (item, { no, any }) => any.some((token) => holds(item, token)) !== no;

  /* --- applying it --- */

  const facets = chips.map((button) => ({ button, token: parse(button.dataset.token)[0], count: button.querySelector("span"), n: 0 }));
  // What an item holds of the chips; of a state it may change.
  for (const item of items) lazy(item, "facets", () => facets.filter(({ token }) => token.key !== "is" && holds(item, token)));
  const states = facets.filter(({ token }) => token.key === "is");

  const countFor = (item, failed) => {
    for (const facet of item.facets) if (failed === null || failed === facet.token.key) facet.n += 1;
    if (failed !== null && failed !== "is") return;
    for (const facet of states) if (holds(item, facet.token)) facet.n += 1;
  };

  // Whether each item is wanted. Chips are counted on the way: what each would leave of what the other kinds leave, so that an item
  // which fails the tokens of one kind only still counts for the chips of that kind.
  const judge = (tokens, hear) => {
    const demands = demandsOf(tokens);
    for (const facet of facets) facet.n = 0;
    for (const item of items) {
      let failed = null;
      let failures = 0;
      for (const demand of demands) {
        if (meets(item, demand)) continue;
        failures += demand.key === null ? 2 : 1;
        failed = demand.key;
        if (failures > 1) break;
      }
      if (failures < 2) countFor(item, failed);
      if (hear) hear(item, failures === 0);
    }
    for (const { count, button, n } of facets) {
      const text = n.toLocaleString("en");
      if (count.textContent !== text) count.textContent = text;
      button.classList.toggle("none", n === 0);
    }
  };

  const openedByFilter = new Set();
  const findings = document.getElementById("findings");
  let sections = [];
  let kinds = [];

  // Where each item stands: its section, and what it is folded in. To be called again when they were moved.
  const refold = () => {
    sections = [...findings.querySelectorAll("section")];
    kinds = [...findings.querySelectorAll("details.kind")];
    for (const item of items) item.folds = [item.element.closest("section"), item.element.closest("details.kind")].filter(Boolean);
  };

  // used: sections and folded kinds that have something to show.
  const showFolds = (used, active) => {
    for (const section of sections) section.hidden = !used.has(section);
    for (const details of kinds) {
      details.hidden = !used.has(details);
      if (active && used.has(details) && !details.open) {
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
    const used = new Set();
    let shown = 0;
    judge(tokens, (item, yes) => {
      if (item.shown !== yes) item.element.hidden = !yes;
      item.shown = yes;
      if (!yes) return;
      shown += 1;
      for (const fold of item.folds) used.add(fold);
    });
    showFolds(used, tokens.length > 0);
    output.textContent = `${shown.toLocaleString("en")} of ${items.length.toLocaleString("en")} shown`;
    document.getElementById("none").hidden = shown > 0;
    const parts = lower(query).match(/(?:[^\s"“]|"[^"]*"|“[^”]*”)+/gu) || [];
    for (const chip of chips) chip.setAttribute("aria-pressed", String(parts.includes(lower(chip.dataset.token))));
    document.dispatchEvent(new CustomEvent("filtered", { detail: { query, shown } }));
  };

  // How many a query would leave.
  const count = (query) => {
    const demands = demandsOf(parse(query));
    return items.filter((item) => demands.every((demand) => meets(item, demand))).length;
  };

  const set = (query) => {
    input.value = query;
    apply();
    belie.writeAddress({ q: query.trim() });
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
  const byElement = new Map(items.map((item) => [item.element, item]));
  const setState = (element, state, on) => {
    const item = byElement.get(element);
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

  // Words are read from the cards while nothing else is to be done, so that the first search does not wait for it.
  const readAhead = (deadline) => {
    while (ahead < items.length && deadline.timeRemaining() > 2) items[ahead++].text;
    if (ahead < items.length) requestIdleCallback(readAhead);
  };
  let ahead = 0;
  if (window.requestIdleCallback) requestIdleCallback(readAhead);

  // What is gone to must not end up under the bar.
  const stay = () => {
    const sticky = getComputedStyle(form).position === "sticky";
    document.documentElement.style.scrollPaddingTop = sticky ? `${form.offsetHeight + 20}px` : "";
  };

  refold();
  form.hidden = false;
  new ResizeObserver(stay).observe(form);
  addEventListener("resize", stay);

  return { form, input, items, set, apply, count, refold, setState, recount: () => judge(parse(input.value)), followAddress };
})();
