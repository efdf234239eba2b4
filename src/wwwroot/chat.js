// The one line that a page needs: <script src="https://…/chat.js" defer></script>
// What it may say besides (data-open, data-kiosk, data-audience, data-banner, data-language) is in the README.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const folder = new URL("chat/", script.src);
  const page = /** @type {typeof window & { bupyeongChat?: Promise<import("./chat/window.js").ChatWindow> }} */ (window);

  // All at once, the first needed first: else a module is only asked for when the one that needs it has come.
  const modules = "window elements words call cards composer foot header line log markdown memory notice place tastes";
  const spoken = script.dataset.language === "en" ? "words/en" : "words/ko";
  const early = [...[...modules.split(" "), spoken].map((name) => `${name}.js`), "tokens.css", "window.css"];
  for (const name of page.bupyeongChat ? [] : early) {
    const link = document.createElement("link");
    const how = name.endsWith(".js") ? { rel: "modulepreload" } : { rel: "preload", as: "fetch" };
    document.head.append(Object.assign(link, how, { crossOrigin: "anonymous", href: folder.href + name }));
  }

  /** What is clicked before the window is here waits for it. */
  const chat = (page.bupyeongChat ??= import(folder.href + "window.js").then(({ ChatWindow }) =>
    ChatWindow.open({ ...script.dataset, ...(document.querySelector("script[src$='/chat.js'][data-kiosk]") && { kiosk: "" }) }),
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
    chat.then(
      (window) => {
        if (libraryAudience) window.welcome(libraryAudience);
        else window.ask(words ?? "");
        if (field) field.value = "";
      },
      () => place instanceof HTMLFormElement && place.submit(),
    );
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
