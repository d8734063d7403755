// @ts-check
'use strict';
/**
 * One instance of a Lambda function, in a worker thread: loads the bundle, then answers one event after the other. It is
 * plain JavaScript because no transpiler runs in a worker. It does what the Node.js runtime of Lambda does
 * (https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html).
 */
const { existsSync } = require('node:fs');
const { constants } = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { types } = require('node:util');
const { parentPort, workerData } = require('node:worker_threads');

/** @typedef {import('./instance-protocol').InstanceSetup} InstanceSetup */
/** @typedef {import('./instance-protocol').InstanceRequest} InstanceRequest */
/** @typedef {import('./instance-protocol').InstanceReply} InstanceReply */
/** @typedef {(event: unknown, context: object, callback: (error?: unknown, result?: unknown) => void) => unknown} Handler */

if (parentPort === null) throw new Error('lambda-instance.js is started by WorkerRuntime, as a worker thread.');
const port = parentPort;
const setup = /** @type {InstanceSetup} */ (workerData);
// Taken before the bundle can replace them.
const outputs = [process.stdout, process.stderr].map((stream) => stream.write.bind(stream));

/** @type {Readonly<Record<string, number>>} */
const signals = constants.signals;
const kill = process.kill.bind(process);
// On Lambda the process is the function's own; here a signal to it ends the instance, with the exit status of a shell.
process.kill = (pid, signal = 'SIGTERM') => {
  const number = typeof signal === 'number' ? signal : signals[signal];
  if ((pid === process.pid || pid === 0) && number !== undefined && number > 0) process.exit(128 + number);
  return kill(pid, signal);
};

/** @returns {Promise<Handler>} */
async function loadHandler() {
  const base = path.basename(setup.handler);
  const [module = '', ...exportPath] = base.split('.');
  const stem = path.join(setup.directory, path.dirname(setup.handler), module);
  const file = ['.js', '.mjs', '.cjs'].map((extension) => stem + extension).find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`Cannot find module '${stem}'`);
  const namespace = await import(pathToFileURL(file).href);
  // The exports of a CommonJS module are the default of its namespace.
  for (const exports of [namespace, namespace.default]) {
    const found = exportPath.reduce((value, key) => value?.[key], exports);
    if (typeof found === 'function') return found;
  }
  throw new Error(`${base} is undefined or not exported`);
}

/**
 * @param {Handler} handler
 * @param {InstanceRequest} request
 * @returns {Promise<InstanceReply>}
 */
function run(handler, { requestId, event }) {
  const deadline = performance.now() + setup.timeoutSeconds * 1000;
  return new Promise((resolve) => {
    // A handler that returned no promise and has nothing left to do can no longer call back: Lambda answers null then.
    const giveUp = () => succeed(null);
    /** @param {InstanceReply} reply */
    const settle = (reply) => {
      process.off('beforeExit', giveUp);
      port.ref();
      resolve(reply);
    };
    /** @param {unknown} error */
    const fail = (error) => settle({ kind: 'failed', message: messageOf(error) });
    /** @param {unknown} result */
    const succeed = (result) => {
      try {
        settle({ kind: 'returned', result: JSON.stringify(result) ?? 'null' });
      } catch (error) {
        fail(error);
      }
    };
    /** @type {(error?: unknown, result?: unknown) => void} */
    const done = (error, result) => {
      if (error === undefined || error === null) succeed(result);
      else fail(error);
    };
    const context = {
      awsRequestId: requestId,
      callbackWaitsForEmptyEventLoop: true,
      functionName: setup.functionName,
      functionVersion: '$LATEST',
      getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
      invokedFunctionArn: setup.functionArn,
      memoryLimitInMB: String(setup.memoryMegabytes),
      succeed,
      fail,
      done,
    };
    process.once('beforeExit', giveUp);
    port.unref();
    try {
      const result = handler(JSON.parse(event), context, done);
      if (isThenable(result)) {
        port.ref();
        result.then(succeed, fail);
      }
    } catch (error) {
      fail(error);
    }
  });
}

/** @param {unknown} error */
function messageOf(error) {
  return types.isNativeError(error) ? error.message : String(error);
}

/**
 * @param {unknown} value
 * @returns {value is PromiseLike<unknown>}
 */
function isThenable(value) {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/**
 * Resolves when what the handler has printed has arrived, so that its log lines come before its answer.
 * @returns {Promise<unknown>}
 */
function flush() {
  return Promise.all(outputs.map((write) => new Promise((resolve) => write('', resolve))));
}

/** @param {InstanceReply} reply */
async function answer(reply) {
  await flush();
  port.postMessage(reply);
}

loadHandler().then(
  (handler) => port.on('message', (request) => void run(handler, request).then(answer)),
  (error) => answer({ kind: 'load-failed', message: messageOf(error) }),
);
