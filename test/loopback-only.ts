import { Socket } from 'node:net';

/** Put in front of every test file (setupFiles): whatever a test runs, it reaches this machine and no other. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
const connect = Reflect.get(Socket.prototype, 'connect');

Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const [options] = args.flat();
  const host =
    typeof options === 'object' && options !== null && 'host' in options ? String(options.host) : 'localhost';
  if (!loopback.test(host)) throw new Error(`A test may connect to loopback only, and this one would to ${host}.`);
  return Reflect.apply(connect, this, args) as Socket;
};
