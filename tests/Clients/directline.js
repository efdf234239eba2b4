// A resident who talks through the official DirectLineJS, unchanged. Commands come as lines of JSON on the standard
// input, what happened goes out as lines of JSON: the C# tests say what and judge.
//   node directline.js <address of Direct Line> <polling | websocket>
//   {"say": "안녕하세요"}  {"drop": true}: cuts the socket, as a bad network would  {"end": true}
"use strict";

const WebSocket = require("ws");

// DirectLineJS is written for browsers and looks for these two, for polling too.
global.XMLHttpRequest = require("xhr2");
global.WebSocket = WebSocket;

const { ConnectionStatus, DirectLine } = require("botframework-directlinejs");

const longestLife = 120_000;
const [domain, mode] = process.argv.slice(2);

function tell(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

/** The socket in use, remembered so that it can be cut. */
let socket;

class RememberedSocket extends WebSocket {
  constructor(address) {
    super(address);
    socket = this;
  }
}

async function connect() {
  const issued = await fetch(`${domain}/tokens/generate`, { method: "POST" });
  const { token } = await issued.json();
  const line = new DirectLine({
    domain,
    token,
    webSocket: mode === "websocket",
    pollingInterval: 300,
    WebSocket: RememberedSocket,
    // It waits 3 s plus a random part of 12 s before it connects again: the shortest.
    random: () => 0,
  });
  line.connectionStatus$.subscribe((status) => tell({ status: ConnectionStatus[status] }));
  line.activity$.subscribe(
    ({ id, type, text, from, replyToId, channelData }) =>
      tell({ activity: { id, type, text, from: from.role, replyTo: replyToId, reply: channelData?.reply } }),
    (error) => tell({ error: String(error.message ?? error) }),
  );
  return line;
}

function say(line, text) {
  line.postActivity({ type: "message", text, from: { id: "resident" } }).subscribe(
    (id) => tell({ posted: { id, text } }),
    (error) => tell({ error: String(error.message ?? error) }),
  );
}

function end(code) {
  process.exit(code);
}

async function main() {
  const line = await connect();
  const commands = require("node:readline").createInterface({ input: process.stdin });
  commands.on("line", (command) => {
    const { say: text, drop, end: ends } = JSON.parse(command);
    if (text) say(line, text);
    if (drop) socket.terminate();
    if (ends) line.end();
    if (ends) end(0);
  });
  commands.on("close", () => end(0));
}

setTimeout(() => end(1), longestLife).unref();
main().catch((error) => {
  tell({ error: String(error.message ?? error) });
  end(1);
});
