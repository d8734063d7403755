import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ServerMessage, ServerQuestion, ServerReady, ServerSetup } from './measured-server';
import type { Assignment, ClientMessage, Spent } from './sign-in-work';

/** A local pool in a process of its own. */
export interface MeasuredServer extends ServerReady {
  readonly users: number;
  ask(question: ServerQuestion): Promise<number>;
  stop(): Promise<void>;
}

/** @throws Error when it does not come up */
export async function startServer(
  script: string,
  setup: ServerSetup,
  execArgv: readonly string[] = [],
): Promise<MeasuredServer> {
  const child = fork(script, [JSON.stringify(setup)], { execArgv: ['--expose-gc', ...execArgv] });
  const first = await nextMessage<ServerMessage>(child);
  if (first.kind !== 'ready')
    throw new Error(`the server did not start: ${first.kind === 'failed' ? first.message : first.kind}`);
  return {
    ...first.ready,
    users: setup.users,
    async ask(question) {
      child.send(question);
      const answer = await nextMessage<ServerMessage>(child);
      if (answer.kind !== question) throw new TypeError(`the server answered ${answer.kind} to ${question}`);
      return answer.value;
    },
    stop: () => stop(child),
  };
}

/** The process of the clients. */
export interface MeasuringClients {
  perform(assignment: Assignment): Promise<Spent>;
  stop(): Promise<void>;
}

export function startClients(script: string): MeasuringClients {
  const child = fork(script, [], { execArgv: [] });
  return {
    async perform(assignment) {
      child.send(assignment);
      const message = await nextMessage<ClientMessage>(child);
      if (message.kind === 'failed') throw new Error(message.message);
      return message.spent;
    },
    stop: () => stop(child),
  };
}

/** @throws Error when the process ends instead */
async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const ended = new AbortController();
  const end = (code: number | null): void =>
    ended.abort(new Error(`process ${String(child.pid)} ended with ${String(code)}`));
  child.once('exit', end);
  try {
    const [message] = (await once(child, 'message', { signal: ended.signal })) as [Message];
    return message;
  } catch (error) {
    throw ended.signal.aborted ? ended.signal.reason : error;
  } finally {
    child.off('exit', end);
  }
}

/** It ends when nobody is there to ask it. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}
