import { ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { readBlueprint } from '../../lib/commands/connect';
import { openLocalTarget } from '../../lib/commands/open-local-target';
import { factsOf } from '../../lib/commands/reach-target';
import { cleanUp, journeys } from '../../lib/sign-in/journey';
import { permission } from '../../lib/sign-in/permission';
import { runJourney } from '../../lib/sign-in/run-journey';
import type { JourneyReport } from '../../lib/sign-in/run-journey';
import { systemSurroundings } from '../../lib/sign-in/surroundings';
import type { StackArtifact } from '../../lib/template/assembly';
import { signingKeys } from '../local-pool/signing-keys';

/** A call on its way to the pool. */
export interface Call {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Which call of the journey it is, from 0. */
  readonly number: number;
}

/** Stands between a journey and the pool: hands a call on, or answers it in the pool's place. */
export type Between = (call: Call, handOn: () => Promise<unknown>) => Promise<unknown>;

export interface LocalRehearsal {
  readonly report: JourneyReport;
  /** The operations that were called, by the index of the step that called them. */
  readonly calls: readonly (Call & { readonly step: number })[];
  readonly interruptions: readonly string[];
  /** Users who are in the pool after the journey. */
  readonly usersLeft: number;
}

export interface OpenJourney {
  rehearse(between?: Between, signal?: AbortSignal): Promise<LocalRehearsal>;
  close(): Promise<void>;
}

/**
 * A journey against a local pool from a template, as often as a test likes: with the client that `npm run journeys` would
 * choose, and with somebody between the two.
 */
export async function openJourney(name: string, stack: StackArtifact, challengeAnswer?: string): Promise<OpenJourney> {
  const blueprint = readBlueprint(stack);
  const facts = factsOf({ target: 'local' }, blueprint.facts, challengeAnswer);
  const known = journeys.find((each) => each.name === name);
  if (known === undefined) throw new Error(`there is no journey ${name}`);
  const permitted = permission(known, facts);
  if (!permitted.permitted) throw new Error(`${name}: ${permitted.reason}`);
  const { journey, chosen } = permitted;
  const { target, close } = await openLocalTarget({ blueprint, chosen, io: { signingKeys } });
  const { cognito, userPoolId: UserPoolId } = target;
  return {
    close,
    async rehearse(between = (_, handOn) => handOn(), signal = new AbortController().signal) {
      const calls: (Call & { readonly step: number })[] = [];
      const interruptions: string[] = [];
      let step = 0;
      const send: CognitoIdentityProviderClient['send'] = (...sent: readonly unknown[]) => {
        const [command] = sent as readonly [
          { readonly constructor: { readonly name: string }; readonly input: object },
        ];
        const operation = command.constructor.name.replace(/Command$/, '');
        const call = { operation, input: { ...command.input }, number: calls.length };
        calls.push({ ...call, step });
        // The overloads of send are one function; which of them it is makes no difference to who stands between.
        const handOn = () => Reflect.apply(cognito.send, cognito, sent) as Promise<unknown>;
        return between(call, handOn) as never;
      };
      const report = await runJourney({
        steps: journey.steps(facts),
        cleanUp,
        target: { ...target, cognito: { send } },
        surroundings: {
          ...systemSurroundings,
          sleep: () => Promise.reject(new Error('a journey must not wait')),
        },
        observer: {
          note: () => undefined,
          ended() {
            step += 1;
          },
          interrupted: (users) => interruptions.push(...users),
        },
        signal,
      });
      const { Users = [] } = await cognito.send(new ListUsersCommand({ UserPoolId }));
      return { report, calls, interruptions, usersLeft: Users.length };
    },
  };
}
