import type { Randomness } from '../randomness';
import type { Inbox } from '../state/inbox';
import { notSimulatedText } from './json-protocol';
import {
  queryFailure,
  queryResult,
  readQuery,
  type QueryInput,
  type QueryReply,
  type QueryService,
} from './query-protocol';

/** E.164 as SNS takes it (API reference, Publish: PhoneNumber). */
const phoneNumber = /^\+[1-9]\d{1,14}$/;
const longestMessage = 1600;
const senderIdAttribute = 'AWS.SNS.SMS.SenderID';

/**
 * Answers a request to Amazon SNS (AWS query protocol): Publish to a phone number, which puts the text message into the
 * inbox, and for anything else an error that names it.
 * https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function sns(body: string, inbox: Inbox, randomness: Pick<Randomness, 'uuid'>): QueryReply {
  const service: QueryService = {
    namespace: 'https://sns.amazonaws.com/doc/2010-03-31/',
    requestId: () => randomness.uuid(),
  };
  const input = readQuery(body);
  const left = leftOut(input);
  if (left !== undefined)
    return queryFailure(501, 'NotSimulatedException', notSimulatedText(left, 'Publish with PhoneNumber is'), service);
  const to = input.get('PhoneNumber') ?? '';
  const message = input.get('Message') ?? '';
  const problem = problemWith(to, message);
  if (problem !== undefined) return queryFailure(400, 'InvalidParameter', `Invalid parameter: ${problem}`, service);
  inbox.deliver({ kind: 'Sent', medium: 'SMS', from: senderIdIn(input), to, subject: '', body: message });
  return queryResult('Publish', { MessageId: randomness.uuid() }, service);
}

function leftOut(input: QueryInput): string | undefined {
  const action = input.get('Action');
  if (action !== 'Publish') return action === undefined ? 'An SNS request without Action' : `sns.${action}`;
  const other = ['TopicArn', 'TargetArn'].find((name) => input.has(name));
  return other === undefined ? undefined : `sns.Publish with ${other}`;
}

function problemWith(to: string, message: string): string | undefined {
  if (!phoneNumber.test(to)) return 'PhoneNumber Reason: not a phone number in E.164 form';
  if (message === '') return 'Empty message';
  return message.length > longestMessage ? 'Message Reason: text message too long' : undefined;
}

/** What the phone shows as the sender; SNS chooses a number where the request names none. */
function senderIdIn(input: QueryInput): string {
  const [name] = [...input].find(([key, value]) => key.endsWith('.Name') && value === senderIdAttribute) ?? [''];
  return input.get(`${name.replace(/Name$/, '')}Value.StringValue`) ?? '';
}
