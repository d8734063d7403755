import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import type { Wire } from '../wire/response';
import { attributeOf, type Destination } from './destination';
import { maskDestination } from './mask-destination';

/** Where a code went, in the words of the wire. */
export type CodeDelivery = Wire<CodeDeliveryDetailsType>;

export function codeDelivery(to: Destination): CodeDelivery {
  return { Destination: maskDestination(to), DeliveryMedium: to.medium, AttributeName: attributeOf(to) };
}
