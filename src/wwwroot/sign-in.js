// Without this script the PIN simply stays hidden.
const pin = document.querySelector("#pin");
const show = document.querySelector("#show-pin");
show.parentElement.hidden = false;
show.addEventListener("change", () => {
  pin.type = show.checked ? "text" : "password";
});
// Hidden again when it is sent, so that no browser remembers it as a common text.
pin.form.addEventListener("submit", () => {
  pin.type = "password";
});
