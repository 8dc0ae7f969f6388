// The report in several files: links from one to another work from file://, and verdicts of one are known in the other.
"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { open, close, test, work } = require("./harness");

module.exports = async () => {
  await test("the index of several files leads to the card of a finding, and back", async () => {
    const page = await open("parts/index.html");
    assert.equal(await page.locator("article.card").count(), 0);
    const n = await page.locator("[data-rule]").count();
    assert.ok(n >= 5000, String(n));
    const link = page.locator("#overview .lines a").first();
    const [file, id] = (await link.getAttribute("href")).split("#");
    await link.click();
    await page.waitForURL((url) => url.pathname.endsWith(`/${file}`));
    assert.equal(await page.evaluate(() => document.activeElement.id), id);
    assert.ok(await page.locator("article.card:focus blockquote mark").first().isVisible());
    await page.locator("nav a", { hasText: "The whole report" }).click();
    await page.waitForURL((url) => url.pathname.endsWith("/index.html"));
    await close(page);
  });

  await test("the index searches the sentences of all parts, and is no larger than it may be", async () => {
    const part = await open("parts/findings-paper-0.html");
    const card = part.locator("article.card").nth(5);
    const id = await card.getAttribute("id");
    const sentence = (await card.locator("blockquote").first().textContent()).replace(/\s+/gu, " ");
    await close(part);
    const page = await open("parts/index.html");
    const words = sentence.split(" ").slice(0, 7).join(" "); // "The ferry number 7 of …", in one sentence only
    await page.fill("#q", `"${words}"`);
    await page.waitForTimeout(400);
    assert.ok(await page.locator(`[id="${id}"]`).isVisible(), words);
    assert.ok((await page.locator("[data-rule]:not([hidden])").count()) < 5, words);
    await close(page);
    assert.ok(fs.statSync(path.join(work, "parts/index.html")).size < 10e6);
  });

  await test("filter, keys and verdicts work on the lines of the index, and a part knows the verdict", async () => {
    const page = await open("parts/index.html", { fragment: "#q=rule%3Agarbled" });
    const line = page.locator("[data-rule]:not([hidden])").first();
    await page.keyboard.press("j");
    await page.keyboard.press("1");
    assert.equal(await line.locator('[aria-pressed="true"]').getAttribute("data-verdict"), "real");
    const href = await line.locator("a").getAttribute("href");
    await line.locator("a").click();
    await page.waitForURL((url) => url.hash === `#${href.split("#")[1]}`);
    assert.equal(await page.locator('article.card:focus [aria-pressed="true"]').getAttribute("data-verdict"), "real");
    assert.equal(await page.locator("#kept output").textContent(), "1 verdict to export");
    await close(page);
  });
};
