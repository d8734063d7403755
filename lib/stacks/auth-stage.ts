import { Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { bundleHandler } from '../constructs/bundle-handler';
import type { Bundler } from '../constructs/trigger-function';
import type { Environment } from '../environments/environment';
import { AuthStack } from './auth-stack';

export interface AuthStageProps {
  readonly environment: Environment;
  /** How the handlers of the triggers are bundled; esbuild, unless a test counts. */
  readonly bundle?: Bundler;
}

/** One environment: all that is deployed together by `npx cdk deploy 'NAME/*'`. */
export class AuthStage extends Stage {
  constructor(scope: Construct, { environment, bundle = bundleHandler }: AuthStageProps) {
    const { account, region } = environment;
    super(scope, environment.name, { env: { region, ...(account !== 'deploying' && { account }) } });
    new AuthStack(this, 'auth', { environment, bundle });
  }
}
