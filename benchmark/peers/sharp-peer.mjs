// sharp behind a line protocol, so that one benchmark run can put it and Imagemill's engine to work in turn.
//
// Input, a line a request:  <work> <repetitions> <at a time> <folder for results> <path of an image>
// Output, a line an answer: {"cpuSeconds":..,"wallSeconds":..,"files":[..]}   CPU of this whole process, all threads.
// Work is a format and widths: "webp-1600-400". The files are the results of the last repetition.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

sharp.concurrency(1);
sharp.cache(false);

const thumbnail = (source, width) =>
  sharp(source).rotate().resize({ width, withoutEnlargement: true });

const render = async (source, format, widths) => {
  const outputs = [];
  for (const width of widths) {
    outputs.push(await thumbnail(source, width).toFormat(format, { quality: 80 }).toBuffer());
  }
  return outputs;
};

for await (const line of createInterface({ input: process.stdin })) {
  const [, format, widths, repetitions, atATime, folder, path] =
    /^([a-z]+)((?:-\d+)+) (\d+) (\d+) (\S+) (.+)$/.exec(line) ?? [];
  if (!format) {
    console.log(JSON.stringify({ error: `unknown request: ${line}` }));
    continue;
  }
  const source = readFileSync(path);
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  let outputs = [];
  let left = Number(repetitions);
  const share = async () => {
    while (left-- > 0) {
      outputs = await render(source, format, widths.slice(1).split('-').map(Number));
    }
  };
  await Promise.all(Array.from({ length: Number(atATime) }, share));
  const used = process.cpuUsage(cpu);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const files = outputs.map((output, index) => {
    const file = join(folder, `${index}.${format}`);
    writeFileSync(file, output);
    return file;
  });
  console.log(
    JSON.stringify({
      cpuSeconds: (used.user + used.system) / 1e6,
      wallSeconds: wall,
      files,
    }),
  );
}
