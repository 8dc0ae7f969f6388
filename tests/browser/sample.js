// Pictures of reports/sample.html for README. Run by scripts/sample.
"use strict";

const path = require("node:path");
const { chromium } = require("playwright-core");

const reports = path.resolve(__dirname, "../../reports");

// The first finding in which two articles disagree, unfolded.
const goToCard = async (page) => {
  const id = await page.locator('#errors [data-event="1"]').first().getAttribute("id");
  await page.evaluate((target) => (location.hash = target), id);
  await page.keyboard.press("Enter");
};

const pictures = [
  { name: "sample", viewport: { width: 1180, height: 1000 } },
  { name: "sample-card", viewport: { width: 1180, height: 900 }, prepare: goToCard },
  { name: "sample-phone", viewport: { width: 390, height: 844 }, colorScheme: "dark", prepare: goToCard },
];

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", chromiumSandbox: false });
  for (const { name, prepare, ...options } of pictures) {
    const page = await browser.newPage(options);
    await page.goto(`file://${path.join(reports, "sample.html")}`);
    if (prepare) await prepare(page);
    await page.screenshot({ path: path.join(reports, `${name}.png`) });
    console.log(`reports/${name}.png`);
    await page.close();
  }
  await browser.close();
})();
