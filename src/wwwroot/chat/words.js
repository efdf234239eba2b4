// The window's own words, in the language that is chosen; what the assistant says comes from the library.
/** @import { Words } from "./types.js" */

/** The languages of the window, each by its own name. */
export const languages = { ko: "한국어", en: "English" };

/** Those in use, for every part of the window. */
export const words = /** @type {Words} */ ({});

/** @param {string | undefined} asked */
export async function useWords(asked) {
  const language = asked && Object.hasOwn(languages, asked) ? asked : "ko";
  Object.assign(words, (await import(`./words/${language}.js`)).words);
}

/** @param {string} language @param {number} at @param {Intl.DateTimeFormatOptions} form */
export function printTime(language, at, form) {
  return new Intl.DateTimeFormat(language, { timeZone: "Asia/Seoul", ...form }).format(at);
}

/** "2026-11-26" against the day in Seoul: 0 today, 1 tomorrow. @param {string} day */
export function daysUntil(day) {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(Date.now());
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}
