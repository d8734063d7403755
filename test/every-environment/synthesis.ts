import { App, CloudFormationValidatePlugin } from 'aws-cdk-lib';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../lib/environments/environment';
import { AuthStage } from '../../lib/stacks/auth-stage';
import { context, writeName } from '../stacks/template-for';
import { readFixtureFile } from '../synthesis/project-files';

/** One template on disk, as the validator takes it. */
type StackTemplate = Parameters<CloudFormationValidatePlugin['validate']>[0]['stackTemplates'][number];

/** Synthesizes environments in this process and holds their templates against the validator of CloudFormation. */
export class ValidatingSynthesis {
  readonly #directory = mkdtempSync(join(tmpdir(), 'userpool-random-'));
  readonly #validator = new CloudFormationValidatePlugin();
  readonly #types = new Set<string>();
  #count = 0;

  /** Learns the types of resources of some environments at once, so that the validator is built once for them. */
  learn(environments: readonly Environment[]): void {
    this.#learnTypes(environments.flatMap((environment) => this.#synthesize(environment)));
  }

  /** What the validator has to say, warnings among it. */
  findings(environment: Environment): readonly string[] {
    const templates = this.#synthesize(environment);
    this.#learnTypes(templates);
    return this.#validate(templates);
  }

  close(): void {
    rmSync(this.#directory, { recursive: true });
  }

  #synthesize(environment: Environment): readonly StackTemplate[] {
    const outdir = join(this.#directory, String((this.#count += 1)));
    const app = new App({ outdir, context });
    new AuthStage(app, { environment, bundle: writeName, readFile: readFixtureFile });
    return app
      .synth()
      .stacksRecursively.map(({ hierarchicalId, templateFullPath, environment: { account, region } }) => ({
        stackConstructPath: hierarchicalId,
        templatePath: templateFullPath,
        accountId: account === 'unknown-account' ? undefined : account,
        region,
      }));
  }

  /**
   * The validator is built anew for types that the templates before did not have, which takes a second: with all types
   * that were ever seen it is built once for each of them and no more.
   */
  #learnTypes(templates: readonly StackTemplate[]): void {
    const before = this.#types.size;
    for (const { templatePath } of templates) {
      const { Resources } = JSON.parse(readFileSync(templatePath, 'utf8')) as TypesOnly;
      for (const { Type } of Object.values(Resources)) this.#types.add(Type);
    }
    if (this.#types.size === before) return;
    const Resources = Object.fromEntries([...this.#types].map((Type, index) => [`Type${index}`, { Type }]));
    const templatePath = join(this.#directory, 'types.json');
    writeFileSync(templatePath, JSON.stringify({ Resources }));
    this.#validate([{ stackConstructPath: 'types', templatePath, accountId: undefined, region: undefined }]);
  }

  #validate(stackTemplates: readonly StackTemplate[]): readonly string[] {
    const { violations } = this.#validator.validate({
      stackTemplates: [...stackTemplates],
      templatePaths: stackTemplates.map(({ templatePath }) => templatePath),
      appConstruct: new App(),
    });
    return violations.map(({ ruleName, description, violatingResources }) => {
      const where = violatingResources.map(
        ({ resourceLogicalId, locations }) => `${resourceLogicalId} ${locations.join()}`,
      );
      return `${ruleName} at ${where.join('; ')}: ${description}`;
    });
  }
}

interface TypesOnly {
  readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
}
