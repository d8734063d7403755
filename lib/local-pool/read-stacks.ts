import type { StackArtifact } from '../template/assembly';
import { resolveStage } from '../template/resolve';
import { LocalDeployment, localPseudoParameters, type IdMaker } from './settings/local-deployment';
import type { ReadPool } from './settings/read-pool';
import { readPools } from './settings/read-pools';
import { SettingsError, type SettingsProblem } from './settings/settings-error';

export interface StacksToRead {
  /** Their user pools are served, those of nested stacks included. */
  readonly stacks: readonly StackArtifact[];
  /** Others of the same assembly: those of the same stage may hold parts of the pools. */
  readonly neighbours: readonly StackArtifact[];
}

/**
 * Reads every user pool of the stacks, in their order. The stacks of a stage are read together, as they are deployed
 * together: what one exports another imports.
 *
 * @throws SettingsError with the problems of all of them, TemplateError when a template cannot be read
 */
export function readStacks({ stacks, neighbours }: StacksToRead, make: IdMaker): readonly ReadPool[] {
  const problems: SettingsProblem[] = [];
  const read = [...new Set(stacks.map(({ stage }) => stage))].flatMap((stage) => {
    const served = stacks.filter((stack) => stack.stage === stage);
    const beside = neighbours.filter((stack) => stack.stage === stage && !isAmong(served, stack));
    try {
      return readStage(served, beside, make);
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  problems.push(...sharedDomains(read));
  if (problems.length > 0) throw new SettingsError(problems);
  return stacks.flatMap(({ path }) => read.filter(({ root }) => root.artifact.path === path));
}

function readStage(
  served: readonly StackArtifact[],
  beside: readonly StackArtifact[],
  make: IdMaker,
): readonly ReadPool[] {
  const together = [...served, ...beside];
  const deployment = new LocalDeployment(together, make);
  const resolved = resolveStage(together, {
    valueFor: (reference) => deployment.valueFor(reference),
    pseudoParameters: localPseudoParameters,
  });
  return readPools({ served: resolved.slice(0, served.length), beside: resolved.slice(served.length), deployment });
}

function isAmong(stacks: readonly StackArtifact[], { path }: StackArtifact): boolean {
  return stacks.some((stack) => stack.path === path);
}

/** No two pools of a Region have one domain: the service makes the first of them alone. */
function sharedDomains(pools: readonly ReadPool[]): readonly SettingsProblem[] {
  const holders = new Map<string, string>();
  return pools.flatMap(({ path, settings, parts, root }) =>
    parts.domains.flatMap(({ name }) => {
      const key = `${settings.region}/${name}`;
      const holder = holders.get(key);
      holders.set(key, holder ?? path);
      return holder === undefined
        ? []
        : [
            {
              stack: root.artifact.path,
              logicalId: settings.logicalId,
              path: '',
              got: `the domain ${name}, which ${holder} has`,
              expected: 'a domain of its own: a name belongs to one pool of a Region',
              nextStep: 'Change one of the two domains, or serve one of the stacks alone with --env.',
            },
          ];
    }),
  );
}
