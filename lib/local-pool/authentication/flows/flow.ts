import type { Client, Pool } from '../../pool';
import type { ExplicitAuthFlow } from '../../settings/pool-settings';
import type { AuthReply } from '../reply';

/** What InitiateAuth and AdminInitiateAuth hand to a flow; client, flow and secret hash are checked. */
export interface FlowRequest {
  readonly pool: Pool;
  readonly client: Client;
  readonly parameters: Readonly<Record<string, string>>;
  readonly clientMetadata: Readonly<Record<string, string>>;
  /** What ConfirmSignUp gave out, to sign in with at once. */
  readonly session?: string | undefined;
}

export interface Flow {
  /** What a client must have among its ExplicitAuthFlows. */
  readonly allowedBy: ExplicitAuthFlow;
  /** The service's words for a client without. */
  readonly refusal: string;
  /** Which operations take the flow. */
  readonly through: 'InitiateAuth' | 'AdminInitiateAuth' | 'both';
  begin(request: FlowRequest): Promise<AuthReply>;
}
