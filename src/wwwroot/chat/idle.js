// A shared computer: who walks away is asked whether they are still there, and then everything is wiped.
import { button, element } from "./elements.js";
import { words } from "./words.js";

const warnAfter = 60_000;
const wipeAfter = 90_000;
const signs = ["pointerdown", "keydown", "wheel", "touchstart", "input"];

export class Idle {
  #last = Date.now();
  #isBusy;
  #wipe;
  #show;

  /** @param {() => boolean} isBusy there is something to be wiped @param {() => void} show @param {() => void} wipe */
  constructor(isBusy, show, wipe) {
    this.#show = show;
    this.#isBusy = isBusy;
    this.#wipe = wipe;
    this.node = element("div", { class: "idle", role: "alertdialog", "aria-labelledby": "idle-title", "aria-describedby": "idle-note", hidden: "" });
    for (const sign of signs) document.addEventListener(sign, () => this.#sign(), { capture: true, passive: true });
    setInterval(() => this.#look(), 1000);
  }

  /** Who wakes a computer that slept is somebody else. */
  #sign() {
    if (Date.now() - this.#last < wipeAfter) this.#stay();
    else this.#look();
  }

  #look() {
    const quiet = Date.now() - this.#last;
    if (!this.#isBusy()) this.#stay();
    else if (quiet >= wipeAfter) {
      this.#stay();
      this.#wipe();
    } else if (quiet >= warnAfter && this.node.hidden) this.#ask();
  }

  #ask() {
    this.#show();
    const answer = button(words.stay, () => this.#stay());
    this.node.replaceChildren(element("h3", { id: "idle-title" }, words.idle), element("p", { id: "idle-note" }, words.idleNote), answer);
    this.node.hidden = false;
    answer.focus();
  }

  #stay() {
    this.#last = Date.now();
    this.node.hidden = true;
  }
}
