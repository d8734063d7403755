import { LimitExceededException } from '../wire/exceptions';

/** How many of a thing a pool may have (developer guide, "Quotas in Amazon Cognito"); pools are counted by account. */
const quotas = {
  pools: 1000,
  clients: 1000,
  groups: 10_000,
  'resource servers': 25,
  'identity providers': 300,
  'client secrets': 2,
} as const;

/** @throws LimitExceededException when there are as many as there may be. */
export function requireFreeCapacity(thing: keyof typeof quotas, present: number): void {
  if (present >= quotas[thing])
    throw new LimitExceededException(`The limit of ${quotas[thing]} ${thing} has been reached.`);
}
