// The galley of a draft, and galleys of a corpus: links from note to card and back, what is copied, a phone, paper, accessibility.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { open, close, test, work } = require("./harness");

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const violations = async (page) => {
  await page.evaluate(AXE);
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.failureSummary}`).join(" | ")}`);
};

const squeeze = (text) => text.replace(/\s+/gu, " ").trim();

const inView = (page, selector) =>
  page.evaluate((wanted) => {
    const box = document.querySelector(wanted).getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  }, selector);

module.exports = async () => {
  await test("a galley: from a note to its card and back to the place", async () => {
    const page = await open("galley.html");
    const span = page.locator(".proof .is-query").first();
    const id = await span.getAttribute("id");
    await page.locator(`.marginal a:has-text("card")`).first().click();
    const card = await page.evaluate(() => decodeURIComponent(location.hash));
    assert.match(card, /^#f=/u);
    assert.ok(await inView(page, `[id="${card.slice(1)}"]`));
    await page.locator(`[id="${card.slice(1)}"] .to-galley`).click();
    assert.equal(await page.evaluate(() => location.hash), `#${id}`);
    assert.ok(await inView(page, `#${id}`));
    await close(page);
  });

  await test("a galley: what is copied is what was written", async () => {
    const page = await open("galley.html", { viewport: { width: 1280, height: 2400 } });
    const copied = await page.evaluate(() =>
      [...document.querySelectorAll(".proof .block")].map((block) => {
        const range = document.createRange();
        range.selectNodeContents(block);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return getSelection().toString();
      }).join(" "));
    assert.equal(squeeze(copied), squeeze(fs.readFileSync(path.join(work, "galley.txt"), "utf8")));
    await close(page);
  });

  await test("a galley: no two states have one line, and each has a mark", async () => {
    const page = await open("galley.html");
    const looks = await page.evaluate(() =>
      [...document.querySelectorAll(".cover-key .cover")].map((sample) => {
        const style = getComputedStyle(sample);
        return [style.textDecorationStyle + style.textDecorationThickness, getComputedStyle(sample, "::after").content];
      }));
    assert.ok(looks.length >= 4);
    assert.equal(new Set(looks.map(([line]) => line)).size, looks.length);
    assert.equal(new Set(looks.map(([, mark]) => mark)).size, looks.length);
    await close(page);
  });

  await test("a galley: notes stand beside their paragraph, and below it on a phone", async () => {
    for (const width of [1280, 360]) {
      const page = await open("galley.html", { viewport: { width, height: 900 } });
      const [text, notes, wide] = await page.evaluate(() => {
        const list = document.querySelector(".proof .marginal");
        const box = (element) => element.getBoundingClientRect().toJSON();
        return [box(list.previousElementSibling), box(list), document.documentElement.scrollWidth];
      });
      if (width > 600) assert.ok(notes.left >= text.right && Math.abs(notes.top - text.top) < 30);
      else assert.ok(notes.top >= text.bottom - 10 && notes.left < text.right);
      assert.equal(wide, width);
      await close(page);
    }
  });

  await test("galleys of a corpus are folded, and a card opens the one it leads to", async () => {
    const page = await open("demo.html");
    assert.equal(await page.locator("details.galley[open]").count(), 0);
    const link = page.locator(".card .to-galley").first();
    const target = await link.getAttribute("href");
    await link.click();
    await page.waitForTimeout(100);
    assert.ok(await inView(page, target));
    await close(page);
  });

  await test("a galley without JavaScript is whole", async () => {
    const page = await open("galley.html", { javaScriptEnabled: false });
    assert.ok((await page.locator(".proof .block").count()) > 3);
    assert.ok(await page.locator(".proof .is-query").first().isVisible());
    await close(page);
  });

  for (const [colorScheme, width] of [["light", 1280], ["dark", 360], ["dark", 1280], ["light", 360]])
    await test(`axe: a galley, ${colorScheme}, ${width} px`, async () => {
      const page = await open("galley.html", { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      assert.deepEqual(await violations(page), []);
      await close(page);
    });
};
