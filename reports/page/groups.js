// The order of the findings: by severity, as they are written, or by event: what is told of one event stands under one heading.
"use strict";

belie.groups = (() => {
  const buttons = [...document.querySelectorAll("[data-order]")];
  if (!belie.filter || buttons.length === 0) return null;

  const { counted, filter } = belie;
  const findings = document.getElementById("findings");
  const homes = belie.findings.map((element) => ({ element, parent: element.parentElement }));
  const order = { now: "severity", sections: [] };

  // What disagrees has the number of its event, what else is asked about those articles that of theirs.
  const numberOf = ({ dataset }) => Number(dataset.event || dataset.group || 0);

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const namedSection = (id, heading) => {
    const section = make("section", { id }, make("h2", { id: `${id}-h`, textContent: heading, dir: "auto" }));
    section.setAttribute("aria-labelledby", `${id}-h`);
    return section;
  };

  // Days stay whole.
  const withDays = (text) => text.split(/(\d{4}-\d\d(?:-\d\d)?)/u).map((part, i) => (i % 2 ? make("time", { textContent: part }) : part));

  // "6 articles of 5 origins, 2025-08-20 to 2025-08-23: 9 conflicts, 4 further questions on these articles".
  const describe = (option, elements) => {
    const conflicts = elements.filter((e) => e.dataset.event).length;
    const further = elements.length - conflicts;
    const rest = further > 0 ? `, ${counted(further, "further question")} on these articles` : "";
    return `${option.textContent}: ${counted(conflicts, "conflict")}${rest}`;
  };

  const formOf = (element) => {
    if (element.localName === "article") return "card";
    return element.querySelector(".severity") ? "line" : "note";
  };

  // Cards, then lines of an index, then notes, which stay folded.
  const fill = (section, elements) => {
    const of = (form) => elements.filter((e) => formOf(e) === form);
    const [cards, lines, notes] = [of("card"), of("line"), of("note")];
    section.append(...cards);
    if (lines.length > 0) section.append(make("ol", { className: "lines" }, ...lines));
    if (notes.length === 0) return;
    const summary = make("summary", {}, make("b", { textContent: "Notes" }), make("span", { className: "count", textContent: counted(notes.length, "note") }));
    section.append(make("details", { className: "kind" }, summary, make("ol", {}, ...notes)));
  };

  const groupByEvent = () => {
    const groups = new Map();
    for (const { element } of homes) {
      const n = numberOf(element);
      if (!groups.has(n)) groups.set(n, []);
      groups.get(n).push(element);
    }
    for (const option of document.querySelectorAll("#event-names option")) {
      const elements = groups.get(Number(option.value)) || [];
      if (elements.length === 0) continue;
      const section = namedSection(`event-${option.value}`, option.label);
      section.append(make("p", { className: "aside" }, ...withDays(describe(option, elements))));
      fill(section, elements);
      order.sections.push(section);
    }
    const rest = groups.get(0);
    if (rest) {
      const section = namedSection("event-none", "Everything else");
      section.append(make("p", { className: "aside", textContent: "Questions on articles that no other article here disagrees with." }));
      fill(section, rest);
      order.sections.push(section);
    }
    findings.append(...order.sections);
  };

  const groupBySeverity = () => {
    for (const { element, parent } of homes) parent.append(element);
    for (const section of order.sections.splice(0)) section.remove();
  };

  const arrange = (by) => {
    if (by === order.now) return;
    order.now = by;
    if (by === "event") groupByEvent();
    else groupBySeverity();
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.order === by));
    // Keys step through them as they now stand.
    belie.findings.splice(0, belie.findings.length, ...findings.querySelectorAll("[data-rule]"));
    filter.refold();
    filter.apply();
  };

  const choose = (by) => {
    const at = belie.current;
    arrange(by);
    belie.writeAddress({ by: by === "event" ? by : "" });
    belie.say(`Findings by ${by}.`);
    return at;
  };

  // By key: the finding that is stepped to stays in sight.
  const toggle = () => {
    const at = choose(order.now === "event" ? "severity" : "event");
    if (at) belie.goTo(at);
  };

  const followAddress = () => {
    const { f, q, by } = belie.readAddress();
    if (f && !q && !by) return;
    const before = order.now;
    arrange(by === "event" ? by : "severity");
    // A link to a section that was not there a moment ago.
    const target = before === order.now ? null : document.getElementById(location.hash.slice(1));
    if (target) target.scrollIntoView();
  };

  for (const button of buttons) button.addEventListener("click", () => choose(button.dataset.order));
  addEventListener("hashchange", followAddress);

  return { toggle, followAddress };
})();
