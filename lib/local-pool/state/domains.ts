import { InvalidParameterException, ResourceNotFoundException } from '../wire/exceptions';

/** The domain of a pool; nothing answers there yet. A certificate makes it a custom one. */
export interface Domain {
  readonly name: string;
  readonly poolId: string;
  readonly certificateArn: string | undefined;
  readonly managedLoginVersion: number;
  /** The name of the distribution that a custom domain would point at. */
  readonly distribution: string | undefined;
}

/** The domains of all pools: a name belongs to one pool, and a pool has one of each kind. */
export class Domains {
  readonly #domains = new Map<string, Domain>();

  get(name: string): Domain | undefined {
    return this.#domains.get(name);
  }

  ofPool(poolId: string): readonly Domain[] {
    return [...this.#domains.values()].filter((domain) => domain.poolId === poolId);
  }

  /** @throws InvalidParameterException when the name is taken, or the pool has a domain of that kind. */
  add(domain: Domain): void {
    const holder = this.#domains.get(domain.name);
    if (holder !== undefined)
      throw new InvalidParameterException(
        holder.poolId === domain.poolId
          ? 'Domain already exists.'
          : 'Domain already associated with another user pool.',
      );
    const isCustom = domain.certificateArn !== undefined;
    if (this.ofPool(domain.poolId).some(({ certificateArn }) => (certificateArn !== undefined) === isCustom))
      throw new InvalidParameterException('User pool already has a domain configured.');
    this.#domains.set(domain.name, domain);
  }

  replace(domain: Domain): void {
    this.#domains.set(domain.name, domain);
  }

  /** @throws ResourceNotFoundException when the pool has no such domain. */
  require(name: string, poolId: string): Domain {
    const domain = this.#domains.get(name);
    if (domain?.poolId === poolId) return domain;
    throw new ResourceNotFoundException('No such domain or user pool exists.');
  }

  remove(name: string): void {
    this.#domains.delete(name);
  }
}
