import type { StackArtifact } from '../../template/assembly';
import type { RawObject, Reference } from '../../template/value';
import { isObject, member } from '../../template/value';
import { withNested } from '../../template/with-nested';
import { defaultRegion, noAccount } from '../call';
import type { LocalIdentity, LocalPlace } from './local-values';
import { resourceValue, userPoolValue } from './local-values';

/** Makes ids as the service does. */
export interface IdMaker {
  /** @param path of the stack that declares the pool, and its logical id there: `dev/auth/UserPool` */
  poolId(region: string, path: string): string;
  /** @param path the same of the client */
  clientId(path: string): string;
  /** The issuer of the pool of that id. */
  issuerOf(poolId: string): string;
}

/** The pseudo parameters of a stack that can be deployed anywhere. */
export const localPseudoParameters = { 'AWS::AccountId': noAccount, 'AWS::Region': defaultRegion } as const;

/**
 * Stacks that are read together, as if they were deployed on this machine: every user pool and app client has its id, and
 * every function, key and role its ARN, before a template is resolved, because references need them.
 */
export class LocalDeployment {
  /** Nested ones included, by path. */
  readonly #stacks: ReadonlyMap<string, StackArtifact>;
  readonly #pools = new Map<string, LocalIdentity>();
  readonly #clients = new Map<string, string>();
  /** Logical ids that more than one of the stacks has. */
  readonly #repeated: ReadonlySet<string>;

  constructor(stacks: readonly StackArtifact[], make: IdMaker) {
    const all = stacks.flatMap((stack) => withNested(stack));
    this.#stacks = new Map(all.map((stack) => [stack.path, stack]));
    this.#repeated = repeatedIn(all.flatMap((stack) => Object.keys(resourcesOf(stack))));
    for (const stack of all) {
      const place = placeOf(stack);
      for (const logicalId of idsOfType(stack, 'AWS::Cognito::UserPool')) {
        const path = address(stack.path, logicalId);
        const poolId = make.poolId(place.region, path);
        this.#pools.set(path, { poolId, ...place, issuer: make.issuerOf(poolId) });
      }
      for (const logicalId of idsOfType(stack, 'AWS::Cognito::UserPoolClient')) {
        const path = address(stack.path, logicalId);
        this.#clients.set(path, make.clientId(path));
      }
    }
  }

  /** What Ref and Fn::GetAtt give, for `resolveStage`. A resource that is not known here stays a token. */
  valueFor({ stack: path, logicalId, attribute }: Reference): string | undefined {
    const stack = this.#stacks.get(path);
    if (stack === undefined) return undefined;
    const declaration = objectAt(resourcesOf(stack), logicalId);
    const type = member(declaration, 'Type');
    if (type === 'AWS::Cognito::UserPool') {
      const identity = this.poolAt(path, logicalId);
      return identity && userPoolValue(attribute, identity);
    }
    if (type === 'AWS::Cognito::UserPoolClient')
      return attribute === undefined || attribute === 'ClientId' ? this.clientAt(path, logicalId) : undefined;
    if (typeof type !== 'string') return undefined;
    const properties = objectAt(declaration, 'Properties');
    if (type === 'AWS::Lambda::Alias') return attribute === undefined ? this.#aliasArn(path, properties) : undefined;
    return resourceValue(type, attribute, { name: this.#nameOf(path, logicalId), ...placeOf(stack), properties });
  }

  poolAt(stack: string, logicalId: string): LocalIdentity | undefined {
    return this.#pools.get(address(stack, logicalId));
  }

  clientAt(stack: string, logicalId: string): string | undefined {
    return this.#clients.get(address(stack, logicalId));
  }

  /** Undefined for an alias of a function that is named, and so is in no assembly, and for one without a name. */
  #aliasArn(path: string, properties: RawObject): string | undefined {
    const lambda = member(objectAt(properties, 'FunctionName'), 'Ref');
    const alias = member(properties, 'Name');
    if (typeof lambda !== 'string' || typeof alias !== 'string') return undefined;
    const arn = this.valueFor({ stack: path, logicalId: lambda, attribute: 'Arn' });
    return arn && `${arn}:${alias}`;
  }

  /** The logical id, with the path of the stack before it where another stack has the same. */
  #nameOf(path: string, logicalId: string): string {
    return this.#repeated.has(logicalId) ? `${path.replaceAll('/', '-')}-${logicalId}` : logicalId;
  }
}

/** A stack that can be deployed anywhere is in an account and a Region of the local pool's own. */
function placeOf({ region = defaultRegion, account = noAccount }: StackArtifact): LocalPlace {
  return { region, account };
}

function repeatedIn(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

function address(stack: string, logicalId: string): string {
  return `${stack}/${logicalId}`;
}

function idsOfType(stack: StackArtifact, type: string): readonly string[] {
  const resources = resourcesOf(stack);
  return Object.keys(resources).filter((logicalId) => member(objectAt(resources, logicalId), 'Type') === type);
}

function resourcesOf(stack: StackArtifact): RawObject {
  return objectAt(stack.template, 'Resources');
}

function objectAt(object: RawObject, name: string): RawObject {
  const value = member(object, name);
  return isObject(value) ? value : {};
}
