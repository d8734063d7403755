/** The user pool that was named cannot be signed in to: the reason lies outside of this program. */
export abstract class TargetError extends Error {
  protected constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A journey creates and removes a user: not in production unless that is meant. */
export class ProductionRefusedError extends TargetError {
  constructor(stack: string, environmentClass: string | undefined) {
    const why =
      environmentClass === undefined
        ? 'does not say what class of environment it is (template Metadata), so it may be production'
        : `is of class ${environmentClass}`;
    super(`${stack} ${why}. The journey creates a user and removes it. Give --allow-production if you mean it.`);
  }
}

/** The stack does not tell an id that is needed. */
export class MissingOutputError extends TargetError {
  constructor(stack: string, what: string, known: readonly string[]) {
    super(
      `${stack} has no output that tells the id of ${what}. Its outputs: ${known.join(', ') || 'none'}. ` +
        'Give the stack an output whose value is the Ref of that resource, and deploy it.',
    );
  }
}

/** The stack is deployed without the resource. */
export class MissingResourceError extends TargetError {
  constructor(stackName: string, logicalId: string) {
    super(
      `The stack ${stackName} is deployed without ${logicalId}: CloudFormation lists no such resource. ` +
        'Name the assembly that was deployed, or deploy this one.',
    );
  }
}

export class NotDeployedError extends TargetError {
  constructor(stackName: string, region: string, environment: string) {
    super(
      `The stack ${stackName} is not deployed in ${region}, in the account of these credentials. ` +
        `Deploy it with npx cdk deploy '${environment}/*', or use the credentials of its account.`,
    );
  }
}

/** No local pool of that name can be asked. */
export class NotRunningError extends TargetError {
  constructor(problem: string, environment: string, options?: ErrorOptions) {
    super(
      `${problem} Expected the local pool of ${environment}. Start it in another terminal with ` +
        `npm run local -- --env ${environment}, or name where it runs with --endpoint.`,
      options,
    );
  }
}

/** No credentials, or such that AWS does not take. */
export class CredentialsError extends TargetError {
  constructor(problem: string, cause: unknown) {
    super(
      `${problem} Expected AWS credentials of the account of the stack. ` +
        'Sign in (aws sso login, aws configure) or set AWS_PROFILE; aws sts get-caller-identity tells whether they work.',
      { cause },
    );
  }
}

export class UnreachableError extends TargetError {
  constructor(service: string, problem: string, endpoint: string, cause: unknown) {
    super(
      `${service} cannot be reached at ${endpoint}: ${problem}. Check the network, the Region and AWS_ENDPOINT_URL.`,
      {
        cause,
      },
    );
  }
}

/** AWS refused a call for another reason. */
export class RefusedByAwsError extends TargetError {
  constructor(operation: string, name: string, message: string, cause: unknown) {
    super(`${operation} was refused: ${name}: ${message}`, { cause });
  }
}
