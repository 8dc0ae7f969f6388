// The report in several files: links from one to another work from file://.
"use strict";

module.exports = async () => {};
