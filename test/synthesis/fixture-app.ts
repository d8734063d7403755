import { App } from 'aws-cdk-lib';
import { AuthStage } from '../../lib/stacks/auth-stage';
import { everyEnvironment } from './every-environment';

// Run in a process of its own by global-setup.ts.
const app = new App();
for (const environment of everyEnvironment) new AuthStage(app, { environment });
