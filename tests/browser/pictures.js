// Pictures of every view, for the eye: PICTURES=DIR scripts/test-browser.
"use strict";

const path = require("node:path");
const { open, close } = require("./harness");

const views = {
  top: async () => {},
  card: async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.keyboard.press("2");
  },
  filter: async (page) => {
    await page.locator("#filter summary").click();
    await page.locator('[data-token="s:warning"]').click();
  },
  notes: (page) => page.evaluate(() => {
    document.querySelector("#notes details").open = true;
    document.querySelector("#notes").scrollIntoView();
  }),
  help: (page) => page.keyboard.press("?"),
};

module.exports = async () => {
  for (const colorScheme of ["light", "dark"])
    for (const width of [1280, 360]) {
      const shoot = async (name, prepare, options = {}) => {
        const page = await open(options.file || "demo.html", { colorScheme, viewport: { width, height: width > 600 ? 1000 : 780 } });
        await prepare(page);
        await page.screenshot({ path: path.join(process.env.PICTURES, `${name}-${width}-${colorScheme}.png`) });
        await close(page);
      };
      for (const [name, prepare] of Object.entries(views)) await shoot(name, prepare);
      // Every section behind the findings, unfolded; of what was decided there is something in the other report.
      const page = await open("decided.html");
      const sections = await page.locator("main > section[id]").evaluateAll((list) => list.map((e) => e.id));
      await close(page);
      for (const id of sections.filter((one) => one !== "overview"))
        await shoot(
          `section-${id}`,
          (one) =>
            one.evaluate((section) => {
              const element = document.getElementById(section);
              for (const details of element.querySelectorAll("details")) details.open = true;
              element.scrollIntoView();
            }, id),
          { file: "decided.html" },
        );
    }
};
