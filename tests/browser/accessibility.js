// axe-core over every view: no violation.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const { open, close, test } = require("./harness");

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const violations = async (page) => {
  await page.evaluate(AXE);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`);
};

const views = {
  "as it opens": async () => {},
  "everything unfolded": (page) =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    }),
  "a verdict and the bar": async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("2");
  },
  "the help sheet": (page) => page.keyboard.press("?"),
  "all selected, a verdict on one": async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("2");
    await page.keyboard.press("X");
  },
  "a saved filter, and the dialog for another": async (page) => {
    await page.fill("#q", "s:error");
    await page.waitForTimeout(200);
    await page.locator("#save-filter").click();
    await page.fill("#save-name", "Errors only");
    await page.keyboard.press("Enter");
    await page.fill("#q", "s:note");
    await page.waitForTimeout(200);
    await page.locator("#save-filter").click();
  },
  "by event": (page) => page.keyboard.press("e"),
  "narrowed by chips": async (page) => {
    await page.locator("#filter summary").click();
    await page.locator('[data-token="s:error"]').click();
  },
  "nothing left": async (page) => {
    await page.fill("#q", "xyzzy");
    await page.waitForTimeout(200);
  },
};

module.exports = async () => {
  const looks = [["light", 1280], ["dark", 360]];
  if (process.env.SHORT !== "1") looks.push(["dark", 1280], ["light", 360]);
  for (const [colorScheme, width] of looks)
    for (const [view, prepare] of Object.entries(views))
      await test(`axe: ${view}, ${colorScheme}, ${width} px`, async () => {
        // The policy of the page would keep axe out; that it holds is tested elsewhere.
        const page = await open("demo.html", { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
        await prepare(page);
        assert.deepEqual(await violations(page), []);
        await close(page);
      });
  for (const name of ["decided.html", "hostile.html", "quiet.html"])
    await test(`axe: ${name}`, async () => {
      const page = await open(name, { bypassCSP: true });
      assert.deepEqual(await violations(page), []);
      await close(page);
    });
};
