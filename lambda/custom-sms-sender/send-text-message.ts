import { PublishCommand, SNSClient, type MessageAttributeValue } from '@aws-sdk/client-sns';
import { delivered } from '../delivery-error';
import type { TextMessage } from './decide';
import type { Settings } from './environment';

/** Sends a text message to a user. @throws DeliveryError */
export type SendTextMessage = (message: TextMessage, userName: string) => Promise<void>;

/** Sends through SNS. Credentials and endpoint come from the environment of the function. */
export function textMessageSender({ region, senderId }: Pick<Settings, 'region' | 'senderId'>): SendTextMessage {
  const client = new SNSClient({ region, maxAttempts: 2 });
  const MessageAttributes = {
    // Codes go before advertising when lines are busy (SNS developer guide, "Publishing to a mobile phone").
    'AWS.SNS.SMS.SMSType': text('Transactional'),
    ...(senderId !== undefined && { 'AWS.SNS.SMS.SenderID': text(senderId) }),
  };
  return ({ to, text: Message }, userName) =>
    delivered(client.send(new PublishCommand({ PhoneNumber: to, Message, MessageAttributes })), userName);
}

function text(value: string): MessageAttributeValue {
  return { DataType: 'String', StringValue: value };
}
