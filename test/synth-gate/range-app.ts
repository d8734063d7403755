import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AuthStage } from '../../lib/stacks/auth-stage';
import { clientRange } from '../synthesis/client-range';
import { pagesRange } from '../synthesis/pages-range';
import { readFixtureFile } from '../synthesis/project-files';
import { range } from '../synthesis/range';
import { triggerRange } from '../synthesis/trigger-range';
import { watchedRange } from '../synthesis/watched-range';

// What can be declared, validated as bin/app.ts validates what is; run in a process of its own.
const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
for (const environment of Object.values({
  ...range,
  ...clientRange,
  ...pagesRange,
  ...triggerRange,
  ...watchedRange,
})) {
  new AuthStage(app, { environment, readFile: readFixtureFile });
}
