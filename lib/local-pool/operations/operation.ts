import { readInput, type Input, type Shape } from '../wire/shape';
import type { Call } from '../call';
import { defaultRegion } from '../call';
import type { LocalService } from '../service';
import { withDeclaredErrors } from './declared-errors';

/**
 * What a request must bring (API reference, "Authorization models"): nothing but the client id in its body, an access
 * token in its body, or an AWS signature in its header.
 */
export type Authorisation = 'client' | 'access-token' | 'signature';

interface Definition<S extends Shape, Output extends object> {
  readonly name: string;
  readonly authorisation: Authorisation;
  readonly input: S;
  readonly run: (service: LocalService, input: Input<S>, call: Call) => Promise<Output> | Output;
}

/** One API operation, ready to be called with a parsed body. */
export interface Operation {
  readonly name: string;
  readonly authorisation: Authorisation;
  /** The names of the request's members that are read. */
  readonly members: readonly string[];
  readonly handle: (service: LocalService, body: unknown, call?: Call) => Promise<object>;
}

/** The constraints of the shape come before anything that the operation itself decides. */
export function operation<S extends Shape, Output extends object>(definition: Definition<S, Output>): Operation {
  const { name, authorisation, input, run } = definition;
  return {
    name,
    authorisation,
    members: Object.keys(input),
    handle: (service, body, call = { region: defaultRegion }) =>
      withDeclaredErrors(name, () => run(service, readInput(input, body), call)),
  };
}
