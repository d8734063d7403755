import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { Wire } from '../wire/response';
import { maskEmail } from './mask-destination';

/** Where a code went, in the words of the wire. */
export type CodeDelivery = Wire<CodeDeliveryDetailsType>;

export function emailDelivery(address: string): CodeDelivery {
  return { Destination: maskEmail(address), DeliveryMedium: 'EMAIL', AttributeName: 'email' };
}
