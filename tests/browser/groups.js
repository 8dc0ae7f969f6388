// Findings by event: what is told of one event stands under one heading, and goes back to its severity.
"use strict";

const assert = require("node:assert/strict");
const { open, close, test } = require("./harness");

const order = (page) => page.locator("[data-rule]").evaluateAll((list) => list.map((e) => e.id));
const focused = (page) => page.evaluate(() => document.activeElement.id);

module.exports = async () => {
  await test("by event every finding stands under its event, with how many articles and origins tell of it", async () => {
    const page = await open("demo.html");
    const before = await order(page);
    await page.locator('[data-order="event"]').click();
    assert.equal(new URL(page.url()).hash, "#by=event");
    const sections = page.locator("#findings > section:visible");
    const n = await page.locator("#event-names option").count();
    assert.equal(await sections.count(), n + 1);
    const first = sections.first();
    assert.equal(await first.locator("h2").textContent(), await page.locator(".events li a").first().textContent());
    assert.match(await first.locator(".aside").first().textContent(), /^\d+ articles of \d+ origins, \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d: \d+ conflicts/);
    const told = parseInt(await page.locator(".events .place").first().textContent(), 10);
    assert.equal(await first.locator('[data-event="1"]').count(), told);
    assert.equal(await page.locator('#findings [data-event="1"]').count(), told);
    assert.deepEqual([...(await order(page))].sort(), [...before].sort());
    await page.locator('[data-order="severity"]').click();
    assert.deepEqual(await order(page), before);
    assert.equal(new URL(page.url()).hash, "");
    assert.ok(await page.locator("#errors").isVisible());
    await close(page);
  });

  await test("the order is in the address beside the filter, and the filter hides what has nothing to show", async () => {
    const page = await open("demo.html", { fragment: "#q=s%3Anote&by=event" });
    assert.equal(await page.locator('[data-order="event"]').getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator("#q").inputValue(), "s:note");
    const empty = await page.locator("#findings section:visible").evaluateAll((list) => list.filter((e) => !e.querySelector("[data-rule]:not([hidden])")).length);
    assert.equal(empty, 0);
    assert.ok(await page.locator("#findings details.kind li:visible").first().isVisible());
    await page.fill("#q", "s:error");
    await page.waitForTimeout(200);
    assert.equal(new URL(page.url()).hash, "#q=s%3Aerror&by=event");
    await close(page);
  });

  await test("e changes the order, and what is stepped to stays; j goes on in the order that is seen", async () => {
    const page = await open("demo.html");
    for (const key of ["j", "j", "j"]) await page.keyboard.press(key);
    const id = await focused(page);
    await page.keyboard.press("e");
    assert.equal(await focused(page), id);
    const ids = await page.locator("#findings [data-rule]:visible").evaluateAll((list) => list.map((e) => e.id));
    await page.keyboard.press("j");
    assert.equal(await focused(page), ids[ids.indexOf(id) + 1]);
    await page.keyboard.press("e");
    assert.equal(await page.locator('[data-order="severity"]').getAttribute("aria-pressed"), "true");
    await close(page);
  });

  await test("a link to a section of the other order leads there", async () => {
    const page = await open("demo.html", { fragment: "#by=event" });
    await page.locator("nav a", { hasText: "Warnings" }).click();
    await page.waitForFunction(() => document.querySelector("#warnings").getBoundingClientRect().height > 0);
    const box = await page.locator("#warnings").boundingBox();
    assert.ok(box.y >= 0 && box.y < 900, String(box.y));
    await close(page);
  });

  await test("a verdict that was given in one order is there in the other, also where the browser keeps nothing", async () => {
    const page = await open("demo.html", { noStore: true });
    for (const key of ["j", "1", "e"]) await page.keyboard.press(key);
    assert.equal(await page.locator('[data-verdict="real"][aria-pressed="true"]').count(), 1);
    await close(page);
  });

  await test("without an event that is told differently there is nothing to order by", async () => {
    const page = await open("galley.html");
    const n = await page.locator("#event-names option").count();
    assert.equal(await page.locator("[data-order]").count(), n > 0 ? 2 : 0);
    await close(page);
  });
};
