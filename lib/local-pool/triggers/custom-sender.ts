import type { CustomSender, PoolSettings } from '../settings/pool-settings';
import type { KmsKeys } from '../stand-ins/kms-key';
import type { MessageKind } from '../state/inbox';
import { encryptCode } from './encrypt-code';
import { triggerEvent } from './invoke';
import { sentAlong, type Metadata, type TriggerCaller, type TriggerUser } from './trigger-caller';

export interface CustomSenderEvent extends TriggerUser {
  readonly kind: MessageKind;
  /** In the clear: the code, or the temporary password of an invitation. */
  readonly code: string;
  readonly clientMetadata?: Metadata | undefined;
}

/** On whose behalf, with the key that the function asks KMS to decrypt with. */
export interface SenderCaller extends TriggerCaller {
  readonly pool: TriggerCaller['pool'] & {
    readonly settings: Pick<PoolSettings, 'senderKey'>;
    readonly kmsKeys: KmsKeys;
    readonly log: (line: string) => void;
  };
}

const requestTypes = {
  CustomEmailSender: 'customEmailSenderRequestV1',
  CustomSMSSender: 'customSMSSenderRequestV1',
} as const;

/**
 * Hands a message over to the pool's own sender. Its result is ignored and nobody waits for it: whatever becomes of it,
 * the request is answered as if the message were sent. A failure is logged, without the code
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html).
 * @returns resolves when the function has ended; never rejects.
 */
export async function customSender(
  caller: SenderCaller,
  trigger: CustomSender,
  event: CustomSenderEvent,
): Promise<void> {
  const failure = await failureOf(invoke(caller, trigger, event));
  if (failure === undefined) return;
  const shown = [event.code, secretOf(event)].reduce((text, secret) => text.replaceAll(secret, '(code)'), failure);
  caller.pool.log(`${trigger}_${event.kind} was not handled: ${shown}`);
}

async function invoke(
  { pool, clientId }: SenderCaller,
  trigger: CustomSender,
  event: CustomSenderEvent,
): Promise<string | undefined> {
  const target = pool.settings.triggers[trigger];
  const { senderKey } = pool.settings;
  // The settings have both or neither.
  if (target === undefined || senderKey === undefined) return `the pool has no ${trigger} with a key`;
  const { username, attributes, kind } = event;
  const clientMetadata = sentAlong(event.clientMetadata) ?? null;
  const code = await encryptCode(secretOf(event), pool.id, pool.kmsKeys.add(senderKey));
  const request = { type: requestTypes[trigger], code, clientMetadata, userAttributes: attributes };
  const payload = triggerEvent(
    { pool, clientId },
    { trigger, source: `${trigger}_${kind}`, username, request, response: {} },
  );
  const invocation = await pool.lambda.invoke(target, payload, 'Event');
  switch (invocation.outcome) {
    case 'returned':
      return undefined;
    case 'failed':
      return invocation.message;
    case 'timed-out':
      return 'it took too long';
    case 'denied':
      return 'no Lambda permission lets Cognito invoke it for this pool';
  }
}

/** Temporary passwords come with HTML's reserved characters escaped; codes have none of them. */
function secretOf({ kind, code }: CustomSenderEvent): string {
  return kind === 'AdminCreateUser' ? escapeHtml(code) : code;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

async function failureOf(work: Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await work;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
