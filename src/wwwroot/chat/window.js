// <bupyeong-chat>: the launcher and the window. It joins the parts; each part draws itself.
import { Composer } from "./composer.js";
import { button, element, icon, styleSheets } from "./elements.js";
import { Foot } from "./foot.js";
import { Header } from "./header.js";
import { Line } from "./line.js";
import { Log } from "./log.js";
import { Memory } from "./memory.js";
import { Notice } from "./notice.js";
import { coverPage, fitKeyboard, keepClear } from "./place.js";
import { Tastes } from "./tastes.js";
import { useWords, words } from "./words.js";
/** @import { Activity, Acts, Today } from "./types.js" */

const host = new URL("../", import.meta.url);
const wide = 1200;
const todayEvery = 5 * 60_000;
const look = 5000;

export class ChatWindow extends HTMLElement {
  /** @type {Line | undefined} */
  #line;
  #heardBefore = false;
  #lastId = "";
  #place = () => {};
  #lastHeard = Date.now();
  #signOutAfter = 10 * 60_000;

  /**
   * The window of this page, made once.
   * @param {DOMStringMap} options what the page's one line says
   * @returns {Promise<ChatWindow>}
   */
  static async open(options) {
    const known = document.querySelector("bupyeong-chat");
    if (known instanceof ChatWindow) return known;
    if (options.kiosk === "false") delete options.kiosk;
    const isKiosk = options.kiosk !== undefined;
    /** @type {ChatWindow | undefined} */
    let made;
    const memory = new Memory(!isKiosk, () => made && made.#ended());
    const [sheets] = await Promise.all([
      styleSheets("tokens.css", "window.css"),
      useWords(memory.taste("language") ?? options.language),
    ]);
    made = new ChatWindow(memory, options);
    made.attachShadow({ mode: "open" }).adoptedStyleSheets = sheets;
    made.shadowRoot?.append(made.launcher, made.window);
    if (isKiosk) await made.#shareNothing();
    document.body.append(made);
    made.#begin();
    return made;
  }

  /** @param {Memory} memory @param {DOMStringMap} options */
  constructor(memory, options) {
    super();
    this.memory = memory;
    this.options = options;
    this.tastes = new Tastes(this, memory);
    /** @param {string} text */
    const say = (text) => this.say(text);
    this.foot = new Foot(say, (activity) => this.#line?.send(activity));
    this.log = new Log(say, this.foot.node);
    this.composer = new Composer(memory, say);
    this.header = new Header(this.#acts(), this.tastes);
    this.notice = new Notice();
    this.over = element("div", { class: "over", hidden: "" });
    this.launcher = button(words.ask, () => this.show(), { class: "launcher", lang: words.language }, icon("ask"), element("span", { class: "dot", hidden: "" }));
    const parts = [this.header.node, this.notice.node, this.log.scroller, this.log.down, this.over, this.composer.form];
    this.window = element("section", { class: "window", role: "dialog", "aria-labelledby": "name", lang: words.language, hidden: "" }, ...parts);
    this.window.addEventListener("keydown", (event) => event.key === "Escape" && !event.isComposing && this.fold());
    this.window.addEventListener("scroll", () => this.log.scrolled());
  }

  #begin() {
    this.#place = keepClear(this.launcher);
    fitKeyboard(this);
    setInterval(() => this.#tellToday(), todayEvery);
    setInterval(() => this.#checkSleep(), look);
    const open = this.options.open;
    if (open === "always" || this.memory.get("open") || (open === "wide" && innerWidth >= wide && !this.memory.taste("closed"))) this.show(false);
    else if (this.memory.session) this.#connect();
  }

  async #shareNothing() {
    const { Idle } = await import("./idle.js");
    const idle = new Idle(() => this.#line !== undefined, () => this.show(false), () => this.end());
    this.window.insertBefore(idle.node, this.log.scroller);
    window.addEventListener("pagehide", () => this.end());
  }

  /** Opens, and asks these words. @param {string} [text] */
  ask(text) {
    this.show();
    if (text) this.say(text);
  }

  /** Opens the first page of an audience. @param {string} audience */
  welcome(audience) {
    this.show();
    if (!this.#line) this.#connect();
    this.#line?.send({ type: "event", name: "first-page", value: audience });
    this.foot.wait(!this.notice.hasPerson);
  }

  /** @param {boolean} [takesFocus] not when the window opens by itself */
  show(takesFocus = true) {
    if (this.window.hidden) {
      this.window.hidden = false;
      this.launcher.hidden = true;
      this.memory.setTaste("closed", false);
      this.memory.set("open", true);
      if (this.#lastId) this.memory.set("seen", this.#lastId);
      document.documentElement.dataset.libraryChat = "open";
      this.#unread(false);
      coverPage(this, true);
      this.composer.grow();
      this.log.toBottom();
      this.#tellToday();
    }
    if (!this.#line && this.over.hidden) this.#connect();
    if (takesFocus) this.#focus();
  }

  fold() {
    this.window.hidden = true;
    this.launcher.hidden = false;
    this.memory.setTaste("closed", true);
    this.memory.set("open", false);
    document.documentElement.dataset.libraryChat = "";
    coverPage(this, false);
    this.#place();
    this.launcher.focus();
  }

  /** @param {string} text */
  say(text) {
    if (!this.#line) this.#connect();
    const id = this.#line?.send({ type: "message", text, locale: words.language }) ?? "";
    this.log.say(id, text);
    this.foot.wait(!this.notice.hasPerson);
    this.#focus();
  }

  /** Signs out and ends the conversation at the library, and wipes what is here. */
  end() {
    this.#line?.end();
    this.#ended();
  }

  #connect() {
    this.over.hidden = true;
    this.composer.form.hidden = false;
    this.#heardBefore = false;
    this.notice.begin();
    const line = (this.#line = new Line(host, this.memory, {
      heard: (activities) => this.#hear(activities),
      began: () => this.options.audience && line.send({ type: "event", name: "first-page", value: this.options.audience }),
      changed: (state) => {
        // What a line had begun that was cut comes over the new one as the answer.
        if (state === "open") this.log.endDraft();
        state === "ended" ? this.#ended() : this.notice.become(state);
      },
      renewed: () => this.#renew(),
      refused: (id, why) => (this.foot.clear(), this.log.refuse(id, words[why])),
    }));
    for (const { id, activity } of line.unsent.values()) if (activity.text) this.log.say(id, activity.text);
    line.connect();
  }

  #renew() {
    this.log.forgetPrivate();
    this.log.note(words.renewed, words.language);
    this.memory.set("seen", undefined);
    this.notice.begin();
  }

  /** @param {Activity[]} activities */
  #hear(activities) {
    this.#lastHeard = Date.now();
    const messages = activities.filter(({ type }) => type === "message");
    const typing = activities.filter(({ type, from }) => type === "typing" && from.role !== "user");
    if (typing.length > 0) this.foot.write();
    this.#read(messages);
    for (const draft of typing) if (draft.text && !messages.some(({ replyToId }) => replyToId === draft.replyToId)) this.log.draft(draft);
  }

  /** @param {Activity[]} messages */
  #read(messages) {
    const last = messages.at(-1);
    if (!last) return;
    const seen = this.memory.get("seen");
    const isRead = (/** @type {Activity} */ { id = "" }) => this.#line?.resumes === true && (seen ? id <= seen : !this.#heardBefore);
    const fresh = messages.filter((activity) => !isRead(activity));
    for (const { channelData } of messages) this.notice.follow(channelData);
    if (last.from.role !== "user") this.foot.follow(last);
    this.log.show(messages.filter(isRead), true);
    this.log.show(fresh, false);
    this.#heardBefore = true;
    this.#lastId = last.id ?? "";
    if (!this.window.hidden) this.memory.set("seen", last.id);
    else if (fresh.some(({ from }) => from.role !== "user")) this.#unread(true);
  }

  /** Wiped: at the resident's word, in another tab, or because the library has ended it. */
  #ended() {
    const line = this.#line;
    if (!line) return;
    this.#line = undefined;
    line.close();
    this.composer.text = "";
    this.memory.wipe();
    this.notice.begin();
    this.notice.become("ended");
    this.log.clear();
    this.foot.clear();
    this.composer.form.hidden = true;
    this.#lastId = "";
    this.tastes.apply();
    this.#unread(false);
    for (const frame of this.window.querySelectorAll("iframe")) frame.remove();
    const again = button(words.again, () => (this.#connect(), this.#focus()), { "aria-describedby": "ended" });
    this.over.replaceChildren(element("p", { id: "ended" }, words.ended), again);
    if (this.options.kiosk !== undefined) this.#useLanguage(this.options.language);
    this.over.hidden = false;
    if (!this.window.hidden) again.focus();
  }

  /** A page that slept through its sign-out does not show the account to who wakes it. */
  #checkSleep() {
    if (this.#line?.state !== "open" && Date.now() - this.#lastHeard > this.#signOutAfter) this.log.forgetPrivate();
  }

  async #tellToday() {
    if (this.window.hidden) return;
    /** @type {Today | undefined} */
    const today = await fetch(new URL("chat/today", host)).then((answer) => (answer.ok ? answer.json() : undefined), () => undefined);
    if (!today) return;
    this.#signOutAfter = today.signOutAfterMinutes * 60_000;
    this.header.today.textContent = words.today(today);
  }

  /** Where a person expects it: in the words; on a touch screen on the window, so that no keyboard hides the answer. */
  #focus() {
    const target = !this.over.hidden ? this.over.querySelector("button") : matchMedia("(pointer: coarse)").matches ? this.log.scroller : this.composer.field;
    target?.focus({ preventScroll: true });
  }

  /** @param {boolean} is */
  #unread(is) {
    const dot = this.launcher.querySelector(".dot");
    if (dot instanceof HTMLElement) dot.hidden = !is;
    this.launcher.setAttribute("aria-label", is ? `${words.ask} · ${words.unread}` : words.ask);
  }

