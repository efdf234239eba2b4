// One call of Direct Line, and what it means when it is refused.

export class Refusal extends Error {
  /** @param {number} status @param {{ code?: string, message?: string }} problem @param {number} wait seconds */
  constructor(status, { code, message }, wait) {
    super(message ?? String(status));
    this.status = status;
    this.code = code;
    this.wait = wait;
  }
}

/** Throws a Refusal when the library answers no, and what fetch throws when it does not answer. @param {string} url @param {RequestInit} options @param {string} [token] @returns {Promise<any>} */
export async function call(url, options, token) {
  // No header without need: with one, the browser of a page of another origin asks for leave first.
  const headers = { ...(options.body && { "Content-Type": "application/json" }), ...(token && { Authorization: `Bearer ${token}` }) };
  const answer = await fetch(url, { method: "POST", headers, ...options });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(answer.status, body.error ?? {}, Number(answer.headers.get("Retry-After")) || 0);
  return body;
}
