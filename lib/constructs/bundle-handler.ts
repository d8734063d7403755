import { buildSync } from 'esbuild';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { bundleOptions } from './bundle-options';

const lambda = join(__dirname, '..', '..', 'lambda');

type Bundles = ReadonlyMap<string, Uint8Array>;

/** What the handlers below lambda/ were bundled to, by their files. */
let bundles: Bundles | undefined;
/** Where they come from, once a thread has begun with them. */
let underWay: { readonly done: Int32Array; readonly port: MessagePort } | undefined;

/** Bundles the handler in `entry` into `outfile`; esbuild prints what is wrong with a handler and throws. */
export function bundleHandler(entry: string, outfile: string): void {
  bundles ??= awaitBundles() ?? bundleEvery(handlers());
  const bundle = bundles.get(entry) ?? bundleEvery([entry]).get(entry);
  if (bundle === undefined) throw new TypeError(`esbuild made no bundle of ${entry}`);
  writeFileSync(outfile, bundle);
}

/** Begins with the handlers in another thread, so that they are there when the first one is asked for. */
export function beginBundling(): void {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const entries = handlers();
  const options = { ...optionsFor(entries), logLevel: 'silent' };
  const workerData = { esbuild: require.resolve('esbuild'), options, done, port: port2 };
  new Worker(inThread, { eval: true, workerData, transferList: [port2] }).unref();
  port1.unref();
  underWay = { done, port: port1 };
}

/** JavaScript, as the thread has no transpiler. What fails is left to whoever waits: it comes to the same error. */
const inThread = `
const { workerData } = require('node:worker_threads');
const { esbuild, options, done, port } = workerData;
try {
  const { outputFiles } = require(esbuild).buildSync(options);
  port.postMessage(outputFiles.map(({ path, contents }) => ({ path, contents })));
} catch {
  port.postMessage([]);
}
Atomics.store(done, 0, 1);
Atomics.notify(done, 0);
`;

/** undefined: nobody has begun, or esbuild had something against a handler. */
function awaitBundles(): Bundles | undefined {
  if (underWay === undefined) return undefined;
  const { done, port } = underWay;
  Atomics.wait(done, 0, 0);
  const received = receiveMessageOnPort(port) as { readonly message: readonly OutputFile[] } | undefined;
  port.close();
  underWay = undefined;
  const made = received?.message ?? [];
  return made.length === 0 ? undefined : byEntry(handlers(), made);
}

/** All of them in one run: to start esbuild takes longer than to bundle one more. */
function bundleEvery(entries: readonly string[]): Bundles {
  return byEntry(entries, buildSync(optionsFor(entries)).outputFiles);
}

function optionsFor(entries: readonly string[]) {
  const named = entries.map((entry, index) => ({ in: entry, out: String(index) }));
  return { ...bundleOptions(named), outdir: lambda, write: false as const };
}

interface OutputFile {
  readonly path: string;
  readonly contents: Uint8Array;
}

function byEntry(entries: readonly string[], outputFiles: readonly OutputFile[]): Bundles {
  const files = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  return new Map(
    entries.flatMap((entry, index) => {
      const contents = files.get(join(lambda, `${index}.js`));
      return contents === undefined ? [] : [[entry, contents]];
    }),
  );
}

/** With the AWS Encryption SDK they take as long as all others together, and few environments have them. */
const whenAsked = ['custom-email-sender', 'custom-sms-sender'];

function handlers(): readonly string[] {
  return readdirSync(lambda)
    .filter((folder) => !whenAsked.includes(folder))
    .map((folder) => join(lambda, folder, 'handler.ts'))
    .filter((file) => existsSync(file));
}
