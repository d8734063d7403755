import { lowercaseAlphanumerics, type Randomness } from '../randomness';
import { InvalidParameterException, ResourceNotFoundException } from '../wire/exceptions';

/** What somebody says of a domain, by a request or in a template; nothing answers there yet. */
export interface DomainSettings {
  /** A prefix, or the whole name of a custom domain. */
  readonly name: string;
  /** undefined: a prefix of the service's own domain. */
  readonly custom: CustomDomain | undefined;
  /** 1: the classic pages; 2: managed login. */
  readonly managedLoginVersion: number;
}

export interface CustomDomain {
  /** undefined: known only after deployment. */
  readonly certificateArn: string | undefined;
  readonly securityPolicy: string | undefined;
}

/** The domain of a pool. */
export interface Domain extends DomainSettings {
  readonly poolId: string;
  readonly region: string;
  /** The name of the distribution behind it, which a custom domain would point at. */
  readonly distribution: string;
}

/** Words that no prefix has between its hyphens (developer guide, "Configuring a user pool domain"; measured 2026-09). */
const reservedWords = ['cognito', 'aws', 'amazon'];

/** Why the service would not take that name for a domain, in its words; undefined where it would. */
export function domainNameProblem({ name, custom }: DomainSettings): string | undefined {
  if (custom !== undefined)
    return name.split('.').length > 2
      ? undefined
      : 'Custom domain is not a valid subdomain: Was not able to resolve a DNS A record for the parent domain or domain ' +
          'parent is a top-level domain.';
  if (name.includes('.'))
    return (
      'The domain name contains an invalid character. Domain names can only contain lower-case letters, numbers, and ' +
      'hyphens. Please enter a different name that follows this format: ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$'
    );
  const reserved = name.split('-').find((word) => reservedWords.includes(word));
  return reserved === undefined ? undefined : `Domain cannot contain reserved word: ${reserved}`;
}

/** The domains of all pools: a name belongs to one pool of a Region, and a pool has one of each kind. */
export class Domains {
  readonly #domains = new Map<string, Domain>();

  /** That of the Region, else of any: like pools, domains are found from everywhere. */
  find(region: string, name: string): Domain | undefined {
    const all = [...this.#domains.values()];
    return this.#domains.get(keyOf({ region, name })) ?? all.find((domain) => domain.name === name);
  }

  ofPool(poolId: string): readonly Domain[] {
    return [...this.#domains.values()].filter((domain) => domain.poolId === poolId);
  }

  /** @throws InvalidParameterException when the name is taken, or the pool has a domain of that kind. */
  add(settings: DomainSettings, pool: Pick<Domain, 'poolId' | 'region'>, randomness: Randomness): Domain {
    const distribution = `${randomness.text(14, lowercaseAlphanumerics)}.cloudfront.net`;
    const domain = { ...settings, ...pool, distribution };
    const holder = this.#domains.get(keyOf(domain));
    if (holder !== undefined)
      throw new InvalidParameterException(
        holder.poolId === domain.poolId
          ? 'Domain already exists.'
          : 'Domain already associated with another user pool.',
      );
    if (this.ofPool(domain.poolId).some((other) => isCustom(other) === isCustom(domain)))
      throw new InvalidParameterException('User pool already has a domain configured.');
    this.#domains.set(keyOf(domain), domain);
    return domain;
  }

  replace(domain: Domain): void {
    this.#domains.set(keyOf(domain), domain);
  }

  /** @throws ResourceNotFoundException when the pool has no such domain. */
  require(name: string, poolId: string): Domain {
    const domain = this.ofPool(poolId).find((candidate) => candidate.name === name);
    if (domain !== undefined) return domain;
    throw new ResourceNotFoundException('No such domain or user pool exists.');
  }

  remove(domain: Domain): void {
    this.#domains.delete(keyOf(domain));
  }
}

function isCustom({ custom }: DomainSettings): boolean {
  return custom !== undefined;
}

/** Prefixes are unique in a Region (developer guide, "Configuring a user pool domain"). */
function keyOf({ region, name }: Pick<Domain, 'region' | 'name'>): string {
  return `${region}/${name}`;
}
