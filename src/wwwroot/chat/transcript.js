// The conversation taken along: as text on the clipboard, as a file, on paper.
import { element } from "./elements.js";

/** Every bubble and card as lines of text, in the order in which they are read. @param {HTMLElement} log */
function asText(log) {
  /** @type {string[]} */
  const lines = [];
  for (const part of log.querySelectorAll(".divider, .bubble, .card")) {
    const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
    copy.querySelectorAll(".at, [aria-hidden], button").forEach((hidden) => hidden.remove());
    copy.querySelectorAll("dd, li, p, h3, summary, .words > *").forEach((block) => block.append("\n"));
    copy.querySelectorAll("dt, .name").forEach((label) => label.append(": "));
    const text = (copy.textContent ?? "").replace(/[ \t]+/g, " ").replace(/ ?\n[\n ]*/g, "\n").trim();
    if (text) lines.push(part.classList.contains("card") ? text.replace(/^/gm, "  ") : text);
  }
  return lines.join("\n\n") + "\n";
}

/** Whether it could be copied. @param {HTMLElement} log @returns {Promise<boolean>} */
export const copy = async (log) => (await navigator.clipboard?.writeText(asText(log)).then(() => true, () => false)) ?? false;

/** @param {HTMLElement} log @param {string} name */
export function save(log, name) {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(Date.now());
  const url = URL.createObjectURL(new Blob(["\ufeff", asText(log)], { type: "text/plain;charset=utf-8" }));
  element("a", { href: url, download: `${name}-${day}.txt` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Prints the conversation alone, not the page around it. @param {HTMLElement} log @param {string} title @param {ParentNode} place */
export async function print(log, title, place) {
  const frame = element("iframe", { class: "unseen", title, "aria-hidden": "true", tabindex: -1 });
  place.append(frame);
  const paper = frame.contentDocument;
  const view = /** @type {(Window & typeof globalThis) | null} */ (frame.contentWindow);
  if (!paper || !view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(await (await fetch(new URL("print.css", import.meta.url))).text());
  paper.adoptedStyleSheets = [sheet];
  paper.title = title;
  paper.documentElement.lang = document.documentElement.lang || "ko";
  const heading = paper.createElement("h1");
  heading.textContent = title;
  paper.body.append(heading, paper.importNode(log, true));
  paper.querySelectorAll("details").forEach((folded) => (folded.open = true));
  view.addEventListener("afterprint", () => frame.remove());
  view.print();
}
