// NLP.js with its Korean stemmer, trained on the taught sentences and tested on others: node nlp.js TAUGHT SET
// Both are JSON Lines of {"text", "intent"}; prints {"trainingSeconds", "accuracy", "p50", "p99"} as one line.
const { readFileSync } = require('node:fs');
const { NlpManager } = require('node-nlp');

const read = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

async function main([taught, set]) {
  // Entities and a class for "none" of its own are not asked for: what is out of scope is taught as an intent.
  const manager = new NlpManager({
    languages: ['ko'],
    forceNER: false,
    autoSave: false,
    nlu: { log: false, useNoneFeature: false },
  });
  for (const { text, intent } of read(taught)) manager.addDocument('ko', text, intent);
  const started = process.hrtime.bigint();
  await manager.train();
  const trainingSeconds = Number(process.hrtime.bigint() - started) / 1e9;

  const milliseconds = [];
  let right = 0;
  const sentences = read(set);
  for (const { text, intent } of sentences) {
    const asked = process.hrtime.bigint();
    const answer = await manager.process('ko', text);
    milliseconds.push(Number(process.hrtime.bigint() - asked) / 1e6);
    if (answer.intent === intent) right += 1;
  }
  milliseconds.sort((a, b) => a - b);
  const at = (share) => milliseconds[Math.floor(share * (milliseconds.length - 1))];
  console.log(JSON.stringify({ trainingSeconds, accuracy: right / sentences.length, p50: at(0.5), p99: at(0.99) }));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
