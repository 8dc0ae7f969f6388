// 5,000 findings over 2,000 articles. The times are told, not held to anything: that depends on what else the machine does.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { open, close, test, work } = require("./harness");

module.exports = async () => {
  await test("5,000 findings stay under 10 MB", async () => {
    const { size } = fs.statSync(path.join(work, "large.html"));
    console.log(`# ${(size / 1e6).toFixed(1)} MB`);
    assert.ok(size < 10e6);
  });

  await test("they can be used soon, and are filtered at once", async () => {
    const before = Date.now();
    const page = await open("large.html");
    await page.keyboard.press("j");
    await page.waitForFunction(() => document.querySelector("[aria-current]") !== null);
    const usable = Date.now() - before;
    const n = await page.locator("[data-rule]").count();
    assert.ok(n >= 5000, String(n));
    // The best of three: a busy machine makes any one of them long.
    const times = {};
    for (const query of ["s:error", "is:new source:paper-7", "harbour", "rule:name", "date:>2022-06", ""])
      times[query] = await page.evaluate((text) => {
        let best = Infinity;
        for (let i = 0; i < 3; i++) {
          belie.filter.set(i % 2 ? "nothing-has-this" : "");
          document.body.getBoundingClientRect();
          const start = performance.now();
          belie.filter.set(text);
          document.body.getBoundingClientRect();
          best = Math.min(best, performance.now() - start);
        }
        return Math.round(best);
      }, query);
    console.log(`# usable after ${usable} ms; filter in ms: ${JSON.stringify(times)}`);
    assert.equal(await page.locator("[data-rule]:not([hidden])").count(), n);
    await close(page);
  });
};
