// sharp behind a line protocol, so that one benchmark run can put it and Imagemill's engine to work in turn.
//
// Input, a line a request:  <task> <repetitions> <path of an image>
// Output, a line an answer: {"cpuSeconds":..,"wallSeconds":..,"bytes":..}   CPU of this whole process, all threads.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

const WIDTHS = [1600, 1200, 800, 400, 200, 100];

const thumbnail = (source, width) =>
  sharp(source).rotate().resize({ width, withoutEnlargement: true });

const tasks = {
  'thumbnail-400-jpeg': async (source) => [await thumbnail(source, 400).jpeg({ quality: 80 }).toBuffer()],
  'thumbnail-400-webp': async (source) => [await thumbnail(source, 400).webp({ quality: 80 }).toBuffer()],
  'six-thumbnails-webp': async (source) => {
    const outputs = [];
    for (const width of WIDTHS) {
      outputs.push(await thumbnail(source, width).webp({ quality: 80 }).toBuffer());
    }
    return outputs;
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const [, name, repetitions, path] = /^(\S+) (\d+) (.+)$/.exec(line) ?? [];
  const task = tasks[name];
  if (!task) {
    console.log(JSON.stringify({ error: `unknown request: ${line}` }));
    continue;
  }
  const source = readFileSync(path);
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  let bytes = 0;
  for (let i = 0; i < Number(repetitions); i++) {
    const outputs = await task(source);
    bytes = outputs.reduce((sum, output) => sum + output.length, 0);
  }
  const used = process.cpuUsage(cpu);
  console.log(
    JSON.stringify({
      cpuSeconds: (used.user + used.system) / 1e6,
      wallSeconds: Number(process.hrtime.bigint() - start) / 1e9,
      bytes,
    }),
  );
}
