// Verdicts: by button and key, kept over a reload, exported, and taken by belie.
"use strict";

const assert = require("node:assert/strict");
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { open, close, test, work } = require("./harness");

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const VERDICTS = ["real", "false-positive", "superseded", "attributed", "fixed"];

module.exports = async () => {
  const page = await open("demo.html");
  const ids = await page.locator("article.card").evaluateAll((list) => list.map((e) => e.id.slice(2)));

  await test("1 to 5 give the verdicts, and the same key takes one back", async () => {
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press("j");
      await page.keyboard.press(String(i + 1));
      assert.equal(await page.locator('[aria-current] [aria-pressed="true"]').getAttribute("data-verdict"), VERDICTS[i]);
    }
    await page.keyboard.press("j");
    await page.keyboard.press("2");
    await page.keyboard.press("2");
    assert.equal(await page.locator('[aria-current] [aria-pressed="true"]').count(), 0);
    assert.equal(await page.locator("#kept output").textContent(), "5 verdicts to export");
  });

  await test("a verdict can be changed by its button, and given a reason", async () => {
    const card = page.locator("article.card").nth(1);
    await card.locator('[data-verdict="attributed"]').click();
    assert.equal(await card.locator('[aria-pressed="true"]').getAttribute("data-verdict"), "attributed");
    await card.locator('[data-verdict="false-positive"]').click();
    await card.locator(".reason input").fill('known as "Alex" </script> \u2028');
  });

  await test("is:marked and is:open follow", async () => {
    await page.fill("#q", "is:marked");
    await page.waitForTimeout(200);
    assert.equal(await page.locator("[data-rule]:not([hidden])").count(), 5);
    await page.fill("#q", "");
    await page.waitForTimeout(200);
  });

  await test("verdicts outlast the page", async () => {
    await page.fill("#who", "Ann Lee");
    await page.reload();
    assert.equal(await page.locator('.tools [aria-pressed="true"]').count(), 5);
    assert.equal(await page.locator("#who").inputValue(), "Ann Lee");
  });

  let file;
  await test("the download is what the copy is, and belie takes it", async () => {
    await page.locator("#copy-verdicts").click();
    await page.waitForTimeout(100);
    const copied = await clipboard(page);
    // What was copied counts as exported; a change makes it new.
    const card = page.locator("article.card");
    for (let i = 0; i < 5; i++) await card.nth(i).locator(".reason input").fill(i === 1 ? "known as Alex" : "");
    await card.nth(0).locator(".reason input").fill("x");
    for (let i = 0; i < 5; i++) await card.nth(i).locator(".reason input").fill(i === 1 ? "known as Alex" : `reason ${i}`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#download").click()]);
    assert.equal(download.suggestedFilename(), "belie-verdicts.jsonl");
    file = path.join(work, "exported.jsonl");
    await download.saveAs(file);
    const lines = fs.readFileSync(file, "utf8").trimEnd().split("\n").map(JSON.parse);
    assert.deepEqual(lines[0], { format: 1 });
    assert.equal(lines.length, 6);
    assert.equal(copied.trimEnd().split("\n").length, 6);
    for (let i = 0; i < 5; i++) {
      const line = lines.find((one) => one.fp === ids[i]);
      assert.equal(line.verdict, VERDICTS[i]);
      assert.equal(line.who, "Ann Lee");
      assert.ok(line.at && line.why && line.id);
    }
    assert.equal(await page.locator("#kept output").textContent(), "Every verdict is exported");
  });

  await test("belie baseline apply takes the file, and the next report knows it", async () => {
    const corpus = path.join(work, "corpus");
    execFileSync(process.env.BELIE, ["baseline", "apply", file, corpus], { stdio: "pipe" });
    execFileSync(process.env.BELIE, ["check", corpus, "--fail-on", "never", "--output", `html=${work}/applied.html`], { stdio: "pipe" });
    const next = await open("applied.html");
    // real and fixed stay in sight, three are set aside
    const left = await next.locator("[data-rule]").evaluateAll((list) => list.map((e) => e.id.slice(2)));
    assert.deepEqual(
      ids.slice(0, 5).map((id) => left.includes(id)),
      [true, false, false, false, true],
    );
    await next.locator("#set-aside summary").click();
    assert.match(await next.locator("#set-aside").innerText(), /known as Alex/);
    await close(next);
    fs.rmSync(path.join(corpus, "belie-verdicts.jsonl"));
  });

  await test("what is exported can be forgotten", async () => {
    await page.locator("#forget").click();
    assert.equal(await page.locator('.tools [aria-pressed="true"]').count(), 0);
    assert.equal(await page.locator("#export").isVisible(), false);
    await page.reload();
    assert.equal(await page.locator('.tools [aria-pressed="true"]').count(), 0);
  });

  await test("a query is copied by its button and by c", async () => {
    const card = page.locator("article.card").first();
    const wanted = await card.locator(".query span").textContent();
    await card.locator(".copy-query").click();
    await page.waitForFunction(() => document.querySelector("#spoken").textContent === "Copied.");
    assert.equal(await clipboard(page), wanted);
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await card.locator("h3").click();
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await page.waitForTimeout(100);
    assert.match(await clipboard(page), /line \d+: /);
  });

  await test("the query sheet has what is shown and open, article by article", async () => {
    await page.fill("#q", "s:error source:clipfeed");
    await page.waitForTimeout(200);
    await page.locator("#sheet").click();
    await page.waitForTimeout(100);
    const text = await clipboard(page);
    const n = await page.locator("[data-rule]:not([hidden])").count();
    assert.equal((text.match(/^\d+\. Line \d+: /gm) || []).length, n);
    assert.match(text, /^Queries on clipfeed\/clips\.jsonl#cf-250821-14 \(Clipfeed, 2025-08-21\)/m);
    assert.match(text, /Disagrees with: “Poland will not send troops to Ukraine[^”]*” \(Lumen Wire, 2025-08-20, lumen-wire.2025-08-20-defence-chiefs\.txt, line 11\)/);
  });
  await close(page);

  await test("two windows on one report know what each of them decides, and neither forgets it", async () => {
    const one = await open("demo.html");
    const two = await one.context().newPage();
    await two.goto(one.url());
    for (const key of ["j", "1"]) await one.keyboard.press(key);
    await two.waitForFunction(() => document.querySelectorAll('[data-verdict="real"][aria-pressed="true"]').length === 1);
    for (const key of ["j", "j", "5"]) await two.keyboard.press(key);
    await one.waitForFunction(() => document.querySelectorAll('[data-verdict="fixed"][aria-pressed="true"]').length === 1);
    await one.reload();
    assert.equal(await one.locator("#kept output").textContent(), "2 verdicts to export");
    await close(one);
  });

  await test("with a closed clipboard the text can be taken by hand", async () => {
    const shut = await open("demo.html");
    await shut.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
    });
    await shut.locator("#sheet").click();
    assert.ok(await shut.locator("#by-hand").isVisible());
    assert.match(await shut.locator("#by-hand textarea").inputValue(), /^Queries on /);
    await close(shut);
  });
};
