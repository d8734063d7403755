import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AuthStage } from '../../lib/stacks/auth-stage';
import { readFixtureFile } from '../synthesis/project-files';
import { wholeRange } from '../synthesis/whole-range';

// What can be declared, validated as bin/app.ts validates what is; run in a process of its own.
const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
for (const environment of Object.values(wholeRange)) {
  new AuthStage(app, { environment, readFile: readFixtureFile });
}
