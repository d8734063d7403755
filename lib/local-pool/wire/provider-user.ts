import { providerName } from './identity-provider-members';
import * as member from './members';
import { structure, type Input } from './shape';

const members = {
  ProviderAttributeName: member.text,
  ProviderAttributeValue: member.text,
  ProviderName: providerName,
} as const;

/** A user as an identity provider knows it (ProviderUserIdentifierType). */
export const providerUser = structure(members);

export type ProviderUser = Input<typeof members>;
