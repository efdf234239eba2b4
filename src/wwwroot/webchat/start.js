// The official Web Chat, talking Direct Line to the host that served this page.
const place = /** @type {HTMLElement} */ (document.querySelector("#webchat"));
try {
  const answer = await fetch("/v3/directline/tokens/generate", { method: "POST" });
  if (!answer.ok) throw new Error(answer.statusText);
  const { token } = await answer.json();
  const domain = new URL("/v3/directline", location.href).href;
  const { createDirectLine, renderWebChat } = /** @type {any} */ (window).WebChat;
  renderWebChat({ directLine: createDirectLine({ domain, token }), locale: "ko-KR" }, place);
} catch (trouble) {
  console.error(trouble);
  place.textContent = "대화를 열지 못했어요. 잠시 뒤 화면을 다시 열어 주세요.";
}

export {};
