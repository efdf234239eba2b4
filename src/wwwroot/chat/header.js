// Above the conversation: whose it is, who is open, and how it is to be read.
import { button, element, icon } from "./elements.js";
import { languages, words } from "./words.js";
/** @import { Acts } from "./types.js" */
/** @import { Tastes } from "./tastes.js" */

export class Header {
  #acts;

  /** @param {Acts} acts @param {Tastes} tastes */
  constructor(acts, tastes) {
    this.#acts = acts;
    this.today = element("p", { class: "today" });
    this.menu = element("div", { class: "menu", id: "more", hidden: "" });
    this.node = element("div", { class: "header", keydown: (event) => this.#pressed(event) });
    this.draw(tastes);
  }

  /** @param {Tastes} tastes */
  draw(tastes) {
    const { fold, end, enlarge, speak } = this.#acts;
    this.size = button(words.size, enlarge, { class: "tool" }, element("span", { "aria-hidden": "true", class: "letter" }, "가"));
    this.choice = element(
      "select",
      { class: "tool", "aria-label": words.languageChoice, change: (event) => speak(event.target.value) },
      ...Object.entries(languages).map(([code, name]) => element("option", { value: code, lang: code, selected: code === words.language }, name)),
    );
    this.more = button(words.more, () => this.toggle(), { class: "tool", "aria-expanded": "false", "aria-controls": "more" }, icon("more"));
    this.menu.replaceChildren();
    for (const part of this.#items(tastes)) if (part) this.menu.append(part);
    this.node.replaceChildren(
      element("div", { class: "who" }, element("h2", { id: "name", tabindex: -1 }, words.name), this.today),
      button(words.fold, fold, { class: "tool fold" }, icon("close")),
      element("div", { class: "tools" }, this.size, this.choice, this.more, button(words.end, end, { class: "tool end" })),
      this.menu,
    );
    this.tellSize(tastes.size);
  }

  /** @param {number} size */
  tellSize(size) {
    const label = `${words.size}: ${words.sizes[size]}`;
    this.size?.setAttribute("aria-label", label);
    this.size?.setAttribute("title", label);
  }

  /** @param {boolean} [open] */
  toggle(open = this.menu.hidden) {
    this.menu.hidden = !open;
    this.more?.setAttribute("aria-expanded", String(open));
    if (open) this.menu.querySelector("select")?.focus();
  }

  /** @param {Tastes} tastes */
  #items({ theme, still }) {
    const acts = this.#acts;
    const choices = Object.entries(words.themes).map(([value, name]) => element("option", { value, selected: value === theme }, name));
    /** @param {string} label @param {() => void} act */
    const item = (label, act) => button(label, () => (this.#close(), act()));
    return [
      element("label", {}, words.theme, element("select", { change: (event) => acts.theme(event.target.value) }, ...choices)),
      element("label", {}, element("input", { type: "checkbox", checked: still, change: (event) => acts.still(event.target.checked) }), words.still),
      acts.copy && item(words.copy, acts.copy),
      acts.save && item(words.save, acts.save),
      acts.print && item(words.print, acts.print),
    ];
  }

  #close() {
    this.toggle(false);
    this.more?.focus();
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key !== "Escape" || this.menu.hidden) return;
    event.stopPropagation();
    this.#close();
  }
}
