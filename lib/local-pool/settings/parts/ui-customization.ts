import type { PropertyTable } from '../property-table';
import { enforced, noEffect, text } from '../property-table';
import { readClientKey } from './client-key';
import type { Part } from './part';
import { demand, ofPool } from './part';

/** The look of the classic pages of one client, or of all. */
interface DeclaredUi {
  readonly clientKey: string;
  readonly css: string | undefined;
}

/** AWS::Cognito::UserPoolUICustomizationAttachment. Source: template reference. */
const properties = {
  ...ofPool,
  ClientId: enforced(text(undefined), 'An app client of the pool, or ALL.'),
  CSS: noEffect('No page shows it; GetUICustomization tells it again.', text(undefined, { longest: 131_072 })),
} as const satisfies PropertyTable;

export const uiCustomization: Part<typeof properties, DeclaredUi> = {
  properties,
  feature: 'managedLoginBranding',
  read(read, pool, findings) {
    if (!demand(['ClientId'], read, findings)) return undefined;
    const clientKey = readClientKey(read.text('ClientId'), read, pool, findings);
    return clientKey === undefined ? undefined : { clientKey, css: read.text('CSS') };
  },
};
