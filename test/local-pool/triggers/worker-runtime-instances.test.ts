import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { WorkerRuntimeOptions } from '../../../lib/local-pool/triggers/worker-runtime';
import { neverAnswers, PlantedFunctions } from './planted-functions';
import { plantedRuntime } from './planted-runtime';

const functions = new PlantedFunctions();
afterAll(() => functions.remove());

/** A runtime and the first line that any of its functions prints. */
function loggingRuntime(options: Partial<WorkerRuntimeOptions> = {}) {
  let print: (line: string) => void;
  const line = new Promise<string>((resolve) => (print = resolve));
  return { ...plantedRuntime({ ...options, log: (printed) => print(printed) }), line };
}

/** Answers with the number of its event once `together` events have begun, in whichever instances. */
const gathers = (file: string): string => `
  const fs = require('node:fs');
  const { threadId } = require('node:worker_threads');
  exports.handler = async ({ number, together }) => {
    fs.appendFileSync(${JSON.stringify(file)}, 'x');
    while (fs.readFileSync(${JSON.stringify(file)}, 'utf8').length < together) await new Promise(setImmediate);
    return { number, threadId };
  };`;

type Gathered = { readonly payload: { readonly number: number; readonly threadId: number } };

test('events at the same time run in instances of their own, each with its own answer', async () => {
  const { runtime } = plantedRuntime();
  const target = functions.plant(gathers(functions.file('together')));
  const invocations = await Promise.all([1, 2, 3].map((number) => runtime.invoke(target, { number, together: 3 })));
  const payloads = (invocations as unknown as readonly Gathered[]).map(({ payload }) => payload);
  expect(payloads.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(new Set(payloads.map(({ threadId }) => threadId)).size).toBe(3);
  await runtime.close();
});

test('an instance never works on two events, and more events than instances wait their turn', async () => {
  const { runtime } = plantedRuntime({ instancesPerFunction: 2 });
  const target = functions.plant(
    `let busy = 0;
     const { threadId } = require('node:worker_threads');
     exports.handler = async ({ number }) => {
       busy += 1;
       const most = busy;
       await new Promise(setImmediate);
       busy -= 1;
       return { number, most, threadId };
     };`,
  );
  const numbers = Array.from({ length: 20 }, (_, index) => index);
  const invocations = await Promise.all(numbers.map((number) => runtime.invoke(target, { number })));
  const payloads = (invocations as unknown as readonly (Gathered & { payload: { most: number } })[]).map(
    ({ payload }) => payload,
  );
  expect(payloads.map(({ number }) => number)).toEqual(numbers);
  expect(payloads.every(({ most }) => most === 1)).toBe(true);
  expect(new Set(payloads.map(({ threadId }) => threadId)).size).toBeLessThanOrEqual(2);
  await runtime.close();
});

test('a warm instance is used again and keeps what the module holds', async () => {
  const { runtime } = plantedRuntime();
  const target = functions.plant('let events = 0; exports.handler = async () => (events += 1);');
  for (const payload of [1, 2, 3]) {
    await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'returned', payload });
  }
  await runtime.close();
});

test('two functions share nothing, even of the same name', async () => {
  const { runtime } = plantedRuntime();
  const source = 'globalThis.events = (globalThis.events ?? 0) + 1; exports.handler = async () => globalThis.events;';
  const arn = 'arn:aws:lambda:eu-west-1:000000000000:function:twin';
  for (const target of [functions.plant(source, { arn }), functions.plant(source, { arn })]) {
    await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'returned', payload: 1 });
  }
  await runtime.close();
});

test('the crash of one function leaves the events of another alone', async () => {
  const { runtime } = plantedRuntime();
  const crashing = functions.plant('exports.handler = async () => { process.exit(1); };');
  const steady = functions.plant(gathers(functions.file('steady')));
  const first = runtime.invoke(steady, { number: 1, together: 2 });
  await expect(runtime.invoke(crashing, {})).resolves.toMatchObject({ outcome: 'failed' });
  const second = runtime.invoke(steady, { number: 2, together: 2 });
  await expect(Promise.all([first, second])).resolves.toMatchObject([
    { outcome: 'returned', payload: { number: 1 } },
    { outcome: 'returned', payload: { number: 2 } },
  ]);
  await runtime.close();
});

test('a crash between two events is told in the log, and the next event has a new instance', async () => {
  const { runtime, line } = loggingRuntime();
  const target = functions.plant(
    `const crashWhenTold = () => {
       if (require('node:fs').existsSync(${JSON.stringify(functions.file('crash-now'))})) throw new Error('left behind');
       setImmediate(crashWhenTold);
     };
     let events = 0;
     exports.handler = async ({ crash }) => {
       events += 1;
       if (crash) setImmediate(crashWhenTold);
       return events;
     };`,
  );
  await runtime.invoke(target, { crash: true });
  writeFileSync(functions.file('crash-now'), '');
  const name = target.arn.split(':').at(-1) ?? '';
  await expect(line).resolves.toBe(`${name}: ended between two events: left behind`);
  await expect(runtime.invoke(target, { crash: false })).resolves.toEqual({ outcome: 'returned', payload: 1 });
  await runtime.close();
});

describe('close', () => {
  test('ends what runs and what waits, and starts nothing anew', async () => {
    const { runtime, line: started } = loggingRuntime({ instancesPerFunction: 1 });
    const target = functions.plant(neverAnswers(functions.file('closing')));
    const running = runtime.invoke(target, {});
    const waiting = runtime.invoke(target, {});
    await started;
    await runtime.close();
    await expect(running).resolves.toMatchObject({ outcome: 'failed' });
    await expect(waiting).resolves.toEqual({ outcome: 'failed', message: 'The Lambda runtime is closed.' });
    await expect(runtime.invoke(target, {})).resolves.toMatchObject({ outcome: 'failed' });
    expect(functions.read('closing')).toBe('x');
  });

  test('can be called twice, and without anything having run', async () => {
    const { runtime } = plantedRuntime();
    await runtime.close();
    await expect(runtime.close()).resolves.toBeUndefined();
  });

  test('leaves nothing that would hold the process', async () => {
    const target = functions.plant('setInterval(() => undefined, 1000); exports.handler = async () => "answered";');
    const script = `
      const { WorkerRuntime } = require('./lib/local-pool/triggers/worker-runtime');
      const runtime = new WorkerRuntime({
        randomness: { uuid: () => 'request' },
        log: () => undefined,
        endpoints: () => ({ cognito: '', secretsManager: '', kms: '', ses: '', sns: '' }),
      });
      runtime.invoke(${JSON.stringify(target)}, {}).then(async ({ payload }) => {
        await runtime.close();
        console.log(payload, 'and closed');
      });`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-r', 'ts-node/register', '-e', script], {
      cwd: path.resolve(__dirname, '../../..'),
      timeout: 30_000,
    });
    expect(stdout).toBe('answered and closed\n');
  }, 40_000);
});
