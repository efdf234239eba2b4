// What follows the last bubble: that an answer is being written, what could be said next, and whether it was of use.
import { button, element } from "./elements.js";
import { Judgement } from "./judgement.js";
/** @import { Activity, Send, Words } from "./types.js" */

/** Dots that come and go with every quick answer would only flicker. */
const dotsAfter = 400;
const dotsFor = 30_000;

/** Replies that are no answers to judge: greetings, sign-in, waiting for a person. */
const unjudged = /^(welcome|greeting|thanks|sign-in|sign-out|talk-to-person|personal-number|crisis|cancel|start-over|first-page)\//;

export class Foot {
  #say;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #dots;

  /**
   * @param {Words} words
   * @param {(text: string) => void} say
   * @param {Send} send
   */
  constructor(words, say, send) {
    this.#say = say;
    this.typing = element("div", { class: "typing", "aria-hidden": "true", hidden: "" }, element("i", {}), element("i", {}), element("i", {}));
    this.choices = element("div", { class: "choices", role: "group" });
    this.judgement = new Judgement(words, send);
    this.node = element("div", { class: "foot" }, this.typing, this.choices, this.judgement.node);
    this.speak(words);
  }

  /** @param {Words} words */
  speak(words) {
    this.choices.setAttribute("aria-label", words.choices);
    this.judgement.speak(words);
  }

  /** The resident has spoken: an answer is on its way. @param {boolean} [isAnswered] by the assistant, and not by a person later */
  wait(isAnswered = true) {
    this.clear();
    if (isAnswered) this.#dots = setTimeout(() => this.write(), dotsAfter);
  }

  /** Somebody writes. */
  write() {
    clearTimeout(this.#dots);
    this.typing.hidden = false;
    this.#dots = setTimeout(() => (this.typing.hidden = true), dotsFor);
  }

  /** The last of what was heard. @param {Activity} activity */
  follow({ id, replyToId, suggestedActions, channelData }) {
    this.clear();
    this.choices.replaceChildren(...(suggestedActions?.actions ?? []).map(({ title, value }) => button(title, () => this.#say(value))));
    if (replyToId && channelData?.reply && !unjudged.test(channelData.reply)) this.judgement.ask(id);
  }

  clear() {
    clearTimeout(this.#dots);
    this.typing.hidden = true;
    this.choices.replaceChildren();
    this.judgement.ask();
  }
}
