// Verdicts: what an editor decides about a finding, kept in the browser until it is exported as belie-verdicts.jsonl.
"use strict";

belie.verdicts = (() => {
  const template = document.getElementById("tools");
  if (!template || belie.findings.length === 0) return null;

  const bar = document.getElementById("export");
  const record = document.getElementById("kept");
  const undoButton = document.getElementById("undo");
  const who = document.getElementById("who");
  const { textOf, counted } = belie;

  // As `belie baseline apply` knows them; those that set a finding aside need a reason.
  const NAMES = ["real", "false-positive", "superseded", "attributed", "fixed"];
  const NEEDS_REASON = new Set(["false-positive", "superseded", "attributed"]);
  const NO_REASON = "no reason given";

  /* --- the store: of the reports that lie in one folder and are about one corpus --- */

  const folder = location.pathname.replace(/[^/]*$/, "");
  const KEY = `belie-verdicts:${folder}:${document.documentElement.dataset.corpus || ""}`;

  const kept = belie.store.load(KEY) || {};
  const fingerprint = (element) => element.id.slice("f=".length);
  const waiting = () => Object.keys(kept).filter((fp) => !kept[fp].exported);

  /* --- the buttons of a finding --- */

  // Of thousands of findings the tools are made when one comes near: all at once would be felt.
  const MANY = 300;
  const hasTools = (element) => Boolean(element.lastElementChild) && element.lastElementChild.classList.contains("tools");

  // What the tools of a finding show of its verdict and of the selection, where there are any.
  const paint = (element) => {
    if (!hasTools(element)) return;
    const tools = element.lastElementChild;
    const entry = kept[fingerprint(element)];
    for (const button of tools.querySelectorAll("[data-verdict]"))
      button.setAttribute("aria-pressed", String(Boolean(entry) && entry.verdict === button.dataset.verdict));
    const reason = tools.querySelector(".reason");
    reason.hidden = !entry;
    reason.querySelector("input").value = entry && entry.why ? entry.why : "";
    tools.querySelector(".kept").textContent = entry ? (entry.exported ? "exported" : "kept, not exported yet") : "";
    tools.querySelector(".pick input").checked = element.hasAttribute("data-picked");
  };

  const toolsOf = (element) => {
    if (!hasTools(element)) {
      element.append(template.content.cloneNode(true));
      paint(element);
    }
    return element.lastElementChild;
  };

  const show = (element) => {
    paint(element);
    if (!belie.filter) return;
    const marked = Boolean(kept[fingerprint(element)]);
    belie.filter.setState(element, "marked", marked);
    belie.filter.setState(element, "open", !marked);
  };

  /* --- the bar --- */

  // What the last step changed: fingerprint → what was there before, or undefined.
  let before = new Map();

  const showBar = () => {
    const all = Object.keys(kept).length;
    const n = waiting().length;
    const picking = document.querySelector("[data-picked]") !== null;
    record.hidden = all === 0 && before.size === 0;
    bar.hidden = record.hidden && !picking;
    record.querySelector("output").textContent = n > 0 ? `${counted(n, "verdict")} to export` : all > 0 ? "Every verdict is exported" : "No verdict";
    document.getElementById("forget").hidden = n === all;
    undoButton.hidden = before.size === 0;
    undoButton.textContent = before.size === 1 ? "Undo" : `Undo for ${counted(before.size, "finding")}`;
  };

  const byFingerprint = new Map(belie.findings.map((element) => [fingerprint(element), element]));

  const put = (fp, entry) => {
    if (entry) kept[fp] = entry;
    else delete kept[fp];
  };

  // entries: [[fingerprint, entry or undefined]…], one step that can be undone.
  const step = (entries) => {
    before = new Map(entries.map(([fp]) => [fp, kept[fp]]));
    for (const [fp, entry] of entries) put(fp, entry);
    changed(entries.map(([fp]) => fp));
  };

  const changed = (fingerprints) => {
    belie.store.save(KEY, kept);
    repaint(fingerprints);
  };

  const repaint = (fingerprints) => {
    for (const fp of fingerprints) if (byFingerprint.has(fp)) show(byFingerprint.get(fp));
    showBar();
    if (belie.filter) belie.filter.recount();
    document.dispatchEvent(new Event("decided"));
  };

  const undo = () => {
    if (before.size === 0) return;
    const fingerprints = [...before.keys()];
    for (const [fp, entry] of before) put(fp, entry);
    before = new Map();
    changed(fingerprints);
    belie.say(`Undone for ${counted(fingerprints.length, "finding")}.`);
  };

  // What was exported or forgotten is not to come back by an undo.
  const settle = () => {
    before = new Map();
    belie.store.save(KEY, kept);
    showBar();
  };

  // What was decided in another part of the report, which is open beside this one.
  addEventListener("storage", ({ key }) => {
    if (key !== KEY) return;
    const now = belie.store.load(KEY) || {};
    const fingerprints = Object.keys({ ...kept, ...now });
    for (const fp of fingerprints) put(fp, now[fp]);
    before = new Map();
    repaint(fingerprints);
  });

  // The article that is asked about stands first; a side is known by its article or by its entry of the base.
  const articleOf = (element) => textOf(element, ".place .file");
  const sidesOf = (element) => {
    const at = articleOf(element);
    const files = [...element.querySelectorAll(".file")].map((e) => e.textContent);
    return { at, evidence: files.find((file) => file !== at) };
  };

  const labelOf = (index) => template.content.querySelector(`[data-verdict="${NAMES[index]}"]`).lastChild.textContent.trim();
  const entryOf = (element, index, why) => ({ id: element.dataset.rule, ...sidesOf(element), verdict: NAMES[index], why });

  // The same verdict again takes it back.
  const choose = (element, index) => {
    const fp = fingerprint(element);
    const was = kept[fp];
    toolsOf(element);
    if (was && was.verdict === NAMES[index]) {
      step([[fp, undefined]]);
      belie.say("Verdict taken back.");
      return;
    }
    step([[fp, entryOf(element, index, was ? was.why : "")]]);
    belie.say(`Verdict: ${labelOf(index)}.${NEEDS_REASON.has(NAMES[index]) ? " A reason may be given." : ""}`);
  };

  const give = (elements, index, why) => {
    step(elements.map((element) => [fingerprint(element), entryOf(element, index, why)]));
    belie.say(`Verdict: ${labelOf(index)}, on ${counted(elements.length, "finding")}. u takes it back.`);
  };

  const setReason = (element, why) => {
    const entry = kept[fingerprint(element)];
    if (!entry) return;
    entry.why = why;
    delete entry.exported;
    belie.store.save(KEY, kept);
    showBar();
  };

  /* --- export --- */

  const line = (fp) => {
    const { id, at, evidence, verdict, why } = kept[fp];
    const reason = why || (NEEDS_REASON.has(verdict) ? NO_REASON : undefined);
    return JSON.stringify({ fp, id, at, evidence, verdict, why: reason, who: who.value.trim() || undefined });
  };

  const exported = () => ['{"format":1}', ...waiting().sort().map(line)].join("\n") + "\n";

  const markExported = () => {
    const fingerprints = waiting();
    for (const fp of fingerprints) kept[fp].exported = true;
    changed(fingerprints);
    settle();
  };

  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([exported()], { type: "application/jsonl" }));
    link.download = "belie-verdicts.jsonl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    markExported();
  };

  const forget = () => {
    const fingerprints = Object.keys(kept).filter((fp) => kept[fp].exported);
    for (const fp of fingerprints) delete kept[fp];
    changed(fingerprints);
    settle();
  };

  /* --- queries for writers --- */

  const lineOf = (place) =>
    [...place.childNodes].map((e) => (e.nodeName === "BR" ? ", " : e.textContent)).join("").replace(/\s+/gu, " ");

  // "Disagrees with: “…” (Lumen Wire, 2025-08-20, a.txt, line 9)"; of a note only where it stands.
  const places = (element) =>
    [...element.querySelectorAll(".others .side")].map((side) => {
      const place = side.querySelector(".place");
      const said = textOf(side, "blockquote, .reference");
      return `   ${side.querySelector("h4").firstChild.textContent.trim()}: “${said}”${place ? ` (${lineOf(place)})` : ""}`;
    });

  const question = (element) => {
    const perhaps = textOf(element, "ins");
    return perhaps ? `Is “${perhaps}” meant?` : "Which is meant, and on what source?";
  };

  const queryOf = (element) => {
    const text = textOf(element, ".query span");
    if (text) return text;
    const end = /[.?!]$/.test(textOf(element, "h3")) ? "" : ".";
    return `${articleOf(element)}, line ${element.dataset.line}: ${textOf(element, "h3")}${end} ${question(element)}`;
  };

  const DONE = new Set(["false-positive", "superseded", "attributed", "fixed"]);

  // What is shown and not set aside, article by article.
  const sheet = () => {
    const open = belie.findings.filter((e) => !e.hidden && !DONE.has((kept[fingerprint(e)] || {}).verdict));
    const groups = new Map();
    for (const element of open) {
      const at = articleOf(element);
      if (!groups.has(at)) groups.set(at, []);
      groups.get(at).push(element);
    }
    const text = [];
    for (const [at, elements] of groups) {
      const source = textOf(elements[0], ".source");
      text.push(`Queries on ${at}${source ? ` (${source}${elements[0].dataset.date ? `, ${elements[0].dataset.date}` : ""})` : ""}`, "");
      elements.forEach((element, i) => {
        text.push(`${i + 1}. Line ${element.dataset.line}: ${textOf(element, "h3")}`);
        const quote = textOf(element, "blockquote");
        if (quote) text.push(`   Text: “${quote}”`);
        text.push(...places(element), `   ${question(element)}`, "");
      });
    }
    return text.length > 0 ? text.join("\n") : "No open query.\n";
  };

  /* --- listening --- */

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        toolsOf(target);
        near.unobserve(target);
      }
    },
    { rootMargin: "100% 0%" },
  );
  for (const element of belie.findings) {
    show(element);
    if (belie.findings.length <= MANY) toolsOf(element);
    else near.observe(element);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const element = button && button.closest("[data-rule]");
    if (!element) return;
    if (button.dataset.verdict) choose(element, NAMES.indexOf(button.dataset.verdict));
    else if (button.classList.contains("copy-query")) belie.copy(queryOf(element), button);
  });
  document.addEventListener("input", (event) => {
    const reason = event.target.closest(".reason input");
    if (reason) setReason(reason.closest("[data-rule]"), reason.value.trim());
  });

  who.value = (belie.store.load("belie-who") || {}).name || "";
  who.addEventListener("input", () => belie.store.save("belie-who", { name: who.value.trim() }));
  document.getElementById("download").addEventListener("click", download);
  document.getElementById("copy-verdicts").addEventListener("click", (event) => {
    belie.copy(exported(), event.currentTarget);
    markExported();
  });
  document.getElementById("forget").addEventListener("click", forget);
  undoButton.addEventListener("click", () => {
    undo();
    if (belie.filter) belie.filter.input.focus({ preventScroll: true });
  });
  document.getElementById("sheet").addEventListener("click", (event) => belie.copy(sheet(), event.currentTarget));

  showBar();
  return {
    names: NAMES,
    choose,
    give,
    undo,
    paint,
    toolsOf,
    showBar,
    copyQuery: (element) => belie.copy(queryOf(element), toolsOf(element).querySelector(".copy-query")),
  };
})();
