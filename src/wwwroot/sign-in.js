const pin = document.querySelector("#pin");
document.querySelector("#show-pin").addEventListener("change", (event) => {
  pin.type = event.target.checked ? "text" : "password";
});
