// Without this script the PIN simply stays hidden.
const pin = /** @type {HTMLInputElement} */ (document.querySelector("#pin"));
const show = /** @type {HTMLInputElement} */ (document.querySelector("#show-pin"));
if (show.parentElement) show.parentElement.hidden = false;
show.addEventListener("change", () => {
  pin.type = show.checked ? "text" : "password";
});
// Hidden again when it is sent, so that no browser remembers it as a common text.
pin.form?.addEventListener("submit", () => {
  pin.type = "password";
});
