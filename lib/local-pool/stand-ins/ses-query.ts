import type { Randomness } from '../randomness';
import type { Inbox } from '../state/inbox';
import { sendEmail } from './email';
import { notSimulatedText } from './json-protocol';
import { membersOf, queryFailure, queryResult, readQuery, type QueryReply, type QueryService } from './query-protocol';

const required = ['Source', 'Message.Subject.Data'] as const;

/**
 * Answers a request to the first version of Amazon SES (AWS query protocol): SendEmail, which puts one message for each
 * recipient into the inbox, and for anything else an error that names it.
 * https://docs.aws.amazon.com/ses/latest/APIReference/API_SendEmail.html
 */
export function sesQuery(body: string, inbox: Inbox, randomness: Pick<Randomness, 'uuid'>): QueryReply {
  const service: QueryService = {
    namespace: 'http://ses.amazonaws.com/doc/2010-12-01/',
    requestId: () => randomness.uuid(),
  };
  const input = readQuery(body);
  const action = input.get('Action');
  if (action !== 'SendEmail') {
    const call = action === undefined ? 'An SES request without Action' : `ses.${action}`;
    return queryFailure(501, 'NotSimulatedException', notSimulatedText(call, simulated), service);
  }
  const missing = required.filter((name) => !input.has(name));
  if (missing.length > 0)
    return queryFailure(400, 'ValidationError', `Members must not be null: ${missing.join(', ')}`, service);
  const problem = sendEmail(
    {
      from: input.get('Source') ?? '',
      recipients: ['To', 'Cc', 'Bcc'].flatMap((kind) => membersOf(input, `Destination.${kind}Addresses`)),
      subject: input.get('Message.Subject.Data') ?? '',
      html: input.get('Message.Body.Html.Data'),
      text: input.get('Message.Body.Text.Data'),
    },
    inbox,
  );
  if (problem !== undefined) return queryFailure(400, 'InvalidParameterValue', problem, service);
  return queryResult('SendEmail', { MessageId: randomness.uuid() }, service);
}

const simulated = 'SendEmail is';
