// The filter: each kind of token, chips, the address, deep links.
"use strict";

const assert = require("node:assert/strict");
const { open, close, test } = require("./harness");

const shown = (page) => page.locator("[data-rule]:not([hidden])").count();
const query = async (page, text) => {
  await page.fill("#q", text);
  await page.waitForTimeout(200);
};
// Findings that a function of their attributes and words wants; the page must agree.
const wanted = (page, source) => page.evaluate(`[...document.querySelectorAll("[data-rule]")].filter((e) => ${source}).length`);

module.exports = async () => {
  const cases = [
    ["s:error", 'e.dataset.s === "error"'],
    ["severity:warning", 'e.dataset.s === "warning"'],
    ["s:error s:warning", 'e.dataset.s !== "note"'],
    ["-s:note", 'e.dataset.s !== "note"'],
    ["rule:name", 'e.dataset.rule.startsWith("name/")'],
    ["rule:garbled", 'e.dataset.rule.endsWith("/garbled")'],
    ["s:error rule:title", 'e.dataset.s === "error" && e.dataset.rule.startsWith("title/")'],
    ["source:clipfeed", '[...e.querySelectorAll(".source")].some((s) => s.textContent === "Clipfeed")'],
    ['source:"lumen wire"', '[...e.querySelectorAll(".source")].some((s) => s.textContent === "Lumen Wire")'],
    ["article:hague-summit", 'e.textContent.includes("hague-summit")'],
    ["event:1", 'e.dataset.event === "1"'],
    ["is:new", "true"],
    ["is:known", "false"],
    ["date:>=2025-08", 'e.dataset.date >= "2025-08"'],
    ["date:>2025-08", 'e.dataset.date > "2025-08-31"'],
    ["date:<2025", 'e.dataset.date < "2025"'],
    ["date:2025-08", 'e.dataset.date.startsWith("2025-08")'],
    ["date:2023-01-01..2025-06", 'e.dataset.date >= "2023" && e.dataset.date < "2025-07"'],
    ["UKRAINE", '[...e.children].some((c) => !c.matches(".tools") && /ukraine/i.test(c.textContent))'],
    ["“send troops”", '[...e.children].some((c) => /send troops/i.test(c.textContent))'],
    ["nothing:like-this", "false"],
  ];

  const page = await open("demo.html");
  const all = await shown(page);
  for (const [text, source] of cases)
    await test(`filter ${text}`, async () => {
      await query(page, text);
      const n = await wanted(page, source);
      assert.equal(await shown(page), n);
      assert.equal(await page.locator("#filter output").textContent(), `${n} of ${all} shown`);
      assert.equal(await page.locator("#none").isVisible(), n === 0);
    });

  await test("the words of buttons are not searched", async () => {
    await query(page, "superseded");
    assert.equal(await shown(page), await wanted(page, '[...e.children].some((c) => !c.matches(".tools") && /superseded/i.test(c.textContent))'));
  });

  await test("a section without a finding goes, and comes back", async () => {
    await query(page, "s:error");
    assert.equal(await page.locator("#warnings").isVisible(), false);
    await query(page, "");
    assert.ok(await page.locator("#warnings").isVisible());
    assert.equal(await shown(page), all);
  });

  await test("every chip says how many it leaves, narrows, and is given back", async () => {
    await page.locator("#filter summary").click();
    const chips = page.locator("#filter [data-token]");
    const n = await chips.count();
    assert.ok(n > 10);
    for (let i = 0; i < n; i++) {
      const chip = chips.nth(i);
      const promised = Number(await chip.locator("span").textContent());
      await chip.click();
      assert.equal(await shown(page), promised, await chip.getAttribute("data-token"));
      assert.equal(await chip.getAttribute("aria-pressed"), "true");
      await chip.click();
      assert.equal(await chip.getAttribute("aria-pressed"), "false");
    }
    assert.equal(await shown(page), all);
  });

  await test("a chip counts what it would leave of the rest", async () => {
    await query(page, "rule:name");
    const chip = page.locator('[data-token="s:error"]');
    const promised = Number(await chip.locator("span").textContent());
    assert.equal(promised, await wanted(page, 'e.dataset.s === "error" && e.dataset.rule.startsWith("name/")'));
    await chip.click();
    assert.equal(await shown(page), promised);
    await query(page, "");
  });

  await test("the filter is in the address, and the address makes the filter", async () => {
    await query(page, 's:error "send troops"');
    const n = await shown(page);
    const fragment = new URL(page.url()).hash;
    const again = await open("demo.html", { fragment });
    assert.equal(await again.locator("#q").inputValue(), 's:error "send troops"');
    assert.equal(await shown(again), n);
    await close(again);
    await query(page, "");
    assert.equal(new URL(page.url()).hash, "");
  });

  await test("an empty result can be left by its button", async () => {
    await query(page, "s:error xyzzy");
    await page.locator("#none button").click();
    assert.equal(await shown(page), all);
  });
  await close(page);

  await test("a deep link goes to its finding, opens what it is folded in, and gives it the focus", async () => {
    const first = await open("demo.html");
    const id = await first.locator("#notes li").last().getAttribute("id");
    await close(first);
    const linked = await open("demo.html", { fragment: `#${id}` });
    assert.equal(await linked.evaluate(() => document.activeElement.id), id);
    assert.ok(await linked.locator("#notes li").last().isVisible());
    const box = await linked.locator("#notes li").last().boundingBox();
    assert.ok(box.y > 0 && box.y < 900, String(box.y));
    await close(linked);
  });

  await test("a deep link to a finding that the filter hides empties the filter", async () => {
    const linked = await open("demo.html", { fragment: "#q=s%3Anote" });
    const id = await linked.locator("#errors article").nth(3).getAttribute("id");
    await linked.evaluate((target) => (location.hash = target), id);
    await linked.waitForFunction((target) => document.activeElement.id === target, id);
    assert.equal(await linked.locator("#q").inputValue(), "");
    await close(linked);
  });

  await test("an address that is none of ours does no harm", async () => {
    for (const fragment of ["#f=%E0%A4%A", "#f=no-such", "#q=%", "#errors", "#<b>"]) {
      const odd = await open("demo.html", { fragment });
      assert.ok(await odd.locator("#filter").isVisible());
      await close(odd);
    }
  });
};
