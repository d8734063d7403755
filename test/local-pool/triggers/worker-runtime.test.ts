import { PlantedFunctions } from './planted-functions';
import { plantedRuntime } from './planted-runtime';

const functions = new PlantedFunctions();
const { runtime } = plantedRuntime();
const tooLarge = 'Response payload size exceeded maximum allowed payload size (6291556 bytes).';

afterAll(async () => {
  await runtime.close();
  functions.remove();
});

describe('a handler answers in every form that Lambda knows', () => {
  const forms = {
    'async function': 'exports.handler = async (event) => ({ ...event, seen: true });',
    'returned promise': 'exports.handler = (event) => Promise.resolve({ ...event, seen: true });',
    callback: 'exports.handler = (event, context, callback) => callback(null, { ...event, seen: true });',
    'late callback':
      'exports.handler = (event, context, callback) => { setImmediate(() => callback(null, { ...event, seen: true })); };',
    'context.succeed': 'exports.handler = (event, context) => { context.succeed({ ...event, seen: true }); };',
    'context.done': 'exports.handler = (event, context) => { context.done(null, { ...event, seen: true }); };',
    'esbuild exports':
      'var e = {}; Object.defineProperty(e, "handler", { get: () => async (event) => ({ ...event, seen: true }), enumerable: true }); module.exports = e;',
  };

  test.each(Object.entries(forms))('%s, twice in one instance', async (_, source) => {
    const target = functions.plant(source);
    for (const number of [1, 2]) {
      await expect(runtime.invoke(target, { number })).resolves.toEqual({
        outcome: 'returned',
        payload: { number, seen: true },
      });
    }
  });

  test('a module in a folder, with an export inside an export', async () => {
    const target = functions.plantFile('src/app.js', 'exports.triggers = { sign: async () => "here" };', {
      handler: 'src/app.triggers.sign',
    });
    await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'returned', payload: 'here' });
  });

  test('an ES module', async () => {
    const target = functions.plantFile('index.mjs', 'export const handler = async () => import.meta.dirname;');
    await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'returned', payload: target.directory });
  });
});

describe('what travels is JSON, in both directions', () => {
  test('a handler cannot change the payload of its caller, and gets no more than JSON holds', async () => {
    const payload = { list: [1], absent: undefined, date: new Date(0) };
    const target = functions.plant('exports.handler = async (event) => { event.list.push(2); return event; };');
    await expect(runtime.invoke(target, payload)).resolves.toEqual({
      outcome: 'returned',
      payload: { list: [1, 2], date: '1970-01-01T00:00:00.000Z' },
    });
    expect(payload.list).toEqual([1]);
  });

  test.each([
    ['nothing', 'exports.handler = async () => undefined;'],
    ['a function', 'exports.handler = async () => () => 1;'],
    ['the value of a function that is not async', 'exports.handler = (event) => event;'],
    ['a callback without a result', 'exports.handler = (event, context, callback) => { callback(); };'],
  ])('null comes back for %s', async (_, source) => {
    await expect(runtime.invoke(functions.plant(source), {})).resolves.toEqual({ outcome: 'returned', payload: null });
  });

  test('a result without a JSON form is a failure', async () => {
    const target = functions.plant('exports.handler = async () => { const a = {}; a.a = a; return a; };');
    await expect(runtime.invoke(target, {})).resolves.toEqual({
      outcome: 'failed',
      message: expect.stringContaining('circular'),
    });
  });
});

describe('a failure carries the message of the error', () => {
  test.each([
    ['thrown', 'exports.handler = () => { throw new TypeError("no such domain"); };'],
    ['rejected', 'exports.handler = async () => { throw new Error("no such domain"); };'],
    ['called back', 'exports.handler = (e, c, callback) => { callback(new Error("no such domain")); };'],
    ['called back as text', 'exports.handler = (e, c, callback) => { callback("no such domain"); };'],
    ['context.fail', 'exports.handler = (e, context) => { context.fail(new Error("no such domain")); };'],
    [
      'thrown later, outside the handler',
      'exports.handler = () => new Promise(() => { setImmediate(() => { throw new Error("no such domain"); }); });',
    ],
    [
      'an unhandled rejection',
      'exports.handler = () => new Promise(() => { Promise.reject(new Error("no such domain")); });',
    ],
  ])('%s', async (_, source) => {
    const target = functions.plant(source);
    const failed = { outcome: 'failed', message: 'no such domain' };
    await expect(runtime.invoke(target, {})).resolves.toEqual(failed);
    // The function is usable again after any of them.
    await expect(runtime.invoke(target, {})).resolves.toEqual(failed);
  });

  test.each([
    ['exit status 3', 'process.exit(3)', /^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 3$/],
    ['exit status 0', 'process.exit()', /^RequestId: [0-9a-f-]{36} Error: Runtime exited without providing a reason$/],
  ])('%s', async (_, statement, message) => {
    const target = functions.plant(`exports.handler = async () => { ${statement}; };`);
    await expect(runtime.invoke(target, {})).resolves.toEqual({
      outcome: 'failed',
      message: expect.stringMatching(message),
    });
  });

  test.each([
    ['an answer', 'exports.handler = async () => "x".repeat(7_000_000);'],
    ['an answer that is larger in bytes than in characters', 'exports.handler = async () => "あ".repeat(2_500_000);'],
    ['an error', 'exports.handler = async () => { throw new Error("x".repeat(10_000_000)); };'],
    [
      'an error outside the handler, which ends the instance',
      'exports.handler = () => new Promise(() => { setImmediate(() => { throw new Error("x".repeat(10_000_000)); }); });',
    ],
    [
      'an unhandled rejection',
      'exports.handler = () => new Promise(() => { Promise.reject(new Error("x".repeat(10_000_000))); });',
    ],
  ])('%s that is larger than Lambda allows', async (_, source) => {
    await expect(runtime.invoke(functions.plant(source), {})).resolves.toEqual({
      outcome: 'failed',
      message: tooLarge,
    });
  });

  test('more memory than the function has ends the instance, not this process', async () => {
    const target = functions.plant(
      'exports.handler = async () => { const all = []; for (;;) all.push(new Array(100000).fill(1.5)); };',
      { memoryMegabytes: 32 },
    );
    await expect(runtime.invoke(target, {})).resolves.toEqual({
      outcome: 'failed',
      message: expect.stringContaining('memory limit'),
    });
  });
});

