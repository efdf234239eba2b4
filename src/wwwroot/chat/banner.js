// An audience's banner, drawn where the page's line stands: it opens that audience's first page.
import { element, styleSheets } from "./elements.js";

/** @type {Record<string, [string, string]>} */
const banners = {
  infant: ["영유아 부모", "북스타트와 그림책, 아기와 함께하는 시간"],
  child: ["어린이", "재미있는 책과 방학 프로그램"],
  teen: ["청소년", "함께 읽는 책과 진로 프로그램"],
  adult: ["성인", "인문학 강좌와 요즘 많이 읽는 책"],
  senior: ["어르신", "큰글자책과 쉬운 안내"],
  multicultural: ["다문화 가족", "여러 나라 말로 된 책과 회원증 안내"],
  disabled: ["장애인", "집으로 받는 책과 보조 기기"],
};

/** @param {HTMLElement} place @param {string} [audience] */
export async function drawBanner(place, audience = "") {
  if (!Object.hasOwn(banners, audience)) throw new Error(`data-banner="${audience}" is none of ${Object.keys(banners).join(", ")}.`);
  const [name, offer] = banners[audience];
  const banner = element("div", { class: "bupyeong-banner" });
  const root = banner.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = await styleSheets("tokens.css", "banner.css");
  const press = element("button", { type: "button", lang: "ko" }, element("strong", {}, name), element("span", {}, offer));
  root.append(press);
  // The page's own listener reads the attribute of what stands in the page.
  banner.dataset.libraryAudience = audience;
  place.after(banner);
}
