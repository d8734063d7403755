import type { Environment } from '../environments/environment';

type PagesClient = Extract<Environment['clients'][string], { readonly managedLogin: unknown }>;
export type Branding = Extract<PagesClient['managedLogin'], { readonly use: 'on' }>['branding'];
type OwnStyle = Extract<Branding, { readonly style: 'own' }>;

/**
 * The Settings of an own style: of the document that the branding editor of Cognito writes, the parts that differ from
 * what Cognito provides; the service fills in the rest. The logo is switched off in so many words where there is none, as
 * an update keeps what is not sent.
 *
 * No reference has the form of the document: it is that of what DescribeManagedLoginBranding answers, as published
 * templates write it, and has been held against no service here.
 */
export function brandingSettings({ primaryColour, primaryColourDark, logo }: OwnStyle) {
  return {
    components: {
      form: { logo: { enabled: logo !== undefined, formInclusion: 'IN', location: 'CENTER', position: 'TOP' } },
      primaryButton: { lightMode: buttonColours(primaryColour), darkMode: buttonColours(primaryColourDark) },
    },
  };
}

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];

/** The colours of a button: its text is black or white, whichever can be read better on all of its backgrounds. */
export function buttonColours(background: string) {
  const colour = parse(background);
  const [text, away] = contrast(colour, white) >= contrast(colour, black) ? [white, black] : [black, white];
  const state = (distance: number) => ({ backgroundColor: rgba(mix(colour, away, distance)), textColor: rgba(text) });
  return { defaults: state(0), hover: state(0.15), active: state(0.3) };
}

type Rgb = readonly [red: number, green: number, blue: number];

function parse(colour: string): Rgb {
  const channel = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** RRGGBBAA, as the branding editor writes it. */
function rgba(colour: Rgb): string {
  return `${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}ff`;
}

function mix(colour: Rgb, other: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(colour[index] + (other[index] - colour[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** WCAG 2.2, contrast ratio: from 1 to 21. */
function contrast(left: Rgb, right: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(left), luminance(right)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
