import fc from 'fast-check';
import { brandingSettings, buttonColours } from '../../lib/constructs/branding-settings';

/** WCAG 2.2, relative luminance, of RRGGBBAA. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((from) => {
    const channel = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast({ backgroundColor, textColor }: { backgroundColor: string; textColor: string }): number {
  const [light = 0, dark = 0] = [luminance(backgroundColor), luminance(textColor)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const colours = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((channels) => `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);

test('the text of a button can be read on every colour, whatever the button does (WCAG 2.2, 1.4.3)', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const { defaults, hover, active } = buttonColours(colour);
      for (const state of [defaults, hover, active]) expect(contrast(state)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a button has the colour that is declared, and answers the pointer with one further from its text', () => {
  expect(buttonColours('#1a4d8f')).toEqual({
    defaults: { backgroundColor: '1a4d8fff', textColor: 'ffffffff' },
    hover: { backgroundColor: '16417aff', textColor: 'ffffffff' },
    active: { backgroundColor: '123664ff', textColor: 'ffffffff' },
  });
  expect(buttonColours('#8fc1ff')).toEqual({
    defaults: { backgroundColor: '8fc1ffff', textColor: '000000ff' },
    hover: { backgroundColor: 'a0caffff', textColor: '000000ff' },
    active: { backgroundColor: 'b1d4ffff', textColor: '000000ff' },
  });
});

test.each([
  ['a logo is shown in the form', 'branding/logo.svg', true],
  ['no logo is switched off in so many words, as an update keeps what is not sent', undefined, false],
])('%s', (_, logo, enabled) => {
  const style = { style: 'own', primaryColour: '#1a4d8f', primaryColourDark: '#8fc1ff' } as const;
  const { components } = brandingSettings({ ...style, ...(logo !== undefined && { logo }) });
  expect(components.form.logo).toEqual({ enabled, formInclusion: 'IN', location: 'CENTER', position: 'TOP' });
});
