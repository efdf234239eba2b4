// The plain conversation page: a small client of Direct Line 3.0 without any dependency.
const api = "/v3/directline";
const log = document.querySelector("#log");
const choices = document.querySelector("#choices");
const composer = document.querySelector("#composer");
const words = document.querySelector("#words");
const connection = document.querySelector("#connection");

/** @type {{ id: string, token: string, watermark: string | undefined } | undefined} */
let session;
/** @type {Set<string>} */
const seen = new Set();
/** @type {Map<string, { text: string, bubble: HTMLElement }>} */
const unsent = new Map();
let socket;
let retryIn = 1000;

async function call(path, options = {}) {
  const headers = { "Content-Type": "application/json" };
  if (session) headers.Authorization = `Bearer ${session.token}`;
  const response = await fetch(api + path, { method: "POST", headers, ...options });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(body.error?.message ?? response.statusText), { status: response.status });
  return body;
}

function remember() {
  if (session) sessionStorage.setItem("conversation", JSON.stringify({ id: session.id, token: session.token }));
  else sessionStorage.removeItem("conversation");
}

async function start() {
  session = undefined;
  const { conversationId, token } = await call("/tokens/generate");
  session = { id: conversationId, token, watermark: undefined };
  const opened = await call("/conversations");
  session.token = opened.token;
  remember();
  listen(opened.streamUrl);
}

async function resume() {
  try {
    const opened = await call(`/conversations/${session.id}?watermark=${session.watermark ?? "0"}`, { method: "GET" });
    session.token = opened.token;
    remember();
    listen(opened.streamUrl);
  } catch (problem) {
    if (problem.status === 403 || problem.status === 404) return start();
    throw problem;
  }
}

async function connect() {
  try {
    await (session ? resume() : start());
  } catch {
    offline();
  }
}

function offline() {
  connection.textContent = "연결이 끊겼어요. 다시 잇고 있어요. 쓰신 말은 남아 있어요.";
  connection.hidden = false;
  setTimeout(connect, retryIn + Math.random() * 500);
  retryIn = Math.min(retryIn * 2, 15000);
}

function listen(address) {
  const own = (socket = new WebSocket(address));
  own.addEventListener("open", () => {
    connection.hidden = true;
    retryIn = 1000;
    for (const [id, { text }] of unsent) post(id, text);
  });
  own.addEventListener("message", (event) => {
    if (!event.data) return;
    const { activities, watermark } = JSON.parse(event.data);
    activities.forEach(show);
    if (watermark) session.watermark = watermark;
  });
  own.addEventListener("close", () => own === socket && offline());
}

function show(activity) {
  if (seen.has(activity.id)) return;
  seen.add(activity.id);
  const mine = activity.from.role === "user";
  const waiting = unsent.get(activity.channelData?.clientActivityID);
  if (mine && waiting) {
    waiting.bubble.textContent = activity.text;
    waiting.bubble.classList.remove("waiting");
    unsent.delete(activity.channelData.clientActivityID);
    return;
  }
  if (activity.channelData?.reply?.startsWith("sign-out/")) document.querySelectorAll(".private").forEach((shown) => shown.remove());
  const isPrivate = activity.channelData?.private === true;
  if (activity.text) bubble(activity.text, mine, activity.locale, isPrivate);
  for (const card of activity.channelData?.cards ?? []) drawCard(card, isPrivate);
  if (!mine) drawChoices(activity.suggestedActions?.actions ?? []);
  log.scrollTop = log.scrollHeight;
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function bubble(text, mine, language, isPrivate) {
  const made = element("div", text, `bubble${mine ? " mine" : ""}${isPrivate ? " private" : ""}`);
  if (language) made.lang = language;
  log.append(made);
  return made;
}

function drawCard(card, isPrivate) {
  const made = element("article", "", `card${isPrivate ? " private" : ""}`);
  made.append(element("h2", card.title));
  if (card.subtitle) made.append(element("p", card.subtitle));
  if (card.rows.length) {
    const list = element("dl");
    const states = { good: "good", waiting: "waiting-state", bad: "bad" };
    for (const row of card.rows) list.append(element("dt", row.label), element("dd", row.text, states[row.state]));
    made.append(list);
  }
  if (card.footnote) made.append(element("p", card.footnote));
  if (card.button && /^https?:/.test(card.button.url)) {
    const link = element("a", card.button.label, "button");
    link.href = card.button.url;
    link.target = "_blank";
    link.rel = "noopener";
    made.append(link);
  }
  log.append(made);
}

function drawChoices(actions) {
  choices.replaceChildren(
    ...actions.map((action) => {
      const button = element("button", action.title);
      button.type = "button";
      button.addEventListener("click", () => say(action.value));
      return button;
    }),
  );
}

function say(text) {
  const id = crypto.randomUUID();
  const shown = bubble(text, true);
  shown.classList.add("waiting");
  unsent.set(id, { text, bubble: shown });
  choices.replaceChildren();
  log.scrollTop = log.scrollHeight;
  words.focus();
  post(id, text);
}

async function post(id, text) {
  const activity = { type: "message", text, from: { id: "me" }, channelData: { clientActivityID: id } };
  try {
    await call(`/conversations/${session.id}/activities`, { body: JSON.stringify(activity) });
  } catch (problem) {
    if (problem.status === 413 && unsent.has(id)) {
      unsent.delete(id);
      bubble("글이 너무 길어서 보내지 못했어요. 짧게 나누어 보내 주세요.", false);
    } else if (socket.readyState === WebSocket.OPEN) setTimeout(() => unsent.has(id) && post(id, text), 2000);
  }
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = words.value.trim();
  if (!text || !session) return;
  words.value = "";
  say(text);
});
words.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    composer.requestSubmit();
  }
});
document.querySelector("#end").addEventListener("click", async () => {
  if (!session) return;
  await call(`/conversations/${session.id}/activities`, {
    body: JSON.stringify({ type: "endOfConversation", from: { id: "me" }, channelData: { clientActivityID: crypto.randomUUID() } }),
  }).catch(() => {});
});

const kept = sessionStorage.getItem("conversation");
if (kept) session = { ...JSON.parse(kept), watermark: undefined };
connect();
