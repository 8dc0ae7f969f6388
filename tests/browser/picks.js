// One verdict for several findings: selected by key, by box, or all that the filter shows; said before, done, taken back.
"use strict";

const assert = require("node:assert/strict");
const { open, close, test } = require("./harness");

const picked = (page) => page.locator("[data-picked]").count();
const given = (page, verdict) => page.locator(`.tools [data-verdict="${verdict}"][aria-pressed="true"]`).count();
const said = (page) => page.locator("#picks output").textContent();
const query = async (page, text) => {
  await page.fill("#q", text);
  await page.waitForTimeout(200);
  await page.locator("#q").blur();
};

module.exports = async () => {
  await test("x selects one by one, and a digit gives all of them the verdict that the bar announced", async () => {
    const page = await open("demo.html");
    for (const key of ["j", "x", "j", "j", "x"]) await page.keyboard.press(key);
    assert.equal(await picked(page), 2);
    assert.equal(await said(page), "2 selected: 2 errors");
    await page.keyboard.press("3");
    assert.equal(await given(page, "superseded"), 2);
    assert.equal(await picked(page), 0);
    assert.equal(await page.locator("#picks").isVisible(), false);
    assert.equal(await page.locator("#kept output").textContent(), "2 verdicts to export");
    await close(page);
  });

  await test("a box selects with the mouse and with the space bar, and keys go on working from it", async () => {
    const page = await open("demo.html");
    const boxes = page.locator(".pick input");
    await boxes.nth(0).check();
    await boxes.nth(1).focus();
    await page.keyboard.press("Space");
    assert.equal(await picked(page), 2);
    await page.keyboard.press("x");
    assert.equal(await picked(page), 1);
    await page.keyboard.press("j");
    assert.equal(await page.locator("[aria-current]").count(), 1);
    await page.keyboard.press("Escape");
    assert.equal(await picked(page), 0);
    assert.equal(await page.locator("#export").isVisible(), false);
    await close(page);
  });

  await test("all that the filter shows gets one verdict with one reason, and one step takes it back", async () => {
    const page = await open("demo.html");
    await page.keyboard.press("j");
    await page.keyboard.press("1");
    await query(page, "s:warning");
    const n = await page.locator("[data-rule]:not([hidden])").count();
    assert.equal(await page.locator("#pick-shown").textContent(), `Select the ${n} shown`);
    await page.locator("#pick-shown").click();
    assert.equal(await said(page), `${n} selected: ${n} warnings`);
    await page.fill("#picks-why", "the desk has asked");
    await page.locator('#picks [data-verdict="attributed"]').click();
    assert.equal(await given(page, "attributed"), n);
    const reasons = await page.locator("[data-rule]:not([hidden]) .reason input").evaluateAll((list) => list.map((e) => e.value));
    assert.deepEqual(reasons, Array(n).fill("the desk has asked"));
    await page.locator("#undo").click();
    assert.equal(await given(page, "attributed"), 0);
    await query(page, "");
    assert.equal(await given(page, "real"), 1);
    assert.equal(await page.locator("#undo").isVisible(), false);
    await close(page);
  });

  await test("an undo gives back the verdicts that were there before, and the store has them", async () => {
    const page = await open("demo.html");
    for (const key of ["j", "1", "j", "5", "X", "2"]) await page.keyboard.press(key);
    const all = await page.locator("[data-rule]").count();
    assert.equal(await given(page, "false-positive"), all);
    await page.keyboard.press("u");
    assert.deepEqual([await given(page, "real"), await given(page, "fixed"), await given(page, "false-positive")], [1, 1, 0]);
    await page.reload();
    assert.deepEqual([await given(page, "real"), await given(page, "fixed"), await given(page, "false-positive")], [1, 1, 0]);
    await close(page);
  });

  await test("what the filter hides leaves the selection", async () => {
    const page = await open("demo.html");
    await page.keyboard.press("X");
    await query(page, "s:error");
    const n = await page.locator("[data-rule]:not([hidden])").count();
    assert.equal(await picked(page), n);
    assert.equal(await said(page), `${n} selected: ${n} errors`);
    await page.keyboard.press("X");
    assert.equal(await picked(page), 0);
    await close(page);
  });

  await test("where the browser keeps nothing a verdict for many lasts as long as the page, and can be undone", async () => {
    const page = await open("demo.html", { noStore: true });
    const all = await page.locator("[data-rule]").count();
    for (const key of ["X", "4"]) await page.keyboard.press(key);
    assert.equal(await given(page, "attributed"), all);
    await page.keyboard.press("u");
    assert.equal(await given(page, "attributed"), 0);
    await close(page);
  });

  await test("thousands of lines of an index take one verdict", async () => {
    const page = await open("parts/index.html");
    const all = await page.locator("[data-rule]").count();
    const spent = await page.evaluate(() => {
      const start = performance.now();
      belie.picks.toggleShown();
      belie.picks.give(0);
      return Math.round(performance.now() - start);
    });
    console.log(`# ${all} verdicts given in ${spent} ms`);
    assert.equal(await page.locator("#kept output").textContent(), `${all.toLocaleString("en")} verdicts to export`);
    await page.keyboard.press("u");
    assert.equal(await page.locator("#export").isVisible(), false);
    await close(page);
  });
};
