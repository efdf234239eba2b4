// The line to the library: Direct Line 3.0 with a WebSocket, or by asking every second where sockets are blocked.
// What was said is kept until the library's own copy comes back: a cut line, a restart or a reload loses and doubles
// nothing, because the server knows the client's ids and the client knows the server's.
/** @import { Activity, Joined, LineState, Listener, OwnActivity, Unsent } from "./types.js" */
/** @import { Memory } from "./memory.js" */

import { call, Refusal } from "./call.js";

const firstWait = 1000;
const longestWait = 15_000;
const silence = 40_000;
const look = 5_000;
const pollEvery = 1000;

export class Line {
  /** @type {LineState} */
  state = "connecting";
  /** @type {Map<string, Unsent>} */
  unsent;
  /** What is sent belongs to a conversation that was there before this page. */
  resumes = false;
  #api;
  #memory;
  #listener;
  /** @type {Set<string>} */
  #seen = new Set();
  /** @type {Set<string>} */
  #posted = new Set();
  #watermark = "0";
  /** @type {WebSocket | undefined} */
  #socket;
  #lastFrame = Date.now();
  #wait = firstWait;
  /** A socket would not open though the library answers: it is asked every second instead. */
  #polls = false;
  #began = false;
  #joining = false;
  #sending = false;
  #closed = false;
  /** @type {Record<string, ReturnType<typeof setTimeout> | undefined>} */
  #timers = {};

  /** @param {URL} host @param {Memory} memory @param {Listener} listener */
  constructor(host, memory, listener) {
    this.#api = new URL("/v3/directline/", host).href;
    this.#memory = memory;
    this.#listener = listener;
    this.unsent = new Map((memory.get("unsent") ?? []).map((/** @type {Unsent} */ one) => [one.id, one]));
    const wake = () => this.#wake();
    window.addEventListener("online", wake);
    window.addEventListener("pageshow", wake);
    document.addEventListener("visibilitychange", wake);
    this.#timers.look = setInterval(() => this.#checkSilence(), look);
  }

