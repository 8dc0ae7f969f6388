// What the other scripts of the page share. The page is whole without any of them: they add a filter, keys, verdicts and copies.
"use strict";

const belie = (() => {
  const findings = [...document.querySelectorAll("[data-rule]")];
  const spoken = document.getElementById("spoken");

  const lower = (text) => text.toLowerCase();
  const textOf = (element, selector) => {
    const found = element.querySelector(selector);
    return found ? found.textContent.replace(/\s+/g, " ").trim() : "";
  };

  // Said to those who listen, without moving their focus.
  const say = (text) => {
    if (spoken) spoken.textContent = text;
  };

  const isFolded = (element) => {
    const folded = element.parentElement.closest("details:not([open])");
    return folded !== null;
  };

  const unfold = (element) => {
    for (let details = element.closest("details"); details; details = details.parentElement.closest("details"))
      details.open = true;
  };

  /* --- the finding that keys act on --- */

  let current = null;

  const setCurrent = (element) => {
    if (current === element) return;
    if (current) current.removeAttribute("aria-current");
    current = element;
    if (current) current.setAttribute("aria-current", "true");
  };

  const goTo = (element) => {
    unfold(element);
    setCurrent(element);
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "start" });
  };

  document.addEventListener("focusin", (event) => {
    const element = event.target.closest("[data-rule]");
    if (element) setCurrent(element);
  });

  // "1 finding", "1,200 findings".
  const counted = (n, what) => `${n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`;

  /* --- the address: #f=FINGERPRINT, #q=FILTER, #by=ORDER, or several with & between them --- */

  const readAddress = () => {
    const state = { f: "", q: "", by: "" };
    for (const part of location.hash.slice(1).split("&")) {
      const [, key, value] = /^(f|q|by)=(.*)$/su.exec(part) || [];
      if (!key) continue;
      try {
        state[key] = decodeURIComponent(value);
      } catch {
        state[key] = value; // not ours; taken as it stands
      }
    }
    return state;
  };

  // change: { q } or { by }; the other stays as it is.
  const writeAddress = (change) => {
    const state = { ...readAddress(), ...change };
    const parts = ["q", "by"].filter((key) => state[key]).map((key) => `${key}=${encodeURIComponent(state[key])}`);
    const bare = location.href.split("#")[0];
    history.replaceState(null, "", parts.length > 0 ? `${bare}#${parts.join("&")}` : bare);
  };

  /* --- what the browser keeps; where it keeps nothing, it lasts as long as the page --- */

  const store = {
    load(key) {
      try {
        return JSON.parse(localStorage.getItem(key));
      } catch {
        return null; // no store, or not ours
      }
    },
    save(key, value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // No store.
      }
    },
  };

  /* --- copying: to the clipboard, or into a dialog from which it can be taken --- */

  const showText = (text) => {
    const dialog = document.getElementById("by-hand");
    const area = dialog.querySelector("textarea");
    area.value = text;
    dialog.showModal();
    area.select();
  };

  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      showText(text);
      return;
    }
    say("Copied.");
    if (!button) return;
    const label = button.lastChild;
    const was = label.textContent;
    label.textContent = "Copied";
    setTimeout(() => (label.textContent = was), 2000);
  };

  /* --- paper: everything is open --- */

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of folded) details.open = false;
  });

  return {
    findings,
    lower,
    textOf,
    counted,
    say,
    isFolded,
    unfold,
    goTo,
    readAddress,
    writeAddress,
    store,
    copy,
    get current() {
      return current && !current.hidden ? current : null;
    },
  };
})();
