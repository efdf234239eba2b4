// How somebody likes to read: text size, theme, motion. Kept longer than a conversation, except on a shared computer.
/** @import { Memory } from "./memory.js" */

const scales = [1, 1.25, 1.5, 2];

export class Tastes {
  #chat;
  #memory;

  /** @param {HTMLElement} chat @param {Memory} memory */
  constructor(chat, memory) {
    this.#chat = chat;
    this.#memory = memory;
    this.apply();
  }

  get size() {
    return Math.min(Number(this.#memory.taste("size")) || 0, scales.length - 1);
  }

  /** @returns {string} */
  get theme() {
    return this.#memory.taste("theme") ?? "auto";
  }

  get still() {
    return this.#memory.taste("still") === true;
  }

  enlarge() {
    this.#set("size", (this.size + 1) % scales.length);
  }

  /** @param {string} theme */
  set theme(theme) {
    this.#set("theme", theme);
  }

  /** @param {boolean} still */
  set still(still) {
    this.#set("still", still);
  }

  apply() {
    this.#chat.style.setProperty("--scale", String(scales[this.size]));
    this.#chat.toggleAttribute("data-still", this.still);
    if (this.theme === "auto") this.#chat.removeAttribute("data-theme");
    else this.#chat.dataset.theme = this.theme;
  }

  /** @param {string} name @param {unknown} value */
  #set(name, value) {
    this.#memory.setTaste(name, value);
    this.apply();
  }
}
