// The conversation as it is read: bubbles in groups, each appended once and whole, so that it is also announced so.
import { drawCard } from "./cards.js";
import { button, element, icon } from "./elements.js";
import { written } from "./markdown.js";
import { words } from "./words.js";
/** @import { Activity, Say } from "./types.js" */

const groupFor = 5 * 60_000;
const nearBottom = 96;
const hangul = /\p{Script=Hangul}/u;

/** 생성된 문장: the label of what a language model has phrased, in the language of the sentence. @type {Record<string, string>} */
const generatedIn = { ko: "생성된 문장", en: "Generated text", zh: "生成的文本", vi: "Văn bản được tạo tự động" };

export class Log {
  /** @type {Map<string, HTMLElement>} */
  #waiting = new Map();
  /** @type {HTMLElement | undefined} */
  #group;
  #groupOf = "";
  #lastAt = 0;
  #sticks = true;
  /** An answer while it is written. @type {{ entry: HTMLElement, text: string, to?: string } | undefined} */
  #draft;
  #say;

  /** @param {Say} say @param {HTMLElement} foot what always follows the last bubble */
  constructor(say, foot) {
    this.#say = say;
    this.entries = element("div", { class: "log", role: "log", "aria-relevant": "additions" });
    /** What the library does not have yet: it comes back as the library's own copy. */
    this.pending = element("div", { class: "group mine" });
    this.scroller = element("div", { class: "scroller", tabindex: 0, role: "group", scroll: () => this.scrolled() }, this.entries, this.pending, foot);
    this.down = button("", () => this.toBottom(), { class: "down", hidden: "" });
    const grown = new ResizeObserver(() => this.#sticks && this.toBottom());
    for (const part of [this.entries, foot, this.scroller]) grown.observe(part);
    this.speak();
  }

  speak() {
    this.entries.setAttribute("aria-label", words.log);
    this.down.replaceChildren(icon("down"), words.down);
    this.scroller.setAttribute("aria-label", words.log);
  }

  /** What the resident has just said, before the library has it. @param {string} id @param {string} text */
  say(id, text) {
    const entry = this.#bubble(text, "mine waiting");
    this.#waiting.set(id, entry);
    this.pending.append(entry);
    this.toBottom();
  }

  /** Activities, drawn together; what was read before is not read aloud again. @param {Activity[]} activities @param {boolean} areRead */
  show(activities, areRead) {
    if (activities.length === 0) return;
    this.entries.setAttribute("aria-busy", String(areRead));
    requestAnimationFrame(() => this.entries.setAttribute("aria-busy", "false"));
    let first, of;
    for (const activity of activities) {
      const entry = this.#show(activity);
      if (!entry || activity.replyToId !== of) first = entry;
      of = activity.replyToId;
    }
    if (this.#sticks) this.toBottom(first);
    else this.down.hidden = false;
  }

  /** What an answer says so far: only what is new is added, so that each sentence is also announced once. @param {Activity} activity */
  draft(activity) {
    const { text = "", replyToId: to } = activity;
    const draft = this.#draft;
    if (draft && draft.to === to && text.startsWith(draft.text)) {
      draft.entry.querySelector(".words")?.append(element("span", {}, ...written(text.slice(draft.text.length), false)));
      draft.text = text;
    } else {
      const entry = this.#show(activity);
      entry?.classList.add("draft");
      this.#draft = entry && { entry, text, to };
    }
  }

  /** It stays where it has become the answer, and goes in every other case. @param {Activity} [answer] */
  endDraft(answer) {
    const draft = this.#draft;
    this.#draft = undefined;
    if (draft && draft.to === answer?.replyToId && draft.text === answer?.text && draft.entry === this.#group?.lastChild) {
      draft.entry.classList.remove("draft");
      return draft.entry;
    }
    draft?.entry.remove();
  }

  /** A line of the window's own, such as what has become of a message. @param {string} text @param {string} [language] */
  note(text, language) {
    this.#group = undefined;
    this.entries.append(element("p", { class: "divider", lang: language }, text));
    if (this.#sticks) this.toBottom();
  }

  /** It will not reach the library. @param {string} id @param {string} why */
  refuse(id, why) {
    const entry = this.#waiting.get(id);
    entry?.classList.add("refused");
    entry?.append(element("p", { class: "problem", role: "alert" }, why));
    this.#waiting.delete(id);
  }

  /** Takes the account off the screen. */
  forgetPrivate() {
    for (const shown of this.entries.querySelectorAll(".private")) shown.remove();
  }

  clear() {
    this.entries.replaceChildren();
    this.pending.replaceChildren();
    this.#waiting.clear();
    this.#draft = undefined;
    this.#group = undefined;
    this.#lastAt = 0;
    this.#sticks = true;
    this.down.hidden = true;
  }

  /** Down to the last line, or to where the last answer begins when it is long. @param {HTMLElement} [first] */
  toBottom(first) {
    const box = this.#box;
    const end = box.scrollHeight - box.clientHeight;
    const begin = first ? first.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop - 8 : end;
    box.scrollTop = Math.min(end, begin);
    this.#sticks = begin >= end;
    this.down.hidden = this.#sticks;
  }

  /** What scrolls: on a very low screen it is the whole window. */
  get #box() {
    const { scroller } = this;
    return getComputedStyle(scroller).overflowY === "visible" && scroller.parentElement ? scroller.parentElement : scroller;
  }

  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#box;
    this.#sticks = scrollHeight - scrollTop - clientHeight < nearBottom;
    if (this.#sticks) this.down.hidden = true;
  }

  /** Returns the entry of what the library says. @param {Activity} activity */
  #show(activity) {
    const at = Date.parse(activity.timestamp ?? "") || Date.now();
    if (/^sign-out\/(?!erased)/.test(activity.channelData?.reply ?? "")) this.forgetPrivate();
    if (activity.from.role === "user") {
      this.#showOwn(activity, at);
      return;
    }
    const { cards = [], person, reply, private: isPrivate, generated } = activity.channelData ?? {};
    const grown = this.endDraft(activity);
    const entry = grown ?? (activity.text ? this.#bubble(activity.text, "ours", activity) : element("div", { class: "entry" }));
    if (reply) entry.dataset.reply = reply;
    if (isPrivate) entry.classList.add("private");
    if (generated && !grown) entry.querySelector(".bubble")?.append(element("p", { class: "generated" }, generatedIn[activity.locale ?? ""] ?? generatedIn.ko));
    // "두 번째" means the list shown last: the buttons of an older one would mean another row.
    if (cards.some(({ rows }) => rows.some(({ say }) => say)) && !activity.channelData?.reply?.endsWith("/more")) {
      for (const old of this.entries.querySelectorAll(".rows button")) old.remove();
    }
    for (const card of cards) entry.append(drawCard(card, this.#say));
    if (!grown) this.#append(person ? `person ${person}` : "ours", at, entry);
    return entry;
  }

  /** The library's copy: personal numbers come back masked. @param {Activity} activity @param {number} at */
  #showOwn(activity, at) {
    const id = activity.channelData?.clientActivityID ?? "";
    this.#waiting.get(id)?.remove();
    this.#waiting.delete(id);
    this.#append("mine", at, this.#bubble(activity.text ?? "", "mine"));
  }

  /** @param {string} text @param {string} kind @param {Activity} [activity] */
  #bubble(text, kind, activity) {
    const isMine = kind.startsWith("mine");
    const speaker = isMine ? words.me : activity?.channelData?.person ?? words.library;
    const said = isMine ? [text] : written(text, activity?.textFormat === "markdown");
    return element(
      "div",
      { class: `entry ${kind}`, lang: activity?.locale ?? (hangul.test(text) ? "ko" : null) },
      element("div", { class: "bubble" }, element("span", { class: "unseen", lang: words.language }, `${speaker}: `), element("div", { class: "words" }, ...said)),
    );
  }

  /** @param {string} speaker @param {number} at @param {HTMLElement} entry */
  #append(speaker, at, entry) {
    const isLater = at - this.#lastAt > groupFor;
    if (isLater) this.entries.append(element("p", { class: "divider" }, words.time(at)));
    if (!this.#group || isLater || this.#groupOf !== speaker) {
      const [kind, person] = speaker.split(/ (.*)/);
      const name = person && element("p", { class: "who", "aria-hidden": "true" }, words.librarian(person));
      this.#group = element("div", { class: `group ${kind}` }, name);
      this.entries.append(this.#group);
      this.#groupOf = speaker;
    }
    this.#lastAt = at;
    entry.querySelector(".bubble")?.append(element("time", { class: "at", "aria-hidden": "true" }, words.clock(at)));
    this.#group.append(entry);
  }
}