describe('a bundle that cannot be loaded is named', () => {
  test.each([
    ['a module that throws', 'index.js', 'throw new Error("DEFAULT_GROUP is missing");', 'DEFAULT_GROUP is missing'],
    ['a missing dependency', 'index.js', 'require("not-in-the-bundle");', "Cannot find module 'not-in-the-bundle'"],
    ['a missing export', 'index.js', 'exports.main = () => 1;', 'index.handler is undefined or not exported'],
    ['a missing file', 'main.js', 'exports.handler = () => 1;', 'Cannot find module'],
    ['a syntax error', 'index.js', 'exports.handler = (', 'Unexpected end of input'],
  ])('%s', async (_, file, source, reason) => {
    const target = functions.plantFile(file, source);
    await expect(runtime.invoke(target, {})).resolves.toEqual({
      outcome: 'failed',
      message: expect.stringMatching(new RegExp(`^The bundle ${target.directory} could not be loaded: .*${reason}`)),
    });
  });

  test('without an error text that is larger than Lambda allows', async () => {
    const target = functions.plant('throw new Error("x".repeat(10_000_000));');
    await expect(runtime.invoke(target, {})).resolves.toEqual({
      outcome: 'failed',
      message: `The bundle ${target.directory} could not be loaded: ${tooLarge}`,
    });
  });

  test('so is an environment that no thread can have', async () => {
    const target = functions.plant('exports.handler = async () => 1;', { environment: { NODE_OPTIONS: '--bogus' } });
    await expect(runtime.invoke(target, {})).resolves.toEqual({
      outcome: 'failed',
      message: expect.stringContaining('NODE_OPTIONS'),
    });
  });
});

test('a function that Cognito may not invoke is not run', async () => {
  const target = functions.plant(
    `require("node:fs").writeFileSync(${JSON.stringify(functions.file('ran'))}, ""); exports.handler = () => 1;`,
    { invocable: false },
  );
  await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'denied' });
  expect(() => functions.read('ran')).toThrow('ENOENT');
});

test('the context tells what Lambda tells', async () => {
  const target = functions.plant(
    `exports.handler = async (event, context) =>
       ({ ...context, remaining: context.getRemainingTimeInMillis(), succeed: undefined });`,
    { memoryMegabytes: 256, timeoutSeconds: 4 },
  );
  const invocation = await runtime.invoke(target, {});
  expect(invocation).toEqual({
    outcome: 'returned',
    payload: {
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      callbackWaitsForEmptyEventLoop: true,
      functionName: target.arn.split(':').at(-1),
      functionVersion: '$LATEST',
      invokedFunctionArn: target.arn,
      memoryLimitInMB: '256',
      remaining: expect.any(Number),
    },
  });
  const { remaining } = (invocation as unknown as { payload: { remaining: number } }).payload;
  expect(remaining).toBeGreaterThan(0);
  expect(remaining).toBeLessThanOrEqual(4000);
});

describe('the environment', () => {
  beforeAll(() => {
    process.env['DEVELOPER_SECRET'] = 'of this machine';
  });
  afterAll(() => {
    delete process.env['DEVELOPER_SECRET'];
  });

  test('a function sees its own variables and nothing of the developer', async () => {
    const target = functions.plant('exports.handler = async () => process.env;', {
      environment: { DEFAULT_GROUP: 'users' },
    });
    const invocation = await runtime.invoke(target, {});
    const environment = (invocation as unknown as { payload: Record<string, string> }).payload;
    expect(environment).toMatchObject({
      DEFAULT_GROUP: 'users',
      AWS_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://127.0.0.1:9',
    });
    const foreign = Object.keys(environment).filter((name) => name in process.env && !name.startsWith('AWS_'));
    expect(foreign).toEqual([]);
  });

  test('a variable that a function sets stays with that function', async () => {
    const target = functions.plant('exports.handler = async () => { process.env.DEVELOPER_SECRET = "changed"; };');
    await runtime.invoke(target, {});
    expect(process.env['DEVELOPER_SECRET']).toBe('of this machine');
  });

  test('the loaders of this process do not reach into a function', async () => {
    const target = functions.plant('exports.handler = async () => process.execArgv;');
    await expect(runtime.invoke(target, {})).resolves.toEqual({ outcome: 'returned', payload: [] });
  });
});

test('every line that a function prints is in the log, with its name, before the answer is there', async () => {
  const own = plantedRuntime();
  const target = functions.plant(
    `exports.handler = async () => {
       console.log('first');
       console.error('to stderr');
       process.stdout.write('in ');
       process.stdout.write('parts\\nlast, without a line break');
       return null;
     };`,
  );
  const name = target.arn.split(':').at(-1) ?? '';
  await own.runtime.invoke(target, {});
  expect([...own.lines].sort()).toEqual([`${name}: first`, `${name}: in parts`, `${name}: to stderr`]);
  await own.runtime.close();
  expect(own.lines).toContain(`${name}: last, without a line break`);
});
