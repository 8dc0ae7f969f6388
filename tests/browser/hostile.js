// Articles that hold markup, script, overrides and separators: they are text in every view, and nothing of them acts.
"use strict";

const assert = require("node:assert/strict");
const { open, close, test } = require("./harness");

const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028-\u202e\u2066-\u2069]/;

module.exports = async () => {
  await test("a hostile article is text in every view, and nothing of it acts", async () => {
    const page = await open("hostile.html");
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    const text = await page.locator("body").innerText();
    for (const wanted of ["<script>window.bitten = 2</script>", '<img src=x onerror="window.bitten = 3">', "javascript:alert(4)", "⟨U+202E⟩", "⟨U+2028⟩"])
      assert.ok(text.includes(wanted), wanted);
    assert.equal(await page.evaluate(() => window.bitten), undefined);
    assert.equal(await page.locator("main img, main iframe, main script, main svg[onload], [onclick], [onerror]").count(), 0);
    assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
    assert.ok(!HIDDEN.test(await page.content()));
    await close(page);
  });

  await test("nor in the filter, the copies and the verdicts", async () => {
    const page = await open("hostile.html");
    await page.locator("#filter summary").click();
    for (const chip of await page.locator("#filter [data-token]").all()) {
      await chip.click();
      await chip.click();
    }
    await page.fill("#q", '<script> "</script>');
    await page.waitForTimeout(200);
    await page.fill("#q", "");
    await page.waitForTimeout(200);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("1");
    await page.locator("#sheet").click();
    await page.waitForTimeout(100);
    const sheet = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(!HIDDEN.test(sheet));
    await page.locator("#copy-verdicts").click();
    await page.waitForTimeout(100);
    const line = JSON.parse((await page.evaluate(() => navigator.clipboard.readText())).split("\n")[1]);
    assert.equal(line.verdict, "real");
    assert.equal(await page.evaluate(() => window.bitten), undefined);
    await close(page);
  });
};
