import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { delivered } from '../delivery-error';
import type { TextMessage } from './decide';

/** Sends a text message to a user. @throws DeliveryError */
export type SendTextMessage = (message: TextMessage, userName: string) => Promise<void>;

/** Sends through SNS. Region, credentials and endpoint come from the environment of the function. */
export function textMessageSender(): SendTextMessage {
  const client = new SNSClient({ maxAttempts: 2 });
  // Codes go before advertising when lines are busy (SNS developer guide, "Publishing to a mobile phone").
  const transactional = { 'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' } };
  return ({ to, text }, userName) =>
    delivered(
      client.send(new PublishCommand({ PhoneNumber: to, Message: text, MessageAttributes: transactional })),
      userName,
    );
}
