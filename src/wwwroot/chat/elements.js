// Everything on the screen is made here, node by node: no string from outside is ever read as HTML.

/**
 * An element with attributes, listeners (functions) and children; what is null, undefined or false is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string | number | boolean | ((event: any) => void) | null | undefined>} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, String(value));
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

/**
 * @param {string} label
 * @param {(event: MouseEvent) => void} click
 * @param {Record<string, string | null>} [attributes]
 * @param {...(Node | string)} children shown instead of the label, which is then for assistive technology
 */
export function button(label, click, attributes = {}, ...children) {
  const named = children.length > 0 ? { "aria-label": label, title: label } : {};
  return element("button", { type: "button", ...named, ...attributes, click }, ...(children.length ? children : [label]));
}

const drawings = {
  ask: "M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-5 4v-4h-.5A1.5 1.5 0 0 1 4 14.5zM8 8.5h8M8 11.5h5",
  down: "M6 9l6 6 6-6",
  send: "M5 12h13M12.5 6l6 6-6 6",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  up: "M7 11v9H4v-9zM7 11l4-8c1.7 0 2.5 1 2.5 2.5L13 9h5.5a2 2 0 0 1 2 2.4l-1.3 7a2 2 0 0 1-2 1.6H7",
  close: "M6 6l12 12M18 6L6 18",
};

/** @param {keyof typeof drawings} name @param {string} [className] */
export function icon(name, className = "") {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon ${className}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", drawings[name]);
  svg.append(path);
  return svg;
}

/** Style sheets of this folder: adopted, so that no page has to allow inline styles. @param {...string} names */
export function styleSheets(...names) {
  return Promise.all(
    names.map(async (name) => {
      const answer = await fetch(new URL(name, import.meta.url));
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      return new CSSStyleSheet().replace(await answer.text());
    }),
  );
}
