// Words of the library as nodes: a small, safe part of Markdown, and links in plain text. Never HTML.
import { element } from "./elements.js";

const inline =
  /\*\*(.+?)\*\*|(?<![\p{L}\p{N}*])\*([^*\s][^*]*?)\*(?![\p{L}\p{N}])|`([^`]+)`|\[([^\]]+)\]\(([^()\s]+(?:\([^()\s]*\))?)\)|(https?:\/\/[^\s<>"'）)]+[^\s<>"'）).,?!])|(?<![\d-])(0\d{1,2}-\d{3,4}-\d{4}|1\d{3}-\d{4})(?![\d-])/gu;
const safe = /^(https?:\/\/|tel:[\d-]+$|mailto:[^\s]+$)/i;

/**
 * The inner nodes of a bubble.
 * @param {string} text @param {boolean} isMarkdown @returns {Node[]}
 */
export function written(text, isMarkdown) {
  return isMarkdown ? blocks(text.replace(/\r\n?/g, "\n").split("\n")) : inlined(text, false);
}

/** A link that a reader may follow, or only its words when its address is of no safe kind. @param {string} url @param {...(Node | string)} children */
export function link(url, ...children) {
  if (!safe.test(url)) return element("span", {}, ...children);
  const leaves = /^https?:/i.test(url) ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return element("a", { href: url, ...leaves }, ...children);
}

/** @param {string[]} lines @returns {Node[]} */
function blocks(lines) {
  const made = [];
  for (let at = 0; at < lines.length; ) {
    const kind = kindOf(lines[at]);
    const from = at++;
    while (at < lines.length && kind !== "heading" && kindOf(lines[at]) === kind) at++;
    if (kind !== "blank") made.push(block(kind, lines.slice(from, at)));
  }
  return made;
}

/** @param {string} line */
function kindOf(line) {
  if (/^\s*$/.test(line)) return "blank";
  if (/^#{1,6}\s/.test(line)) return "heading";
  if (/^\s*[-*•]\s+/.test(line)) return "bullets";
  if (/^\s*\d{1,3}[.)]\s+/.test(line)) return "numbers";
  return /^>\s?/.test(line) ? "quote" : "words";
}

/** @param {string} kind @param {string[]} lines */
function block(kind, lines) {
  if (kind === "heading") return element("p", {}, element("strong", {}, ...inlined(lines[0].replace(/^#+\s*/, ""), true)));
  if (kind === "bullets" || kind === "numbers") {
    const start = kind === "numbers" ? Number.parseInt(lines[0].trim(), 10) : undefined;
    const items = lines.map((line) => element("li", {}, ...inlined(line.replace(/^\s*([-*•]|\d+[.)])\s+/, ""), true)));
    return element(kind === "bullets" ? "ul" : "ol", { start }, ...items);
  }
  const text = lines.map((line) => (kind === "quote" ? line.replace(/^>\s?/, "") : line)).join("\n");
  return element(kind === "quote" ? "blockquote" : "p", {}, ...inlined(text, true));
}

/** @param {string} text @param {boolean} isMarkdown @returns {Node[]} */
function inlined(text, isMarkdown) {
  /** @type {Node[]} */
  const made = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    const [whole, bold, slanted, code, label, target, url, phone] = match;
    if (!isMarkdown && !url && !phone) continue;
    made.push(document.createTextNode(text.slice(from, match.index)));
    from = match.index + whole.length;
    if (bold) made.push(element("strong", {}, ...inlined(bold, true)));
    else if (slanted) made.push(element("em", {}, ...inlined(slanted, true)));
    else if (code) made.push(element("code", {}, code));
    else if (target) made.push(link(target, label));
    else made.push(url ? link(url, url) : link(`tel:${phone}`, phone));
  }
  made.push(document.createTextNode(text.slice(from)));
  return made;
}
