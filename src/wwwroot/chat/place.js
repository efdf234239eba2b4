// The window's place on a page that is not its own.

const gap = 16;
const highest = 240;

/** Moves the launcher above buttons that the page has fixed in the same corner. @param {HTMLElement} launcher */
export function keepClear(launcher) {
  const place = () => {
    launcher.style.removeProperty("--lift");
    const { left, right, bottom, width, height } = launcher.getBoundingClientRect();
    if (width === 0) return;
    for (let lift = 0; lift < highest; lift += gap) {
      const middle = bottom - lift - height / 2;
      const points = [left, (left + right) / 2, right - 1].flatMap((x) => [middle - height / 2, middle, middle + height / 2 - 1].map((y) => [x, y]));
      if (points.some(([x, y]) => document.elementsFromPoint(x, y).some(isFixedButton))) continue;
      if (lift > 0) launcher.style.setProperty("--lift", `${lift}px`);
      return;
    }
  };
  place();
  window.addEventListener("resize", place);
  window.addEventListener("load", place);
}

/** @param {Element} found */
function isFixedButton(found) {
  if (!found.closest("a, button, [role=button]") || found.closest("bupyeong-chat")) return false;
  for (let part = /** @type {Element | null} */ (found); part; part = part.parentElement) {
    if (getComputedStyle(part).position === "fixed") return true;
  }
  return false;
}

/** @type {Element[]} */
let covered = [];

/** On a phone the window is the whole screen: what lies under it is out of reach until it is folded. @param {HTMLElement} chat @param {boolean} is */
export function coverPage(chat, is) {
  const window = chat.shadowRoot?.querySelector(".window");
  const covers = is && matchMedia("(max-width: 480px)").matches;
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
    chat.style.setProperty("--screen", `${view.height}px`);
    chat.style.setProperty("--above", `${view.offsetTop}px`);
  });
}
