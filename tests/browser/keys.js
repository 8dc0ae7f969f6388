// Every key, and that they stay out of the way of text fields and of those who switch them off.
"use strict";

const assert = require("node:assert/strict");
const { open, close, test } = require("./harness");

const focused = (page) => page.evaluate(() => document.activeElement.id);
const current = (page) => page.evaluate(() => (document.querySelector("[aria-current]") || {}).id);

module.exports = async () => {
  await test("j and k step through what is shown, and stay at the ends", async () => {
    const page = await open("demo.html");
    const ids = await page.locator("article.card").evaluateAll((list) => list.map((e) => e.id));
    await page.keyboard.press("j");
    assert.equal(await focused(page), ids[0]);
    await page.keyboard.press("k");
    assert.equal(await focused(page), ids[0]);
    for (let i = 1; i < ids.length; i++) {
      await page.keyboard.press("j");
      assert.equal(await focused(page), ids[i]);
      const top = await page.locator(`[id="${ids[i]}"]`).evaluate((e) => e.getBoundingClientRect().top);
      const bar = await page.locator("#filter").evaluate((e) => e.getBoundingClientRect().bottom);
      assert.ok(top >= Math.min(bar, 0) && top < 900, `${ids[i]} at ${top}`);
    }
    await page.keyboard.press("j");
    assert.equal(await focused(page), ids[ids.length - 1]);
    await page.keyboard.press("k");
    assert.equal(await focused(page), ids[ids.length - 2]);
    await close(page);
  });

  await test("j leaves out what the filter hides, and goes on behind a hidden one", async () => {
    const page = await open("demo.html", { fragment: "#q=s%3Awarning" });
    await page.keyboard.press("j");
    assert.equal(await focused(page), await page.locator("#warnings article").first().getAttribute("id"));
    await close(page);
  });

  await test("Enter opens what is folded in a finding, and closes it", async () => {
    const page = await open("demo.html");
    await page.keyboard.press("j");
    const folds = page.locator("[aria-current] details");
    await page.keyboard.press("Enter");
    assert.equal(await folds.locator("xpath=self::*[not(@open)]").count(), 0);
    await page.keyboard.press("Enter");
    assert.equal(await folds.locator("xpath=self::*[@open]").count(), 0);
    await close(page);
  });

  await test("Alt and an arrow go round the places of one finding", async () => {
    const page = await open("demo.html");
    await page.keyboard.press("j");
    const id = await current(page);
    const n = await page.locator("[aria-current] blockquote, [aria-current] .reference").count();
    const texts = [];
    for (let i = 0; i < n; i++) {
      await page.keyboard.press("Alt+ArrowDown");
      texts.push(await page.evaluate(() => document.activeElement.textContent));
    }
    assert.equal(new Set(texts).size, n);
    await page.keyboard.press("Alt+ArrowDown");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), texts[0]);
    await page.keyboard.press("Alt+ArrowUp");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), texts[n - 1]);
    assert.equal(await current(page), id);
    assert.match(await page.locator("#spoken").textContent(), new RegExp(`^Place ${n} of ${n}`));
    await close(page);
  });

  await test("/ goes to the filter, Esc empties it and then leaves it", async () => {
    const page = await open("demo.html");
    await page.keyboard.press("/");
    assert.equal(await focused(page), "q");
    await page.keyboard.type("j1?/k");
    assert.equal(await page.locator("#q").inputValue(), "j1?/k");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#q").inputValue(), "");
    assert.equal(await focused(page), "q");
    await page.keyboard.press("Escape");
    assert.notEqual(await focused(page), "q");
    await close(page);
  });

  await test("? shows the help sheet, which names every key, and Esc closes it", async () => {
    const page = await open("demo.html");
    await page.keyboard.press("?");
    const help = page.locator("#help");
    assert.ok(await help.isVisible());
    const text = await help.innerText();
    for (const key of ["j k", "Enter", "Alt", "1 … 5", "x", "X", "u", "c", "e", "s", "/", "?", "s:error", "date:"]) assert.ok(text.includes(key), key);
    await page.keyboard.press("j");
    assert.equal(await current(page), undefined);
    await page.keyboard.press("Escape");
    assert.equal(await help.isVisible(), false);
    await page.locator("#keys").click();
    assert.ok(await help.isVisible());
    await close(page);
  });

  await test("keys can be switched off, and stay so", async () => {
    const page = await open("demo.html");
    await page.locator("#keys").click();
    await page.locator("#keys-off").check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    assert.equal(await current(page), undefined);
    await page.reload();
    await page.keyboard.press("j");
    assert.equal(await current(page), undefined);
    await close(page);
  });

  await test("keys with Ctrl are the browser's", async () => {
    const page = await open("demo.html");
    await page.keyboard.press("Control+j");
    assert.equal(await current(page), undefined);
    await close(page);
  });
};
