// The shapes of what travels and of what the modules hand to one another: for the type checker alone, no page loads this.

/** An activity of the Bot Framework protocol as this host sends it. */
export interface Activity {
  type: string;
  id?: string;
  timestamp?: string;
  from: { id: string; name?: string; role?: string };
  text?: string;
  textFormat?: "plain" | "markdown";
  locale?: string;
  replyToId?: string;
  suggestedActions?: { actions: { title: string; value: string }[] };
  channelData?: ChannelData;
}

/** What the protocol has no field for. */
export interface ChannelData {
  clientActivityID?: string;
  /** The name of the reply. */
  reply?: string;
  cards?: Card[];
  /** Shows the patron's account: taken off the screen at sign-out. */
  private?: boolean;
  handoff?: { state: "queued" | "person" | "bot"; ahead?: number; name?: string };
  /** The librarian whose own words these are. */
  person?: string;
  /** Phrased by a language model: to be shown as such. */
  generated?: boolean;
}

export interface Card {
  /** book, loan, program, place, source or link */
  kind: string;
  title: string;
  subtitle?: string;
  rows: CardRow[];
  footnote?: string;
  button?: { label: string; url: string };
  /** An ISO date. */
  day?: string;
}

export interface CardRow {
  label: string;
  text: string;
  state?: "good" | "waiting" | "bad";
  /** What the resident says by pressing the row's button. */
  say?: string;
  sayLabel?: string;
  url?: string;
  meter?: { value: number; of: number };
}

export interface Joined {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl?: string;
}

export interface Session {
  id: string;
  token: string;
}

/** An activity that the library does not have yet. */
export interface OwnActivity {
  type: string;
  text?: string;
  locale?: string;
  name?: string;
  value?: unknown;
  replyToId?: string;
  reactionsAdded?: { type: string }[];
}

export interface Unsent {
  id: string;
  activity: OwnActivity;
}

/** Where the branches stand now. */
export interface Today {
  open: number;
  until: { name: string; closes: string } | null;
  next: { name: string; day: string; opens: string } | null;
  signOutAfterMinutes: number;
}

/** The window's own words, in the language that is chosen. */
export type Words = typeof import("./words/ko.js").words;

export type LineState = "connecting" | "open" | "away" | "busy" | "ended";

/** Who listens to the line. */
export interface Listener {
  /** New activities, each once, in order. */
  heard(activities: Activity[]): void;
  changed(state: LineState): void;
  /** A conversation was made. */
  began(): void;
  /** The old conversation cannot be entered any more: a new one begins. */
  renewed(): void;
  refused(id: string, why: "tooLong" | "refused"): void;
}

/** What the header's buttons do. */
export interface Acts {
  fold(): void;
  end(): void;
  enlarge(): void;
  speak(language: string): void;
  theme(theme: string): void;
  still(still: boolean): void;
  /** Not on a shared computer. */
  copy?(): void;
  print?(): void;
  save?(): void;
}

/** Says these words for the resident. */
export type Say = (text: string) => void;

/** Sends an activity that is no message. */
export type Send = (activity: OwnActivity) => void;
