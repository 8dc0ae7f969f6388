// The editors' report in a real browser. Run by scripts/test-browser.
"use strict";

const { start, finish } = require("./harness");

const parts = ["./reading", "./filter", "./keys", "./verdicts", "./picks", "./saved", "./groups", "./hostile", "./accessibility", "./files", "./galley"];
if (process.env.SHORT !== "1") parts.push("./large");
if (process.env.PICTURES) parts.push("./pictures");

(async () => {
  await start();
  for (const part of parts) await require(part)();
  await finish();
})();
