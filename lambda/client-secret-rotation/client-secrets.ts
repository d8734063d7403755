import {
  AddUserPoolClientSecretCommand,
  DeleteUserPoolClientSecretCommand,
  ListUserPoolClientSecretsCommand,
  ResourceNotFoundException,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Settings } from './environment';
import type { ActiveSecret } from './facts';
import { RotationError } from './rotation-error';

/** The secrets of one app client in Cognito. */
export class ClientSecrets {
  readonly #client: CognitoIdentityProviderClient;
  readonly #names: { readonly UserPoolId: string; readonly ClientId: string };

  constructor(client: CognitoIdentityProviderClient, { userPoolId, clientId }: Settings) {
    this.#client = client;
    this.#names = { UserPoolId: userPoolId, ClientId: clientId };
  }

  /** There are two at most, and the service tells both at once (API_ListUserPoolClientSecrets). */
  async list(): Promise<readonly ActiveSecret[]> {
    const { ClientSecrets: listed = [] } = await this.#client.send(new ListUserPoolClientSecretsCommand(this.#names));
    return listed.map(({ ClientSecretId: id, ClientSecretCreateDate: created }) => {
      if (id === undefined || created === undefined) throw unreadable('ListUserPoolClientSecrets');
      return { id, created };
    });
  }

  /** @returns the id of the new secret, whose value the caller chose (API_AddUserPoolClientSecret) */
  async add(value: string): Promise<string> {
    const { ClientSecretDescriptor: descriptor } = await this.#client.send(
      new AddUserPoolClientSecretCommand({ ...this.#names, ClientSecret: value }),
    );
    if (descriptor?.ClientSecretId === undefined) throw unreadable('AddUserPoolClientSecret');
    return descriptor.ClientSecretId;
  }

  /** One that is gone already is no error. */
  async delete(id: string): Promise<void> {
    try {
      await this.#client.send(new DeleteUserPoolClientSecretCommand({ ...this.#names, ClientSecretId: id }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }
}

function unreadable(operation: string): RotationError {
  return new RotationError('Cognito left out what its API promises about a client secret', { operation });
}
