// The one line that a page needs: <script src="https://…/chat.js" defer></script>
//   data-open="wide"        opens by itself where there is room beside the page
//   data-kiosk              a shared computer: nothing is kept, and everything is wiped after 90 idle seconds
//   data-audience="senior"  begins with the first page of that audience
//   data-banner="senior"    draws that audience's banner where this line stands
//   data-language="en"      the language of the window until somebody chooses another
// On the page, <form data-library-ask> asks what is typed into it, [data-library-ask="…"] asks those words, and
// [data-library-audience="senior"] opens that audience's first page.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const folder = new URL("chat/", script.src);
  const page = /** @type {typeof window & { bupyeongChat?: Promise<import("./chat/window.js").ChatWindow> }} */ (window);

  /** What is clicked before the window is here waits for it. */
  const chat = (page.bupyeongChat ??= import(folder.href + "window.js").then(({ ChatWindow }) =>
    ChatWindow.open({ ...script.dataset }),
  ));

  if (script.dataset.banner) {
    import(folder.href + "banner.js")
      .then(({ drawBanner }) => drawBanner(script, script.dataset.banner))
      .catch(() => {});
  }
  if (document.documentElement.hasAttribute("data-library-chat")) return;
  document.documentElement.setAttribute("data-library-chat", "");

  /** @param {Event} event */
  const asked = (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const place = target?.closest("[data-library-ask], [data-library-audience]");
    if (!(place instanceof HTMLElement) || (event.type === "submit") !== (place instanceof HTMLFormElement)) return;
    event.preventDefault();
    const { libraryAsk, libraryAudience } = place.dataset;
    const field = place.querySelector("input");
    const words = place instanceof HTMLFormElement ? field?.value.trim() : libraryAsk;
    if (field && words) field.value = "";
    chat.then((window) => (libraryAudience ? window.welcome(libraryAudience) : window.ask(words ?? ""))).catch(() => {});
  };
  document.addEventListener("click", asked);
  document.addEventListener("submit", asked);
  chat.catch((problem) => {
    // Then forms and links do what they do without the window.
    document.removeEventListener("click", asked);
    document.removeEventListener("submit", asked);
    console.error(`The library's chat could not be loaded. Is ${location.origin} one of DirectLine:AllowedOrigins?`, problem);
  });
})();
