import { AsyncLocalStorage } from 'node:async_hooks';
import { Socket } from 'node:net';
import NodeEnvironment from 'jest-environment-node';

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
const { connect } = Socket.prototype;
const { run } = AsyncLocalStorage.prototype;
const storages = new Set<AsyncLocalStorage<unknown>>();

/*
 * Both are put in place once for all test files of a worker, and outside of their module registries: a function of a
 * test file's own, left behind in a module of Node, would keep everything in memory that the file has loaded.
 */
Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const [options] = args.flat();
  const host =
    typeof options === 'object' && options !== null && 'host' in options ? String(options.host) : 'localhost';
  if (!loopback.test(host)) throw new Error(`A test may connect to loopback only, and this one would to ${host}.`);
  return Reflect.apply(connect, this, args) as Socket;
};
AsyncLocalStorage.prototype.run = function (this: AsyncLocalStorage<unknown>, ...args: unknown[]): unknown {
  storages.add(this);
  return Reflect.apply(run, this, args);
} as typeof run;

/** Where every test file runs: whatever a test does, it reaches this machine and no other. */
export default class LoopbackEnvironment extends NodeEnvironment {
  override async teardown(): Promise<void> {
    await super.teardown();
    // Each test file has a storage of jest-circus, and every promise of the files after it would pass through it.
    for (const storage of storages) storage.disable();
    storages.clear();
  }
}
