// The window's place on a page that is not its own.

const gap = 16;
const highest = 240;

/** Moves the launcher above buttons that the page has fixed in the same corner. @param {HTMLElement} launcher */
export function keepClear(launcher) {
  const place = () => {
    launcher.style.removeProperty("--lift");
    const { left, right, top, bottom } = launcher.getBoundingClientRect();
    /** @param {number} lift */
    const isTaken = (lift) => [left, (left + right) / 2, right - 1].some((x) => [top, (top + bottom) / 2, bottom - 1].some((y) => document.elementsFromPoint(x, y - lift).some(isFixedButton)));
    let lift = 0;
    while (lift < highest && isTaken(lift)) lift += gap;
    launcher.style.setProperty("--lift", `${lift}px`);
  };
  place();
  window.addEventListener("resize", place);
  window.addEventListener("load", place);
  return place;
}

/** @param {Element} found */
function isFixedButton(found) {
  if (!found.closest("a, button, [role=button]")) return false;
  /** @type {Element | null} */
  let part = found;
  while (part && getComputedStyle(part).position !== "fixed") part = part.parentElement;
  return part !== null;
}

const phone = matchMedia("(max-width: 480px)");
/** @type {Element[]} */
let covered = [];

/** On a phone the window is the whole screen: what lies under it is out of reach until it is folded. @param {HTMLElement} chat @param {boolean} is */
export function coverPage(chat, is) {
  const window = chat.shadowRoot?.querySelector(".window");
  const covers = is && phone.matches;
  phone.onchange = () => coverPage(chat, is);
  window?.setAttribute("aria-modal", String(covers));
  document.documentElement.style.overflow = covers ? "hidden" : "";
  for (const part of covered) part.removeAttribute("inert");
  covered = covers ? [...document.body.children].filter((part) => part !== chat && !part.hasAttribute("inert")) : [];
  for (const part of covered) part.setAttribute("inert", "");
}

/** The part of a phone's screen that its keyboard leaves free. @param {HTMLElement} chat */
export function fitKeyboard(chat) {
  const view = window.visualViewport;
  view?.addEventListener("resize", () => {
    if (view.scale > 1) return;
    chat.style.setProperty("--screen", `${view.height}px`);
    chat.style.setProperty("--above", `${view.offsetTop}px`);
  });
}
