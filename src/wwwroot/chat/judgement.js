// Was the last answer of use? A thumb, and for a thumb down the reason.
import { button, element, icon } from "./elements.js";
/** @import { Send, Words } from "./types.js" */

export class Judgement {
  node = element("div", { class: "judgement", hidden: "" });
  #words;
  #send;
  #of = "";

  /** @param {Words} words @param {Send} send */
  constructor(words, send) {
    this.#words = words;
    this.#send = send;
  }

  /** @param {Words} words */
  speak(words) {
    this.#words = words;
    if (!this.node.hidden) this.ask(this.#of);
  }

  /** Asks about this bubble; about none without an id. @param {string} [id] */
  ask(id = "") {
    this.#of = id;
    this.node.hidden = id === "";
    const { good, bad } = this.#words;
    this.node.replaceChildren(
      button(good, () => this.#judge("like"), { class: "thumb" }, icon("up")),
      button(bad, () => this.#judge("dislike"), { class: "thumb" }, icon("up", "turned")),
    );
  }

  /** @param {"like" | "dislike"} type @param {string} [reason] */
  #judge(type, reason) {
    const value = reason ? { value: { reason } } : {};
    this.#send({ type: "messageReaction", replyToId: this.#of, reactionsAdded: [{ type }], ...value });
    if (type === "dislike" && reason === undefined) this.#askWhy();
    else this.#thank(type === "like" ? this.#words.thanksGood : this.#words.thanks);
  }

  #askWhy() {
    const { why, reasons, reason, sendReason } = this.#words;
    const chosen = reasons.map((text, at) => element("label", { class: "choice" }, element("input", { type: "checkbox", value: text, autofocus: at === 0 }), text));
    const more = element("input", { type: "text", maxlength: 400, id: "reason" });
    const form = element(
      "form",
      { class: "why", submit: (/** @type {Event} */ event) => event.preventDefault() },
      element("fieldset", {}, element("legend", {}, why), ...chosen),
      element("label", { for: "reason" }, reason),
      more,
    );
    const told = () => [...form.querySelectorAll("input:checked")].map((input) => /** @type {HTMLInputElement} */ (input).value);
    form.append(button(sendReason, () => this.#judge("dislike", [...told(), more.value.trim()].filter(Boolean).join(" · "))));
    this.node.replaceChildren(form);
    form.querySelector("input")?.focus();
  }

  /** @param {string} text */
  #thank(text) {
    const said = element("p", { role: "status", tabindex: -1 });
    this.node.replaceChildren(said);
    said.textContent = text;
    said.focus();
  }
}
