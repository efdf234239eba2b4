// Cards under a bubble, one form for each kind. Their words come finished from the library.
import { button, element } from "./elements.js";
import { link } from "./markdown.js";
import { words } from "./words.js";
/** @import { Card, CardRow, Say } from "./types.js" */

/** @param {Card} card @param {Say} say */
export function drawCard(card, say) {
  if (card.kind === "source") return source(card);
  const parts = card.rows.some((row) => row.say) || card.kind === "loan" ? list(card, say) : table(card);
  return element(
    "article",
    { class: `card ${card.kind}` },
    element("div", { class: "head" }, ornament(card), heading(card)),
    parts,
    card.footnote && element("p", { class: "note" }, card.footnote),
    card.button && opens(card.button),
  );
}

/** @param {Card} card */
function heading({ title, subtitle }) {
  return element("div", { class: "title" }, element("h3", {}, title), subtitle && element("p", {}, subtitle));
}

/** A book's spine or a programme's day; the words beside it say the same. @param {Card} card */
function ornament({ kind, title, day, rows }) {
  if (kind === "book" && rows.length > 0 && !rows[0].say) return element("span", { class: "spine", "aria-hidden": "true" }, title);
  if (!day) return undefined;
  const date = new Date(`${day}T12:00:00+09:00`);
  /** @param {Intl.DateTimeFormatOptions} form */
  const print = (form) => new Intl.DateTimeFormat(words.language, { timeZone: "Asia/Seoul", ...form }).format(date);
  return element(
    "span",
    { class: "tile", "aria-hidden": "true" },
    element("small", {}, print({ month: "short" })),
    element("b", {}, String(Number(day.slice(8)))),
    element("small", {}, print({ weekday: "short" })),
  );
}

/** Books found, loans: a row's text first where it is what matters most, and what can be done with it. @param {Card} card @param {Say} say */
function list({ kind, rows }, say) {
  if (rows.length === 0) return undefined;
  const items = rows.map((row) => {
    const name = element("span", { class: "name" }, row.label);
    const text = element("span", { class: `text ${row.state ?? ""}` }, row.text);
    const act = row.say && button(`${row.label} ${row.sayLabel ?? row.say}`, () => say(row.say ?? ""), {}, row.sayLabel ?? row.say);
    const words = element("div", {}, ...(kind === "loan" && row.state ? [text, name] : [name, text]));
    return element("li", {}, words, act);
  });
  return element("ul", { class: "rows", role: "list" }, ...items);
}

/** @param {Card} card */
function table({ rows }) {
  if (rows.length === 0) return undefined;
  return element("dl", {}, ...rows.flatMap((row) => [element("dt", {}, row.label), value(row)]));
}

/** @param {CardRow} row */
function value({ text, state, url, meter }) {
  const [first, ...rest] = text.split("\n");
  const words = element("span", { class: state }, first);
  return element(
    "dd",
    {},
    url ? link(url, words) : words,
    meter && bar(meter),
    ...rest.map((line) => element("span", { class: "under" }, line)),
  );
}

/** How much is left: the number stands beside it in words. @param {{ value: number, of: number }} meter */
function bar({ value, of }) {
  const made = element("span", { class: "bar", "aria-hidden": "true" }, element("span", {}));
  made.style.setProperty("--share", String(of > 0 ? Math.min(1, value / of) : 0));
  return made;
}

/** What an answer rests on, folded under it. @param {Card} card */
function source({ title, footnote, button: page }) {
  return element(
    "details",
    { class: "card source" },
    element("summary", {}, words.source(title)),
    footnote && element("p", { class: "note" }, footnote),
    page && link(page.url, page.label),
  );
}

/** @param {{ label: string, url: string }} page */
function opens({ label, url }) {
  const made = link(url, label);
  made.classList.add("button");
  return made;
}
