import type { App } from 'aws-cdk-lib';
import { pickStacks } from '../../lib/commands/pick-stack';
import type { Environment } from '../../lib/environments/environment';
import { startLocalPools, type LocalPools } from '../../lib/local-pool/local-pool';
import type { SigningKeys } from '../../lib/local-pool/tokens/signing-keys';
import { readAssembly, type Assembly } from '../../lib/template/assembly';
import { declaredTriggers } from '../synthesis/declared-triggers';
import { leftOut } from '../synthesis/left-out';
import { stageFor } from './template-for';

/** The assembly of an environment that a test made; the next one is written over it. */
export function assemblyOf(environment: Environment): Assembly {
  return readAssembly((stageFor(environment).node.root as App).synth().directory);
}

/** Starts what `npm run local -- --env NAME` starts: the user pool of an environment, beside all stacks of its stage. */
function startStage(
  assembly: Assembly,
  name: string,
  signingKeys: Promise<SigningKeys> | undefined,
): Promise<LocalPools> {
  const stacks = pickStacks(assembly, name);
  const neighbours = assembly.stacks.filter((stack) => !stacks.includes(stack));
  return startLocalPools({ stacks, neighbours, port: 0, signingKeys, log: () => undefined });
}

/**
 * Runs an environment on this machine, and holds what runs against what is declared: its clients, its triggers, each of
 * which the service may invoke, and what is named as not simulated.
 */
export async function expectToRun(
  environment: Environment,
  assembly: Assembly,
  signingKeys: Promise<SigningKeys>,
): Promise<void> {
  const local = await startStage(assembly, environment.name, signingKeys);
  try {
    const [served, ...others] = local.pools;
    expect(others).toEqual([]);
    const { pool, notSimulated } = served ?? raise(environment.name);
    const { triggers } = pool.settings;
    expect({
      clients: [...pool.clients.values()].map(({ name }) => name).toSorted(),
      groups: pool.settings.groups.map(({ name }) => name).toSorted(),
      triggers: Object.keys(triggers).toSorted(),
      notInvocable: Object.values(triggers).filter(({ invocable }) => !invocable),
      notSimulated: notSimulated.map(({ feature }) => feature).toSorted(),
    }).toEqual({
      clients: Object.keys(environment.clients).toSorted(),
      groups: Object.keys(environment.groups).toSorted(),
      // It belongs to federation, which is named.
      triggers: declaredTriggers(environment.triggers).filter((name) => name !== 'InboundFederation'),
      notInvocable: [],
      notSimulated: leftOut(environment),
    });
  } finally {
    await local.close();
  }
}

function raise(name: string): never {
  throw new Error(`The stage of ${name} has no user pool.`);
}