  /** @param {string} language */
  async #speak(language) {
    this.memory.setTaste("language", language);
    await this.#useLanguage(language);
    if (words.answersInKorean && this.#line) this.log.note(words.answersInKorean, words.language);
    this.#tellToday();
    this.header.choice?.focus();
  }

  /** @param {string} [language] */
  async #useLanguage(language) {
    await useWords(language);
    this.window.lang = this.launcher.lang = words.language;
    this.launcher.title = words.ask;
    this.header.draw(this.tastes);
    for (const part of [this.notice, this.log, this.foot, this.composer]) part.speak();
    this.#unread(false);
  }

  /** @returns {Acts} */
  #acts() {
    return {
      fold: () => this.fold(),
      end: () => this.end(),
      enlarge: () => (this.tastes.enlarge(), this.header.tellSize(this.tastes.size), this.composer.grow()),
      speak: (language) => this.#speak(language),
      theme: (theme) => (this.tastes.theme = theme),
      still: (still) => (this.tastes.still = still),
      ...(this.options.kiosk === undefined && this.#takesAlong()),
    };
  }

  /** The conversation in the hands of who had it: not on a computer that others use next. */
  #takesAlong() {
    const taking = () => import("./transcript.js");
    return {
      copy: async () => this.notice.mention((await (await taking()).copy(this.log.entries)) ? words.copied : words.notCopied),
      print: async () => (await taking()).print(this.log.entries, words.name, this.window),
      save: async () => (await taking()).save(this.log.entries, words.fileName),
    };
  }
}

customElements.define("bupyeong-chat", ChatWindow);
