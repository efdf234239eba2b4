// The one line between header and conversation: what the line is like, and whether a person is on the way.
import { element } from "./elements.js";
import { words } from "./words.js";
/** @import { ChannelData, LineState } from "./types.js" */

const lateAfter = 1000;
const saidFor = 4000;

export class Notice {
  node = element("p", { class: "notice", role: "status" });
  /** @type {LineState} */
  #state = "connecting";
  /** @type {ChannelData | undefined} */
  #handoff;

  /** A person is asked for or present, so that the assistant keeps quiet. */
  get hasPerson() {
    return this.#handoff !== undefined;
  }

  speak() {
    this.#tell(this.#lasting());
  }

  /** A new line is being opened: worth a word only when that takes long. */
  begin() {
    this.#state = "connecting";
    this.#handoff = undefined;
    this.#tell("");
    setTimeout(() => this.#state === "connecting" && this.#tell(words.connecting), lateAfter);
  }

  /** @param {LineState} state */
  become(state) {
    const wasAway = this.#isAway();
    this.#state = state;
    const text = this.#lasting();
    if (text !== "" || !wasAway || state !== "open") return this.#tell(text);
    this.mention(words.resumed);
  }

  /** Says something for a moment. @param {string} text */
  mention(text) {
    this.#tell(text);
    setTimeout(() => this.node.textContent === text && this.#tell(this.#lasting()), saidFor);
  }

  /** What a bubble says of people. @param {ChannelData} [data] */
  follow(data) {
    if (!data?.person && !data?.handoff) return;
    this.#handoff = data.person || data.handoff?.state !== "bot" ? data : undefined;
    this.#tell(this.#lasting());
  }

  #isAway() {
    return this.#state === "away" || this.#state === "busy";
  }

  #lasting() {
    if (this.#state === "away" || this.#state === "busy") return words[this.#state];
    const name = this.#handoff?.person ?? this.#handoff?.handoff?.name;
    if (name) return words.person(name);
    return this.#handoff ? words.queued(this.#handoff.handoff?.ahead) : "";
  }

  /** @param {string} text */
  #tell(text) {
    this.node.classList.toggle("trouble", this.#isAway());
    if (this.node.textContent !== text) this.node.textContent = text;
  }
}
