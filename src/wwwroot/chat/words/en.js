import { daysUntil, printTime } from "../words.js";

const language = "en";

/** @param {number} at */
const clock = (at) => printTime(language, at, { hour: "numeric", minute: "2-digit" });

/** @type {import("../types.js").Words} */
export const words = {
  language,
  name: "Bupyeong District Libraries",
  ask: "Ask the library",
  unread: "There is a new answer",
  fold: "Close",
  end: "End chat",
  log: "Conversation",
  message: "Message",
  placeholder: "A book title, or what you would like to know",
  send: "Send",
  choices: "Quick replies",
  down: "Down",
  me: "Me",
  library: "Library",
  answersInKorean: "The assistant answers in Korean only for now.",
  size: "Text size",
  sizes: ["normal", "large", "larger", "very large"],
  languageChoice: "Language",
  more: "More",
  theme: "Colours",
  themes: { auto: "As my device", light: "Light", dark: "Dark", contrast: "High contrast" },
  still: "Less motion",
  copy: "Copy the conversation",
  copied: "The conversation was copied.",
  notCopied: "It could not be copied. Please try saving it.",
  print: "Print",
  save: "Save the conversation",
  fileName: "library-conversation",
  connecting: "Connecting",
  away: "The line is cut. Reconnecting; what you wrote is kept.",
  busy: "The library cannot answer right now. What you wrote is kept and will be sent again shortly.",
  resumed: "Connected again.",
  renewed: "Time has passed: a new conversation has begun.",
  tooLong: "Up to 1,000 characters can be sent. Please split it.",
  refused: "Something you wrote could not be sent. Please write it again.",
  ended: "The conversation has ended. Nothing is left on this screen.",
  again: "Start again",
  idle: "Are you still there?",
  idleNote: "Without an answer the conversation is wiped in 30 seconds and you are signed out.",
  stay: "Continue",
  good: "This helped",
  bad: "This did not help",
  why: "What was missing?",
  reasons: ["It is wrong", "Not what I asked", "Hard to understand"],
  reason: "Anything else (optional)",
  sendReason: "Send",
  thanks: "Thank you. A librarian will look at it.",
  thanksGood: "Thank you.",
  queued: (ahead) => `Calling a librarian${ahead ? ` · ${ahead} before you` : " · you are next"}`,
  person: (name) => `Talking with a librarian · ${name}`,
  librarian: (name) => `${name}, librarian`,
  source: (title) => `Source: ${title}`,
  clock,
  time: (at) => printTime(language, at, { month: "long", day: "numeric", hour: "numeric", minute: "2-digit" }),
  today({ open, until, next }) {
    if (open > 0) return `${open} open now${until ? ` · ${until.name} until ${until.closes}` : ""}`;
    if (!next) return "All closed now";
    const days = daysUntil(next.day);
    const day = days === 0 ? "today" : days === 1 ? "tomorrow" : printTime(language, Date.parse(next.day), { month: "long", day: "numeric" });
    return `All closed now · opens ${day} ${next.opens}`;
  },
};
