// What stands in the page: with and without JavaScript, on paper, on a phone.
"use strict";

const assert = require("node:assert/strict");
const { open, close, test } = require("./harness");

const visible = (page, selector) => page.locator(selector).first().isVisible();

module.exports = async () => {
  await test("without JavaScript the page is whole, and shows nothing that needs it", async () => {
    const page = await open("demo.html", { javaScriptEnabled: false });
    assert.ok(await visible(page, "#overview"));
    assert.ok(await visible(page, "article.card blockquote mark"));
    assert.ok(await visible(page, ".query span"));
    for (const selector of ["#filter", "#export", "#none", "dialog", ".tools"])
      assert.equal(await page.locator(selector).locator("visible=true").count(), 0, selector);
    await page.locator("details.how summary").first().click();
    assert.ok(await visible(page, "details.how li"));
    await page.locator("#overview .lines a").first().click();
    assert.match(page.url(), /#f=/);
    await close(page);
  });

  await test("a finding shows both sides, its working and its query", async () => {
    const page = await open("demo.html");
    const card = page.locator("article.card", { has: page.locator(".others blockquote") }).first();
    assert.equal(await card.locator(".side h4").first().textContent(), "Asked about");
    assert.ok((await card.locator("blockquote mark").count()) >= 2);
    await card.locator("details.how summary").click();
    const working = await card.locator("details.how").innerText();
    for (const wanted of ["Read as", "Settled by", "History", "Innocent explanations tried", "A later update"])
      assert.ok(working.includes(wanted), wanted);
    await close(page);
  });

  await test("the overview has at most ten new findings, a line each, and leads on", async () => {
    const page = await open("demo.html");
    const n = await page.locator(".fresh .lines li").count();
    assert.ok(n > 0 && n <= 10);
    const link = page.locator(".fresh .lines a").nth(2);
    const target = (await link.getAttribute("href")).slice(1);
    await link.click();
    assert.equal(await page.evaluate(() => document.activeElement.id), target);
    await page.locator(".events a").first().click();
    assert.equal(await page.locator("#q").inputValue(), "event:1");
    const told = await page.locator(".events .place").first().textContent();
    assert.equal(await page.locator("[data-rule]:not([hidden])").count(), parseInt(told, 10));
    await page.locator(".asked a").first().click();
    assert.match(await page.locator("#q").inputValue(), /^source:"/);
    await close(page);
  });

  await test("what is decided is told apart from what is new", async () => {
    const page = await open("decided.html");
    assert.equal(await page.locator('[data-state~="known"]').count(), 1);
    assert.match(await page.locator(".fresh .quiet").textContent(), /1 known, 1 set aside/);
    await page.locator('[data-state~="known"] details.how summary').click();
    assert.match(await page.locator('[data-state~="known"] details.how').innerText(), /real, by Ann Lee/);
    await close(page);
  });

  await test("on paper everything that is folded is open, and nothing that is pressed is there", async () => {
    const page = await open("demo.html");
    const before = await page.locator("details[open]").count();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("details:not([open])").count(), 0);
    await page.emulateMedia({ media: "print" });
    for (const selector of ["#filter", "nav", "button", ".tools"])
      assert.equal(await page.locator(selector).locator("visible=true").count(), 0, selector);
    assert.ok(await visible(page, "#notes li blockquote"));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("details[open]").count(), before);
    const pdf = await page.pdf();
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    assert.ok((pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) || []).length > 5);
    await close(page);
  });

  await test("dark has other colours than light, and a pressed chip can be read in both", async () => {
    const colours = [];
    for (const colorScheme of ["light", "dark"]) {
      const page = await open("demo.html", { colorScheme });
      colours.push(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor));
      await close(page);
    }
    assert.notEqual(colours[0], colours[1]);
  });

  for (const width of [360, 1280])
    for (const name of ["demo.html", "hostile.html", "quiet.html", "decided.html"])
      await test(`at ${width} px nothing of ${name} runs out of the page`, async () => {
        const page = await open(name, { viewport: { width, height: 800 } });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        const wide = await page.evaluate(() => {
          const room = document.documentElement.clientWidth;
          const inside = (e) => e.closest(".wide, datalist, #spoken, .skip") !== null;
          return [...document.querySelectorAll("body *")]
            .filter((e) => !inside(e) && e.getBoundingClientRect().right > room + 1)
            .map((e) => `${e.tagName}.${e.className}`)
            .slice(0, 5);
        });
        assert.deepEqual(wide, []);
        await close(page);
      });

  await test("nothing moves for those who want nothing to move, nor for others", async () => {
    const page = await open("demo.html", { reducedMotion: "reduce" });
    const moving = await page.evaluate(() => document.getAnimations().length);
    assert.equal(moving, 0);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
    await close(page);
  });

  await test("quotations have a direction, and every name of a source is set apart from its surroundings", async () => {
    const page = await open("demo.html");
    assert.equal(await page.locator('blockquote:not([dir="auto"])').count(), 0);
    assert.equal(await page.locator(".source:not(bdi)").count(), 0);
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await close(page);
  });
};
