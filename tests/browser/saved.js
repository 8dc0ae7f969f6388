// Filters with a name: saved by button and key, taken up by their chip, kept, forgotten.
"use strict";

const assert = require("node:assert/strict");
const { open, close, test } = require("./harness");

const shown = (page) => page.locator("[data-rule]:not([hidden])").count();
const names = (page) => page.locator("#saved .chip").evaluateAll((list) => list.map((e) => e.firstChild.textContent));
const query = async (page, text) => {
  await page.fill("#q", text);
  await page.waitForTimeout(200);
};
const save = async (page, text, name) => {
  await query(page, text);
  await page.locator("#save-filter").click();
  await page.fill("#save-name", name);
  await page.keyboard.press("Enter");
};

module.exports = async () => {
  await test("a filter is saved under a name, says what it leaves, and is taken up and left by its chip", async () => {
    const page = await open("demo.html");
    const all = await shown(page);
    assert.equal(await page.locator("#save-filter").isVisible(), false);
    await save(page, 's:error "send troops"', "Troops <b>");
    const n = await shown(page);
    assert.equal(await page.locator("#save-filter").isVisible(), false);
    const chip = page.locator("#saved .chip");
    assert.equal(await chip.getAttribute("aria-pressed"), "true");
    await page.waitForFunction((wanted) => document.querySelector("#saved .chip span").textContent === wanted, String(n));
    await chip.click();
    assert.equal(await shown(page), all);
    assert.equal(new URL(page.url()).hash, "");
    await chip.click();
    assert.equal(await shown(page), n);
    assert.equal(new URL(page.url()).hash, `#q=${encodeURIComponent('s:error "send troops"')}`);
    assert.deepEqual(await names(page), ["Troops <b>"]);
    await close(page);
  });

  await test("saved filters outlast the page, are known to other reports, and can be forgotten", async () => {
    const page = await open("demo.html");
    await save(page, "s:error", "Grave");
    await save(page, "s:note", "Small");
    await save(page, "s:warning", "Grave");
    await page.goto(page.url().replace(/demo\.html.*/u, "decided.html"));
    assert.deepEqual(await names(page), ["Small", "Grave"]);
    await page.locator("#saved .chip").nth(1).click();
    assert.equal(await page.locator("#q").inputValue(), "s:warning");
    await page.getByRole("button", { name: "Forget the filter Small" }).click();
    assert.deepEqual(await names(page), ["Grave"]);
    await page.reload();
    assert.deepEqual(await names(page), ["Grave"]);
    await close(page);
  });

  await test("without a mouse: s asks for the name, Enter saves it, Esc leaves everything as it was", async () => {
    const page = await open("demo.html", { fragment: "#q=s%3Anote" });
    await page.keyboard.press("s");
    assert.equal(await page.evaluate(() => document.activeElement.id), "save-name");
    assert.equal(await page.locator("#save code").textContent(), "s:note");
    await page.keyboard.press("Escape");
    assert.deepEqual(await names(page), []);
    await page.keyboard.press("s");
    await page.keyboard.type("Notes");
    await page.keyboard.press("Enter");
    assert.deepEqual(await names(page), ["Notes"]);
    await page.locator("#save-filter, #saved .drop").last().focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await names(page), []);
    await close(page);
  });

  await test("where the browser keeps nothing a saved filter lasts as long as the page", async () => {
    const page = await open("demo.html", { noStore: true });
    await save(page, "s:error", "Grave");
    assert.deepEqual(await names(page), ["Grave"]);
    await page.reload();
    assert.deepEqual(await names(page), []);
    await close(page);
  });

  await test("what lies in the store and is none of ours does no harm", async () => {
    const page = await open("demo.html");
    for (const odd of ["{", "null", '"x"', '[null, 3, {"name": 1}, {"name": "Grave", "q": "s:error"}]']) {
      await page.evaluate((text) => localStorage.setItem("belie-filters", text), odd);
      await page.reload();
      assert.ok(await page.locator("#filter").isVisible());
    }
    assert.deepEqual(await names(page), ["Grave"]);
    await close(page);
  });
};
