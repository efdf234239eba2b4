// NLP.js with its Korean stemmer, trained on the taught sentences and tested on others: node nlp.js TAUGHT SET
// Both are JSON Lines of {"text", "intent"}; prints the best of the rates as {"rate", "trainingSeconds", "accuracy", "p50",
// "p99"} in one line, and what its own rate reached as "accuracyAsIs".
const { readFileSync } = require('node:fs');
const { containerBootstrap } = require('@nlpjs/core-loader');
const { NlpManager } = require('node-nlp');

// NLP.js learns at 0.6, which is too fast for so many sentences: it gets slower rates, too, and time to use them.
const ownRate = 0.6;
const rates = [ownRate, 0.1, 0.02];
const iterations = 300;

// It says of every sentence of stop words that it is one.
console.warn = () => {};

const read = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

function managerWith(learningRate) {
  const container = containerBootstrap();
  const settings = { keepStopwords: true, filterZeros: true, spellCheck: false, log: false };
  container.registerConfiguration('nlu-ko', { ...settings, iterations, learningRate }, false);
  // Entities and a class for "none" of its own are not asked for: what is out of scope is taught as an intent.
  return new NlpManager({ container, languages: ['ko'], forceNER: false, autoSave: false, nlu: { useNoneFeature: false } });
}

async function measure(rate, taught, sentences) {
  const manager = managerWith(rate);
  for (const { text, intent } of taught) manager.addDocument('ko', text, intent);
  const started = process.hrtime.bigint();
  await manager.train();
  const trainingSeconds = Number(process.hrtime.bigint() - started) / 1e9;

  const milliseconds = [];
  let right = 0;
  for (const { text, intent } of sentences) {
    const asked = process.hrtime.bigint();
    const answer = await manager.process('ko', text);
    milliseconds.push(Number(process.hrtime.bigint() - asked) / 1e6);
    // Below its threshold it says None; its likeliest intent is what counts here, as on our side.
    if (answer.classifications[0]?.intent === intent) right += 1;
  }
  milliseconds.sort((a, b) => a - b);
  const at = (share) => milliseconds[Math.floor(share * (milliseconds.length - 1))];
  return { rate, trainingSeconds, accuracy: right / sentences.length, p50: at(0.5), p99: at(0.99) };
}

async function main([taughtFile, setFile]) {
  const [taught, sentences] = [read(taughtFile), read(setFile)];
  const measured = [];
  for (const rate of rates) measured.push(await measure(rate, taught, sentences));
  const best = measured.reduce((one, other) => (other.accuracy > one.accuracy ? other : one));
  console.log(JSON.stringify({ ...best, accuracyAsIs: measured[0].accuracy }));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
