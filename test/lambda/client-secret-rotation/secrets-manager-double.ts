import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What Secrets Manager refuses, with the type that its SDK makes an exception of. */
export class Refusal extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

interface Version {
  readonly value: string | undefined;
  readonly labels: readonly string[];
}

/**
 * One secret of Secrets Manager with its versions and staging labels, as its API reference describes them (RotateSecret,
 * DescribeSecret, GetSecretValue, PutSecretValue, UpdateSecretVersionStage, quotas).
 */
export class SecretDouble {
  readonly #versions = new Map<string, Version>();
  readonly #firstValueIsCurrent: boolean;

  /**
   * @param first the value it has from the beginning, of a version `first`; a secret can be made without any
   * @param firstValueIsCurrent whether PutSecretValue labels the first value of a secret AWSCURRENT of its own accord,
   * also where a version without a value was there before: the reference can be read either way
   */
  constructor({ first, firstValueIsCurrent = true }: { first?: string; firstValueIsCurrent?: boolean } = {}) {
    this.#firstValueIsCurrent = firstValueIsCurrent;
    if (first !== undefined) this.#versions.set('first', { value: first, labels: ['AWSCURRENT'] });
  }

  /** RotateSecret: labels a version without a value, before the function is called for the first time. */
  rotate(token: string): void {
    const pending = this.#withLabel('AWSPENDING');
    if (pending !== undefined && pending !== this.#withLabel('AWSCURRENT'))
      throw new Refusal('InvalidRequestException', 'A previous rotation isn’t complete.');
    this.#versions.set(token, { value: undefined, labels: [] });
    this.#move('AWSPENDING', token);
  }

  /** Versions without a label are deprecated: they are not told, and may be gone at any time. */
  describe(): Readonly<Record<string, readonly string[]>> {
    const labelled = [...this.#versions].filter(([, { labels }]) => labels.length > 0);
    return Object.fromEntries(labelled.map(([id, { labels }]) => [id, labels]));
  }

  /** @throws Refusal for a version without a value too */
  value({ version, stage = 'AWSCURRENT' }: { readonly version?: string; readonly stage?: string } = {}): string {
    const id = version ?? this.#withLabel(stage);
    const { value, labels } = this.#versions.get(id ?? '') ?? { value: undefined, labels: [] };
    if (value === undefined || labels.length === 0)
      throw new Refusal(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret value for ${id}.`,
      );
    return value;
  }

  put(token: string, value: string, stages: readonly string[]): void {
    const before = this.#versions.get(token);
    if (before?.value !== undefined && before.value !== value)
      throw new Refusal('ResourceExistsException', 'The token is in use for another value.');
    if (before?.value === value) return;
    const isFirst = [...this.#versions.values()].every((version) => version.value === undefined);
    this.#versions.set(token, { value, labels: before?.labels ?? [] });
    for (const stage of stages) this.#move(stage, token);
    if (isFirst && this.#firstValueIsCurrent) this.#move('AWSCURRENT', token);
  }

  updateStage(stage: string, moveTo: string | undefined, removeFrom: string | undefined): void {
    const holder = this.#withLabel(stage);
    if (removeFrom !== undefined && removeFrom !== holder)
      throw new Refusal('InvalidParameterException', `${stage} is not attached to ${removeFrom}.`);
    if (moveTo === undefined) {
      this.#take(stage);
      return;
    }
    if (!this.#versions.has(moveTo)) throw new Refusal('ResourceNotFoundException', `There is no version ${moveTo}.`);
    if (holder !== undefined && holder !== moveTo && removeFrom === undefined)
      throw new Refusal('InvalidParameterException', `${stage} is attached to another version: name it.`);
    this.#move(stage, moveTo);
  }

  #withLabel(label: string): string | undefined {
    return [...this.#versions].find(([, { labels }]) => labels.includes(label))?.[0];
  }

  #take(label: string): void {
    for (const [id, { value, labels }] of this.#versions)
      this.#versions.set(id, { value, labels: labels.filter((each) => each !== label) });
  }

  #move(label: string, to: string): void {
    const from = this.#withLabel(label);
    if (from === to) return;
    if (label === 'AWSCURRENT' && from !== undefined) this.#move('AWSPREVIOUS', from);
    this.#take(label);
    const { value, labels } = this.#versions.get(to) ?? { value: undefined, labels: [] };
    this.#versions.set(to, { value, labels: [...labels, label] });
    if (Object.values(this.describe()).flat().length > 20)
      throw new Refusal('LimitExceededException', 'There are more than 20 staging labels.');
  }
}

export const secretArn =
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:userpool/dev/clients/backend/secret-AbCdEf';

export interface SecretsManagerDouble {
  readonly url: string;
  /** The operations that were called, oldest first. */
  readonly called: readonly string[];
  /** Puts another secret under the same ARN, and forgets the calls. */
  hold(secret: SecretDouble): void;
  close(): Promise<void>;
}

/** Secrets Manager with one secret, on loopback, for a client that speaks AWS JSON 1.1. */
export async function secretsManagerDouble(): Promise<SecretsManagerDouble> {
  let secret = new SecretDouble();
  const called: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const operation = String(request.headers['x-amz-target']).replace('secretsmanager.', '');
      called.push(operation);
      const { status, answer } = answerTo(secret, operation, JSON.parse(body) as Request);
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    called,
    hold(held) {
      secret = held;
      called.length = 0;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The members of the five operations. */
interface Request {
  readonly SecretId: string;
  readonly VersionId?: string;
  readonly VersionStage?: string;
  readonly ClientRequestToken?: string;
  readonly SecretString?: string;
  readonly VersionStages?: readonly string[];
  readonly MoveToVersionId?: string;
  readonly RemoveFromVersionId?: string;
}

function answerTo(secret: SecretDouble, operation: string, request: Request) {
  try {
    if (request.SecretId !== secretArn) throw new Refusal('ResourceNotFoundException', 'There is no such secret.');
    return { status: 200, answer: { ARN: secretArn, ...resultOf(secret, operation, request) } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 400, answer: { __type: error.type, message: error.message } };
  }
}

function resultOf(secret: SecretDouble, operation: string, request: Request): object {
  const { VersionId: version, VersionStage: stage, ClientRequestToken = '', SecretString = '' } = request;
  switch (operation) {
    case 'DescribeSecret':
      return { VersionIdsToStages: secret.describe() };
    case 'GetSecretValue':
      return { SecretString: secret.value({ ...(version && { version }), ...(stage && { stage }) }) };
    case 'PutSecretValue':
      secret.put(ClientRequestToken, SecretString, request.VersionStages ?? ['AWSCURRENT']);
      return { VersionId: ClientRequestToken };
    case 'UpdateSecretVersionStage':
      secret.updateStage(stage ?? '', request.MoveToVersionId, request.RemoveFromVersionId);
      return {};
    default:
      throw new Refusal('InvalidRequestException', `The double has no ${operation}.`);
  }
}
