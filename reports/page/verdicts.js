// Verdicts: what an editor decides about a finding, kept in the browser until it is exported as belie-verdicts.jsonl.
"use strict";

belie.verdicts = (() => {
  const template = document.getElementById("tools");
  if (!template || belie.findings.length === 0) return null;

  const bar = document.getElementById("export");
  const who = document.getElementById("who");
  const { textOf } = belie;

  // As `belie baseline apply` knows them; those that set a finding aside need a reason.
  const VERDICTS = ["real", "false-positive", "superseded", "attributed", "fixed"];
  const NEEDS_REASON = new Set(["false-positive", "superseded", "attributed"]);
  const NO_REASON = "no reason given";

  /* --- the store: of the reports that lie in one folder and are about one corpus --- */

  const folder = location.pathname.replace(/[^/]*$/, "");
  const KEY = `belie-verdicts:${folder}:${document.documentElement.dataset.corpus || ""}`;

  const load = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key)) || {};
    } catch {
      return {}; // no store, or not ours
    }
  };
  const save = (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Without a store the verdicts last as long as the page.
    }
  };

  let kept = load(KEY);
  const fingerprint = (element) => element.id.slice("f=".length);
  const waiting = () => Object.keys(kept).filter((fp) => !kept[fp].exported);

  /* --- the buttons of a finding --- */

  // Of thousands of findings the tools are made when one comes near: all at once would be felt.
  const MANY = 300;
  const toolsOf = (element) => {
    const last = element.lastElementChild;
    if (last && last.classList.contains("tools")) return last;
    element.append(template.content.cloneNode(true));
    return element.lastElementChild;
  };

  const show = (element) => {
    const entry = kept[fingerprint(element)];
    const tools = toolsOf(element);
    for (const button of tools.querySelectorAll("[data-verdict]"))
      button.setAttribute("aria-pressed", String(Boolean(entry) && entry.verdict === button.dataset.verdict));
    const reason = tools.querySelector(".reason");
    reason.hidden = !entry;
    reason.querySelector("input").value = entry && entry.why ? entry.why : "";
    tools.querySelector(".kept").textContent = entry ? (entry.exported ? "exported" : "kept, not exported yet") : "";
    if (belie.filter) {
      belie.filter.setState(element, "marked", Boolean(entry));
      belie.filter.setState(element, "open", !entry);
    }
  };

  const showBar = () => {
    const n = waiting().length;
    const any = Object.keys(kept).length > 0;
    bar.hidden = !any;
    bar.querySelector("output").textContent =
      n > 0 ? `${n} verdict${n === 1 ? "" : "s"} to export` : "Every verdict is exported";
    document.getElementById("forget").hidden = n === Object.keys(kept).length;
  };

  const change = (element) => {
    save(KEY, kept);
    show(element);
    showBar();
    if (belie.filter) belie.filter.recount();
  };

  // The article that is asked about stands first; a side is known by its article or by its entry of the base.
  const articleOf = (element) => textOf(element, ".place .file");
  const sidesOf = (element) => {
    const at = articleOf(element);
    const files = [...element.querySelectorAll(".file")].map((e) => e.textContent);
    return { at, evidence: files.find((file) => file !== at) };
  };

  const choose = (element, index) => {
    const fp = fingerprint(element);
    const verdict = VERDICTS[index];
    if (kept[fp] && kept[fp].verdict === verdict) {
      delete kept[fp];
      change(element);
      belie.say("Verdict taken back.");
      return;
    }
    const why = kept[fp] ? kept[fp].why : "";
    kept[fp] = { id: element.dataset.rule, ...sidesOf(element), verdict, why };
    change(element);
    const label = toolsOf(element).querySelector(`[data-verdict="${verdict}"]`).lastChild.textContent.trim();
    belie.say(`Verdict: ${label}.${NEEDS_REASON.has(verdict) ? " A reason may be given." : ""}`);
  };

  const setReason = (element, why) => {
    const entry = kept[fingerprint(element)];
    if (!entry) return;
    entry.why = why;
    delete entry.exported;
    save(KEY, kept);
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
    for (const fp of waiting()) kept[fp].exported = true;
    save(KEY, kept);
    for (const element of belie.findings) if (kept[fingerprint(element)]) show(element);
    showBar();
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
    for (const fp of Object.keys(kept)) if (kept[fp].exported) delete kept[fp];
    save(KEY, kept);
    for (const element of belie.findings) if (element.querySelector(".tools [aria-pressed=true]")) show(element);
    showBar();
    if (belie.filter) belie.filter.recount();
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
    if (kept[fingerprint(element)]) show(element);
    else if (belie.findings.length <= MANY) toolsOf(element);
    else near.observe(element);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    const element = button && button.closest("[data-rule]");
    if (!element) return;
    if (button.dataset.verdict) choose(element, VERDICTS.indexOf(button.dataset.verdict));
    else if (button.classList.contains("copy-query")) belie.copy(queryOf(element), button);
  });
  document.addEventListener("input", (event) => {
    const reason = event.target.closest(".reason input");
    if (reason) setReason(reason.closest("[data-rule]"), reason.value.trim());
  });

  who.value = load("belie-who").name || "";
  who.addEventListener("input", () => save("belie-who", { name: who.value.trim() }));
  document.getElementById("download").addEventListener("click", download);
  document.getElementById("copy-verdicts").addEventListener("click", (event) => {
    belie.copy(exported(), event.currentTarget);
    markExported();
  });
  document.getElementById("forget").addEventListener("click", forget);
  document.getElementById("sheet").addEventListener("click", (event) => belie.copy(sheet(), event.currentTarget));

  showBar();
  return { choose, copyQuery: (element) => belie.copy(queryOf(element), toolsOf(element).querySelector(".copy-query")), exported, sheet };
})();
