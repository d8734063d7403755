import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  UpdateSecretVersionStageCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { pending, type Versions } from './version-labels';

/** The versions of one secret in Secrets Manager. Every call can be made twice. */
export class SecretVersions {
  readonly #client: SecretsManagerClient;
  readonly #secretArn: string;

  constructor(client: SecretsManagerClient, secretArn: string) {
    this.#client = client;
    this.#secretArn = secretArn;
  }

  /** The labels of all versions that have any. */
  async labels(): Promise<Versions> {
    const { VersionIdsToStages = {} } = await this.#client.send(
      new DescribeSecretCommand({ SecretId: this.#secretArn }),
    );
    return VersionIdsToStages;
  }

  /** Undefined for a version without a value: Secrets Manager labels one before there is any. */
  async value(version: string): Promise<string | undefined> {
    try {
      const { SecretString } = await this.#client.send(
        new GetSecretValueCommand({ SecretId: this.#secretArn, VersionId: version }),
      );
      return SecretString;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  /** Gives the pending version its value; refused by the service if it has another one. */
  async store(version: string, value: string): Promise<void> {
    await this.#client.send(
      new PutSecretValueCommand({
        SecretId: this.#secretArn,
        ClientRequestToken: version,
        SecretString: value,
        VersionStages: [pending],
      }),
    );
  }

  /** @param from the version that has the label, if another one has it */
  async attachLabel(label: string, version: string, from?: string): Promise<void> {
    await this.#client.send(
      new UpdateSecretVersionStageCommand({
        SecretId: this.#secretArn,
        VersionStage: label,
        MoveToVersionId: version,
        ...(from !== undefined && { RemoveFromVersionId: from }),
      }),
    );
  }

  async removeLabel(label: string, version: string): Promise<void> {
    await this.#client.send(
      new UpdateSecretVersionStageCommand({
        SecretId: this.#secretArn,
        VersionStage: label,
        RemoveFromVersionId: version,
      }),
    );
  }
}
