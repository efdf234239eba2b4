// Where the resident writes: grows to four lines, sends on Enter, and keeps the draft.
import { button, element, icon } from "./elements.js";
import { words } from "./words.js";
/** @import { Say } from "./types.js" */
/** @import { Memory } from "./memory.js" */

const longest = 1000;

export class Composer {
  #memory;
  #send;

  /** @param {Memory} memory @param {Say} send */
  constructor(memory, send) {
    this.#memory = memory;
    this.#send = send;
    this.field = element("textarea", { id: "words", rows: 1, enterkeyhint: "send", input: () => this.#typed(), keydown: (event) => this.#pressed(event) });
    this.label = element("label", { for: "words", class: "unseen" });
    this.problem = element("p", { class: "problem", role: "alert", hidden: "" });
    this.button = button(words.send, () => this.#submit(), { class: "send" }, icon("send"));
    this.form = element("form", { class: "composer", submit: (event) => event.preventDefault() }, this.label, this.problem, this.field, this.button);
    this.field.value = memory.get("draft") ?? "";
    this.speak();
  }

  speak() {
    this.label.textContent = words.message;
    this.field.placeholder = words.placeholder;
    this.button.setAttribute("aria-label", words.send);
    this.button.title = words.send;
  }

  /** @param {string} text */
  set text(text) {
    this.field.value = text;
    this.#typed();
  }

  #typed() {
    this.#memory.set("draft", this.field.value);
    this.problem.hidden = this.field.value.length <= longest;
    this.problem.textContent = this.problem.hidden ? "" : words.tooLong;
    this.grow();
  }

  /** As high as its words, up to what the style allows. */
  grow() {
    this.field.style.height = "";
    if (this.field.value) this.field.style.height = `${this.field.scrollHeight + 2}px`;
  }

  /** While a syllable is being composed, Enter belongs to it (229 is how some browsers say so). @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#submit();
  }

  #submit() {
    const text = this.field.value.trim();
    if (!text || text.length > longest) return;
    this.text = "";
    this.#send(text);
  }
}
