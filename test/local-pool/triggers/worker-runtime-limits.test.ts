import { neverAnswers, PlantedFunctions } from './planted-functions';
import { ManualTimer, plantedRuntime } from './planted-runtime';

const functions = new PlantedFunctions();
afterAll(() => functions.remove());

/** Time passes the limit as soon as a function has printed that it waits. */
function impatientRuntime(options: { readonly attempts?: number; readonly timeLimitMilliseconds?: number } = {}) {
  const timer = new ManualTimer();
  const limits: number[] = [];
  const { runtime } = plantedRuntime({
    ...options,
    startTimer(milliseconds, expired) {
      limits.push(milliseconds);
      return timer.start(milliseconds, expired);
    },
    log: (line) => {
      if (line.endsWith(': waiting')) timer.expireAll();
    },
  });
  return { runtime, timer, limits };
}

test('a function that does not answer is tried 3 times, 5 seconds each, and then it has timed out', async () => {
  const { runtime, limits } = impatientRuntime();
  const target = functions.plant(neverAnswers(functions.file('attempts')));
  await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'timed-out' });
  expect(functions.read('attempts')).toBe('xxx');
  expect(limits).toEqual([5000, 5000, 5000]);
  await runtime.close();
});

test('limit and attempts are settings', async () => {
  const { runtime, limits } = impatientRuntime({ attempts: 2, timeLimitMilliseconds: 40 });
  const target = functions.plant(neverAnswers(functions.file('two-attempts')));
  await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'timed-out' });
  expect(functions.read('two-attempts')).toBe('xx');
  expect(limits).toEqual([40, 40]);
  await runtime.close();
});

test('an event that nobody waits for has the timeout of its function, and one attempt', async () => {
  const { runtime, limits } = impatientRuntime({ timeLimitMilliseconds: 40 });
  const target = { ...functions.plant(neverAnswers(functions.file('event'))), timeoutSeconds: 7 };
  await expect(runtime.invoke(target, {}, 'Event')).resolves.toMatchObject({
    outcome: 'failed',
    message: expect.stringContaining('Task timed out after 7.00 seconds'),
  });
  expect(functions.read('event')).toBe('x');
  expect(limits).toEqual([7000]);
  await runtime.close();
});

test('each attempt after a timeout has a new instance, and the answer of a later one counts', async () => {
  const { runtime } = impatientRuntime();
  const counter = JSON.stringify(functions.file('second-answers'));
  const target = functions.plant(
    `let events = 0;
     const fs = require('node:fs');
     exports.handler = () => {
       fs.appendFileSync(${counter}, 'x');
       events += 1;
       if (fs.readFileSync(${counter}, 'utf8') === 'xx') return Promise.resolve({ events });
       console.log('waiting');
       return new Promise(() => undefined);
     };`,
  );
  await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'returned', payload: { events: 1 } });
  await runtime.close();
});

test('a failure is not tried again', async () => {
  const { runtime } = impatientRuntime();
  const target = functions.plant(
    `exports.handler = async () => {
       require('node:fs').appendFileSync(${JSON.stringify(functions.file('failures'))}, 'x');
       throw new Error('refused');
     };`,
  );
  await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'failed', message: 'refused' });
  expect(functions.read('failures')).toBe('x');
  await runtime.close();
});

test('a function with a shorter timeout of its own fails by it, once, in the words of Lambda', async () => {
  const { runtime, limits } = impatientRuntime();
  const target = functions.plant(neverAnswers(functions.file('own-timeout')), { timeoutSeconds: 3 });
  await expect(runtime.invoke(target, {})).resolves.toEqual({
    outcome: 'failed',
    message: expect.stringMatching(/^RequestId: [0-9a-f-]{36} Error: Task timed out after 3\.00 seconds$/),
  });
  expect(functions.read('own-timeout')).toBe('x');
  expect(limits).toEqual([3000]);
  await runtime.close();
});

test('a function that is busy without end is stopped too', async () => {
  const { runtime } = plantedRuntime({ timeLimitMilliseconds: 20, attempts: 1 });
  const target = functions.plant('exports.handler = () => { for (;;); };');
  await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'timed-out' });
  await runtime.close();
});

test('so is one that does not finish loading', async () => {
  const { runtime } = plantedRuntime({ timeLimitMilliseconds: 20, attempts: 1 });
  await expect(runtime.invoke(functions.plant('for (;;);'), {})).resolves.toEqual({ outcome: 'timed-out' });
  await runtime.close();
});

test('no timer is left running after an answer', async () => {
  const { runtime, timer } = impatientRuntime();
  await runtime.invoke(functions.plant('exports.handler = async () => 1;'), {});
  expect(timer.running).toEqual([]);
  await runtime.close();
});
