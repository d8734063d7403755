import { comparePool } from '../drift/compare-pool';
import type { Drift } from '../drift/difference';
import { readLivePool } from '../drift/read-live-pool';
import { driftLines } from '../drift/report-lines';
import { environmentsOf } from '../posture/environments-of';
import { readIntent } from '../posture/read-intent';
import { subjectOf } from '../posture/subject';
import type { PoolView, Subject } from '../posture/subject';
import type { Assembly } from '../template/assembly';
import { awsError } from './aws-error';
import { readDriftOptions } from './drift-options';
import type { DriftOptions } from './drift-options';
import { findAssembly } from './find-assembly';
import type { Io } from './io';
import { openLivePool } from './open-live-pool';
import { reportError } from './report-error';
import { UsageError } from './usage-error';

/** `npm run drift`: 0 when the live pool is as declared, 1 when it is not, 2 for wrong use or where it cannot be read. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    const line = readDriftOptions(args, io);
    if (line.kind === 'done') return line.exitCode;
    const { options } = line;
    if (options.target === 'aws' && options.endpoint !== undefined)
      throw new UsageError('--endpoint is where the local pool runs. Give --target local with it, or leave it out.');
    const drift = await readDrift(options, io);
    io.out(options.json === true ? JSON.stringify(drift, null, 2) : driftLines(drift).join('\n'));
    return drift.differences.length === 0 ? 0 : 1;
  } catch (error) {
    return reportError(error, io);
  }
}

async function readDrift(options: DriftOptions, io: Io): Promise<Drift> {
  const { stacks } = await findAssembly(options.assembly, io);
  const subject = pickSubject(stacks, options.env);
  const view = pickPool(subject, options.pool);
  const { cognito, userPoolId, place, idOf, endpoint } = await openLivePool({ subject, view, stacks }, options, io);
  try {
    const live = await readLivePool({
      cognito,
      userPoolId,
      signal: io.signal,
      attempt: async (operation, run) => {
        try {
          return await run();
        } catch (error) {
          if (io.signal?.aborted === true) throw error;
          throw awsError(error, { service: 'Amazon Cognito', operation, endpoint });
        }
      },
    });
    return comparePool(subject, view, live, { place, idOf });
  } finally {
    cognito.destroy();
  }
}

/** The environment that a name means. @throws UsageError when there is none */
function pickSubject(artifacts: Assembly['stacks'], name: string): Subject {
  const environments = environmentsOf(artifacts);
  const found = environments.find(
    ({ name: stage, stacks }) =>
      stage === name || stacks.some(({ artifact }) => artifact.path === name || artifact.stackName === name),
  );
  if (found !== undefined) return subjectOf(found.name, readIntent(found.stacks), found.stacks);
  const known = environments.map((environment) => environment.name).join(', ') || 'none';
  throw new UsageError(`There is no environment ${name} with anything of Cognito. There are: ${known}.`);
}

/** @throws UsageError when there is none, or more than one */
function pickPool({ name: environment, pools }: Subject, name: string | undefined): PoolView {
  const pathOf = ({ pool: { stack, resource } }: PoolView): string => `${stack.artifact.path}/${resource.logicalId}`;
  const found = pools.filter((view) => {
    const { logicalId, properties } = view.pool.resource;
    return name === undefined || [pathOf(view), logicalId, properties['UserPoolName']].includes(name);
  });
  const [view, ...others] = found;
  if (view !== undefined && others.length === 0) return view;
  const known = pools.map(pathOf).join(', ') || 'none';
  const which = name === undefined ? '' : ` ${name}`;
  throw new UsageError(
    `${environment} has ${found.length} user pools${which}; expected one. Name one with --pool. It has: ${known}.`,
  );
}
