// What follows the last bubble: that an answer is being written, what could be said next, and whether it was of use.
import { button, element, icon } from "./elements.js";
import { words } from "./words.js";
/** @import { Activity, Say, Send } from "./types.js" */

/** Dots that come and go with every quick answer would only flicker. */
const dotsAfter = 400;
const dotsFor = 30_000;

/** Replies that are no answers to judge: greetings, sign-in, waiting for a person. */
const unjudged = /^(welcome|greeting|thanks|sign-in|sign-out|talk-to-person|personal-number|crisis|cancel|start-over|first-page)\//;

export class Foot {
  #say;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #dots;

  /** @param {Say} say @param {Send} send */
  constructor(say, send) {
    this.#say = say;
    this.typing = element("div", { class: "typing", "aria-hidden": "true", hidden: "" }, element("i", {}), element("i", {}), element("i", {}));
    this.choices = element("div", { class: "choices", role: "group" });
    this.judgement = new Judgement(send);
    this.node = element("div", { class: "foot" }, this.typing, this.choices, this.judgement.node);
    this.speak();
  }

  speak() {
    this.choices.setAttribute("aria-label", words.choices);
    if (!this.judgement.node.hidden) this.judgement.ask(this.judgement.of);
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
    this.clear(!this.judgement.node.querySelector("form"));
    this.choices.replaceChildren(...(suggestedActions?.actions ?? []).map(({ title, value }) => button(title, () => this.#say(value))));
    if (replyToId && channelData?.reply && !unjudged.test(channelData.reply)) this.judgement.ask(id);
  }

  clear(withJudgement = true) {
    clearTimeout(this.#dots);
    this.typing.hidden = true;
    this.choices.replaceChildren();
    if (withJudgement) this.judgement.ask();
  }
}

/** Was the last answer of use? A thumb, and for a thumb down the reason. */
class Judgement {
  node = element("div", { class: "judgement", hidden: "" });
  of = "";
  #send;

  /** @param {Send} send */
  constructor(send) {
    this.#send = send;
  }

  /** Asks about this bubble; about none without an id. @param {string} [id] */
  ask(id = "") {
    // A reason that is being written is not swept away by the next bubble.
    if (id !== "" && this.node.querySelector("form")) return;
    this.of = id;
    this.node.hidden = id === "";
    this.node.replaceChildren(
      button(words.good, () => this.#judge("like"), { class: "thumb" }, icon("up")),
      button(words.bad, () => this.#judge("dislike"), { class: "thumb" }, icon("up", "turned")),
    );
  }

  /** @param {"like" | "dislike"} type @param {string} [reason] */
  #judge(type, reason) {
    const value = reason ? { value: { reason } } : {};
    this.#send({ type: "messageReaction", replyToId: this.of, reactionsAdded: [{ type }], ...value });
    if (type === "dislike" && reason === undefined) this.#askWhy();
    else this.#thank(type === "like" ? words.thanksGood : words.thanks);
  }

  #askWhy() {
    const chosen = words.reasons.map((text, at) => element("label", { class: "choice" }, element("input", { type: "checkbox", value: text, autofocus: at === 0 }), text));
    const more = element("input", { type: "text", maxlength: 400, id: "reason" });
    const form = element(
      "form",
      { class: "why", submit: (event) => event.preventDefault() },
      element("fieldset", {}, element("legend", {}, words.why), ...chosen),
      element("label", { for: "reason" }, words.reason),
      more,
    );
    const told = () => [...form.querySelectorAll("input:checked")].map((input) => /** @type {HTMLInputElement} */ (input).value);
    form.append(button(words.sendReason, () => this.#judge("dislike", [...told(), more.value.trim()].filter(Boolean).join(" · "))));
    this.node.replaceChildren(form);
    form.querySelector("input")?.focus();
    form.scrollIntoView({ block: "nearest" });
  }

  /** @param {string} text */
  #thank(text) {
    const said = element("p", { role: "status", tabindex: -1 });
    this.node.replaceChildren(said);
    said.textContent = text;
    said.focus();
  }
}
