import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the legacy service was asked. */
export interface Question {
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A legacy service on loopback, whose answer a test can change. */
export interface LegacyService {
  readonly endpoint: string;
  readonly questions: readonly Question[];
  /** Forgets the questions, and sets the answer to the next ones; a service that never answers leaves `response` alone. */
  answerWith(answer: (question: Question, response: ServerResponse) => void): void;
  close(): Promise<void>;
}

export async function startLegacyService(): Promise<LegacyService> {
  const questions: Question[] = [];
  let answer = (_question: Question, response: ServerResponse): void => void response.writeHead(404).end();
  const server = createServer((request: IncomingMessage, response) => {
    void text(request).then((body) => {
      const question = {
        authorization: request.headers.authorization,
        body: JSON.parse(body) as Readonly<Record<string, unknown>>,
      };
      questions.push(question);
      answer(question, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/users`,
    questions,
    answerWith(next) {
      answer = next;
      questions.length = 0;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A service that knows one account, by its password or by a look-up. */
export function knows(account: {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly legacyId: string;
}) {
  return ({ body }: Question, response: ServerResponse): void => {
    if (String(body['username']).toLowerCase() !== account.email) return void response.writeHead(404).end();
    if (body['lookup'] !== true && body['password'] !== account.password) return void response.writeHead(401).end();
    const { email, name, legacyId } = account;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ email, name, legacyId }));
  };
}
