import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

const root = join(__dirname, '..', '..');
const lines = 20_000;
const line = 'a line of forty characters, with its end.';

/** A process that prints more than a pipe holds and ends at once. */
function printing() {
  const script = `
    const { processIo, exitWhenWritten } = require('./lib/commands/process-io');
    const io = processIo(process, new AbortController().signal);
    for (let count = 0; count < ${lines}; count += 1) io.out('${line}');
    void exitWhenWritten(process, 3);`;
  return spawn(process.execPath, ['-r', 'ts-node/register', '-e', script], { cwd: root });
}

test('everything that a command prints reaches a pipe that is read slowly, before it ends', async () => {
  const child = printing();
  const closed = once(child, 'close');
  let size = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    size += chunk.length;
    await setImmediate();
  }
  expect(size).toBe(lines * (line.length + 1));
  expect(await closed).toEqual([3, null]);
});

test('a reader that goes away ends the command without a word', async () => {
  const child = printing();
  const closed = once(child, 'close');
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  expect(await closed).toEqual([3, null]);
  expect(Buffer.concat(said).toString()).toBe('');
});
