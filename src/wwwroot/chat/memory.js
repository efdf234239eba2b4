// What the browser keeps: the conversation while the tab lives, tastes (text size, theme, language) for longer, and on
// a shared computer nothing at all. The token never outlives the tab: other tabs ask a living one for it.
/** @import { Session } from "./types.js" */

const key = "bupyeong-chat";
const answerWithin = 100;

export class Memory {
  /** @type {Record<string, any>} */
  #tab = {};
  /** @type {Record<string, any>} */
  #tastes = {};
  #keeps;
  #others;
  #isThere = false;

  /** @param {boolean} keeps @param {() => void} onEnded another tab has ended the conversation */
  constructor(keeps, onEnded) {
    this.#keeps = keeps;
    if (!keeps) return;
    this.#tab = read(() => sessionStorage);
    this.#tastes = read(() => localStorage);
    this.#others = new BroadcastChannel(key);
    this.#others.addEventListener("message", ({ data }) => {
      if (data.asks && this.session) this.#others?.postMessage({ session: this.session });
      if (data.ended && data.ended === this.session?.id) onEnded();
    });
    if (this.session) this.#beThere();
  }

  /** @returns {Session | undefined} */
  get session() {
    return this.#tab.session;
  }

  set session(session) {
    this.set("session", session);
    if (session && this.#keeps) this.#beThere();
  }

  /** A lock that lasts as long as this page tells others that there is somebody to ask. */
  #beThere() {
    if (this.#isThere) return;
    this.#isThere = true;
    navigator.locks?.request(key, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
  }

  /** @param {string} name @returns {any} */
  get(name) {
    return this.#tab[name];
  }

  /** @param {string} name @param {unknown} value */
  set(name, value) {
    this.#tab[name] = value;
    if (this.#keeps) write(() => sessionStorage, this.#tab);
  }

  /** @param {string} name @returns {any} */
  taste(name) {
    return this.#tastes[name];
  }

  /** @param {string} name @param {unknown} value */
  setTaste(name, value) {
    this.#tastes[name] = value;
    if (this.#keeps) write(() => localStorage, this.#tastes);
  }

  /** The conversation of another tab of this site. @returns {Promise<Session | undefined>} */
  async sessionOfOthers() {
    const others = this.#others;
    if (!others || !(await mayAnswer())) return undefined;
    return new Promise((resolve) => {
      /** @param {MessageEvent} event */
      const heard = ({ data }) => data.session && answer(data.session);
      /** @param {Session} [session] */
      const answer = (session) => {
        others.removeEventListener("message", heard);
        resolve(session);
      };
      others.addEventListener("message", heard);
      others.postMessage({ asks: true });
      setTimeout(answer, answerWithin);
    });
  }

  /** Forgets the conversation, here and in other tabs; on a shared computer the tastes of its last user too. */
  wipe() {
    if (this.session) this.#others?.postMessage({ ended: this.session.id });
    this.#tab = {};
    if (this.#keeps) write(() => sessionStorage, undefined);
    else this.#tastes = {};
  }
}

/** Whether another page may have a conversation; where locks cannot be asked, it may. */
async function mayAnswer() {
  const locks = await navigator.locks?.query().catch(() => undefined);
  return locks?.held?.some(({ name }) => name === key) ?? true;
}

/** A page may be denied its storage; then it is as if nothing was kept. @param {() => Storage} storage */
function read(storage) {
  try {
    return JSON.parse(storage().getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

/** @param {() => Storage} storage @param {unknown} value */
function write(storage, value) {
  try {
    if (value === undefined) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch {
    // Denied or full: the conversation goes on in memory.
  }
}
