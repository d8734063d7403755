import type { ClientSecretDescriptorType } from '@aws-sdk/client-cognito-identity-provider';
import type { ClientSecret } from '../state/client-store';
import { wireTime, type Wire } from '../wire/response';

/** A secret as it is listed: which one and since when, never its value. */
export function describeClientSecret({ id, created }: Omit<ClientSecret, 'value'>): Wire<ClientSecretDescriptorType> {
  return { ClientSecretId: id, ClientSecretCreateDate: wireTime(created) };
}