  /** Enters the conversation that is remembered, or a new one; tries for ever. */
  async connect() {
    if (this.#joining || this.#closed) return;
    this.#joining = true;
    clearTimeout(this.#timers.retry);
    clearTimeout(this.#timers.poll);
    try {
      const joined = await this.#join();
      this.#keepFresh(joined.expires_in);
      if (this.#polls) await this.#poll();
      else this.#listen(joined.streamUrl ?? "");
    } catch (problem) {
      this.#lost(problem);
    } finally {
      this.#joining = false;
    }
  }

  /**
   * Sends an activity; a message is kept until the library has it. Returns the client's id.
   * @param {OwnActivity} activity
   */
  send(activity) {
    const id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    this.unsent.set(id, { id, activity });
    this.#keepUnsent();
    this.#flush();
    return id;
  }

  /** Ends the conversation at the library: its token opens nothing any more. */
  async end() {
    const session = this.#memory.session;
    this.close();
    if (!session) return;
    const activity = { type: "endOfConversation", from: { id: "me" } };
    const path = `conversations/${session.id}/activities`;
    await call(this.#api + path, { body: JSON.stringify(activity), keepalive: true }, session.token).catch(() => {});
  }

  close() {
    this.#closed = true;
    Object.values(this.#timers).forEach(clearTimeout);
    clearInterval(this.#timers.look);
    this.#socket?.close();
    this.#socket = undefined;
    this.#become("ended");
  }

  /** @returns {Promise<Joined>} */
  async #join() {
    const session = this.#memory.session ?? (await this.#memory.sessionOfOthers());
    if (this.#closed) return new Promise(() => {});
    if (!session) return this.#start();
    try {
      const path = `conversations/${session.id}?watermark=${this.#watermark}`;
      const joined = await this.#call(path, { method: "GET" }, session.token);
      this.resumes = !this.#began;
      return this.#entered(joined);
    } catch (problem) {
      if (!(problem instanceof Refusal) || ![401, 403, 404].includes(problem.status)) throw problem;
      if (problem.code === "ConversationEnded") throw problem;
      this.#memory.session = undefined;
      this.#listener.renewed();
      return this.#start();
    }
  }

  async #start() {
    this.#watermark = "0";
    const issued = await this.#call("tokens/generate", {});
    const joined = this.#entered(await this.#call("conversations", {}, issued.token));
    this.#began = true;
    this.#listener.began();
    return joined;
  }

  /** @param {Joined} joined */
  #entered(joined) {
    this.#memory.session = { id: joined.conversationId, token: joined.token };
    return joined;
  }

  /** A token is renewed at half its life, so that it only ends when the page slept through the other half. @param {number} seconds */
  #keepFresh(seconds) {
    clearTimeout(this.#timers.refresh);
    this.#timers.refresh = setTimeout(async () => {
      const session = this.#memory.session;
      if (!session) return;
      const fresh = await this.#call("tokens/refresh", {}, session.token).catch(() => undefined);
      if (fresh) this.#entered(fresh);
      this.#keepFresh(fresh?.expires_in ?? 60);
    }, seconds * 500);
  }

  /** @param {string} address */
  #listen(address) {
    const socket = (this.#socket = new WebSocket(address));
    let opened = false;
    this.#lastFrame = Date.now();
    socket.addEventListener("open", () => {
      opened = true;
      if (socket === this.#socket) this.#opened();
    });
    socket.addEventListener("message", ({ data }) => {
      this.#lastFrame = Date.now();
      if (data && socket === this.#socket) this.#take(JSON.parse(data));
    });
    socket.addEventListener("close", () => {
      if (socket !== this.#socket) return;
      if (opened) return this.#lost();
      this.#polls = true;
      this.#socket = undefined;
      this.connect();
    });
  }

  async #poll() {
    const session = this.#memory.session;
    const path = `conversations/${session?.id}/activities?watermark=${this.#watermark}`;
    this.#take(await this.#call(path, { method: "GET" }, session?.token));
    if (this.state !== "open") this.#opened();
    this.#timers.poll = setTimeout(() => this.#poll().catch((problem) => this.#lost(problem)), pollEvery);
  }

  #opened() {
    this.#wait = firstWait;
    this.#become("open");
    this.#flush();
  }

  /** @param {{ activities: Activity[], watermark?: string }} set */
  #take({ activities, watermark }) {
    const fresh = activities.filter(({ id }) => !id || !this.#seen.has(id));
    for (const { id, channelData } of fresh) {
      if (id) this.#seen.add(id);
      if (channelData?.clientActivityID) this.#settle(channelData.clientActivityID);
    }
    if (watermark) this.#watermark = watermark;
    if (fresh.length > 0) this.#listener.heard(fresh);
  }

  /** @param {unknown} [problem] */
  #lost(problem) {
    this.#socket = undefined;
    this.#polls = false;
    if (this.#closed) return;
    if (problem instanceof Refusal && problem.code === "ConversationEnded") return this.close();
    this.#become(problem instanceof Refusal ? "busy" : "away");
    // Not all at once when the library comes back.
    const wait = problem instanceof Refusal && problem.wait ? problem.wait * 1000 : this.#wait;
    this.#timers.retry = setTimeout(() => this.connect(), wait + Math.random() * 500);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }

  /** The network or the reader is back: no waiting for the next try. */
  #wake() {
    if (this.#closed || document.visibilityState === "hidden") return;
    this.#checkSilence();
    if (this.#socket || this.state === "open") return;
    this.#wait = firstWait;
    this.connect();
  }

  /** After sleep or a change of network a socket may be dead without knowing. */
  #checkSilence() {
    if (!this.#socket || Date.now() - this.#lastFrame < silence) return;
    const dead = this.#socket;
    this.#lost();
    dead.close();
    this.connect();
  }

  /** One after another, so that they arrive in the order in which they were written. */
  async #flush() {
    if (this.#sending || this.state !== "open") return;
    this.#sending = true;
    try {
      for (const one of [...this.unsent.values()]) await this.#post(one);
    } catch (problem) {
      if (problem instanceof Refusal && [401, 403, 404].includes(problem.status)) this.#socket?.close();
      else this.#become(problem instanceof Refusal ? "busy" : "away");
      const wait = problem instanceof Refusal ? problem.wait : 0;
      this.#timers.flush = setTimeout(() => this.#resend(), wait * 1000 || firstWait * 2);
    } finally {
      this.#sending = false;
    }
    if (this.state === "open" && [...this.unsent.values()].some((one) => !this.#posted.has(one.id))) this.#flush();
  }

  #resend() {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#become("open");
    this.#flush();
  }

  /** @param {Unsent} one */
  async #post(one) {
    if (this.#posted.has(one.id) || !this.unsent.has(one.id)) return;
    const session = this.#memory.session;
    const body = JSON.stringify({ ...one.activity, from: { id: "me" }, channelData: { clientActivityID: one.id } });
    try {
      await this.#call(`conversations/${session?.id}/activities`, { body }, session?.token);
      this.#posted.add(one.id);
      // Only a message comes back as the library's own copy.
      if (one.activity.type !== "message") this.#settle(one.id);
    } catch (problem) {
      if (!(problem instanceof Refusal) || ![400, 413].includes(problem.status)) throw problem;
      this.#settle(one.id);
      if (one.activity.text) this.#listener.refused(one.id, problem.status === 413 ? "tooLong" : "refused");
    }
  }

  /** @param {string} id */
  #settle(id) {
    if (this.unsent.delete(id)) this.#keepUnsent();
  }

  #keepUnsent() {
    this.#memory.set("unsent", [...this.unsent.values()]);
  }

  /** @param {LineState} state */
  #become(state) {
    if (state !== "open") this.#posted.clear();
    if (state === this.state) return;
    this.state = state;
    this.#listener.changed(state);
  }

  /** A closed line hears no answer: whatever waits for one is let go. @param {string} path @param {RequestInit} options @param {string} [token] @returns {Promise<any>} */
  #call(path, options, token) {
    return new Promise((resolve, reject) => {
      call(this.#api + path, options, token).then(
        (answer) => this.#closed || resolve(answer),
        (problem) => this.#closed || reject(problem),
      );
    });
  }
}
