/**
 * Request members of the service's model that no operation here reads, each with the reason. A test holds the shapes of
 * all operations, together with this list, against the model of the SDK.
 */
export const ignoredMembers: Readonly<Record<string, string>> = {
  AnalyticsMetadata: 'Usage statistics for Amazon Pinpoint; it changes no answer.',
  ContextData: 'Device data for threat protection, which assesses nothing here.',
  UserContextData: 'Device data for threat protection, which assesses nothing here.',
  'RevokeToken.RevokeAssociatedSessions': 'Ends the sign-on session behind the token; no such session is tracked here.',
};
