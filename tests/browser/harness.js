// A test a line in the form of TAP, one browser for all, and pages that remember what they asked the network for.
"use strict";

const path = require("node:path");
const { chromium } = require("playwright-core");

const state = { n: 0, failed: 0, browser: null, requests: [], trouble: [] };

const work = process.env.WORK;
const urlOf = (name, fragment = "") => `file://${path.join(work, name)}${fragment}`;

const start = async () => {
  state.browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    chromiumSandbox: false,
  });
};

// What a browser does that keeps nothing for a page.
const closeStore = () =>
  Object.defineProperty(window, "localStorage", {
    get() {
      throw new DOMException("closed", "SecurityError");
    },
  });

// A page on a report of its own browser context; options as of newContext(), and whether the page can keep anything.
const open = async (name, { fragment = "", noStore = false, ...options } = {}) => {
  const context = await state.browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  if (options.javaScriptEnabled !== false) await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  if (noStore) await page.addInitScript(closeStore);
  const own = `file://${work}/`;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith("blob:")) state.requests.push(`${name}: ${url}`);
  });
  page.on("pageerror", (error) => state.trouble.push(`${name}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") state.trouble.push(`${name}: ${message.text()}`);
  });
  page.on("dialog", (dialog) => {
    state.trouble.push(`${name}: a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(urlOf(name, fragment));
  return page;
};

const close = (page) => page.context().close();

const test = async (name, body) => {
  state.n += 1;
  try {
    await body();
    console.log(`ok ${state.n} ${name}`);
  } catch (error) {
    state.failed += 1;
    console.log(`not ok ${state.n} ${name}\n# ${String(error.stack || error).replace(/\n/g, "\n# ")}`);
  }
};

// What has to hold of all pages that were opened, and the end.
const finish = async () => {
  await test("no page asked the network for anything", async () => {
    if (state.requests.length > 0) throw new Error(state.requests.join("\n"));
  });
  await test("no page complained, and no policy was broken", async () => {
    if (state.trouble.length > 0) throw new Error(state.trouble.join("\n"));
  });
  await state.browser.close();
  console.log(`1..${state.n}\n${state.n - state.failed} passed, ${state.failed} failed`);
  process.exitCode = state.failed > 0 ? 1 : 0;
};

module.exports = { start, open, close, test, finish, urlOf, work };
