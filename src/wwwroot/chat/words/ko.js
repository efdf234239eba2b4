import { daysUntil, printTime } from "../words.js";

const language = "ko";

/** @param {string} clock "17:30" */
const hour = (clock) => clock.replace(/^0/, "").replace(/:(\d\d)$/, (_, minutes) => (minutes === "00" ? "시" : `시 ${Number(minutes)}분`));

/** @param {number} at */
const clock = (at) => printTime(language, at, { hour: "numeric", minute: "2-digit" });

export const words = {
  language,
  name: "부평구립도서관",
  ask: "도서관에 물어보기",
  unread: "새 답이 있어요",
  fold: "접기",
  end: "끝내기",
  log: "대화",
  message: "메시지",
  placeholder: "책 제목이나 궁금한 것을 써 보세요",
  send: "보내기",
  choices: "빠른 답",
  down: "아래로",
  me: "나",
  library: "도서관",
  answersInKorean: "",
  size: "글자 크기",
  sizes: ["보통", "크게", "더 크게", "아주 크게"],
  languageChoice: "언어",
  more: "더보기",
  theme: "화면",
  themes: { auto: "기기 설정대로", light: "밝게", dark: "어둡게", contrast: "고대비" },
  still: "움직임 줄이기",
  copy: "대화 복사",
  copied: "대화를 복사했어요.",
  notCopied: "복사하지 못했어요. 대화 저장을 써 보세요.",
  print: "인쇄",
  save: "대화 저장",
  fileName: "도서관-대화",
  connecting: "연결하고 있어요",
  away: "연결이 끊겼어요. 다시 잇고 있어요. 쓰신 말은 남아 있어요.",
  busy: "지금은 도서관이 답할 수 없어요. 쓰신 말은 남아 있고, 잠시 뒤 다시 보내요.",
  resumed: "다시 이어졌어요.",
  renewed: "시간이 지나 새 대화를 시작했어요.",
  tooLong: "1,000자까지 보낼 수 있어요. 나누어 보내 주세요.",
  refused: "보내지 못한 말이 있어요. 다시 써 주세요.",
  ended: "대화를 끝냈어요. 이 화면에는 아무것도 남아 있지 않아요.",
  again: "새로 시작하기",
  idle: "아직 계신가요?",
  idleNote: "30초 안에 답이 없으면 대화를 지우고 회원 확인을 끝내요.",
  stay: "계속하기",
  good: "도움이 됐어요",
  bad: "도움이 안 됐어요",
  why: "무엇이 아쉬웠나요?",
  reasons: ["내용이 틀려요", "찾던 답이 아니에요", "말이 어려워요"],
  reason: "더 하실 말씀 (선택)",
  sendReason: "의견 보내기",
  thanks: "고마워요. 사서에게 전할게요.",
  thanksGood: "고마워요.",
  /** @param {number} [ahead] */
  queued: (ahead) => `사서를 부르고 있어요${ahead ? ` · 앞에 ${ahead}명` : " · 다음 차례예요"}`,
  /** @param {string} name */
  person: (name) => `사서와 이야기하고 있어요 · ${name}`,
  /** @param {string} name */
  librarian: (name) => (name.endsWith("사서") ? name : `${name} 사서`),
  /** @param {string} title */
  source: (title) => `출처: ${title}`,
  clock,
  /** @param {number} at */
  time: (at) => printTime(language, at, { month: "long", day: "numeric", hour: "numeric", minute: "2-digit" }),
  /** @param {import("../types.js").Today} today */
  today({ open, until, next }) {
    if (open > 0) return `지금 ${open}곳 열림${until ? ` · ${until.name.replace(/도서관$/, "")} ${hour(until.closes)}까지` : ""}`;
    if (!next) return "지금은 모두 닫힘";
    const days = daysUntil(next.day);
    const day = days === 0 ? "오늘" : days === 1 ? "내일" : printTime(language, Date.parse(next.day), { month: "long", day: "numeric" });
    return `지금은 모두 닫힘 · ${day} ${hour(next.opens)} 열림`;
  },
};
