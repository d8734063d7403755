import { stripVTControlCharacters } from 'node:util';
import { create } from 'qrcode';
import { qrCode } from '../../lib/commands/qr-code';

const uri = 'otpauth://totp/userpool:someone?secret=ABCDEFGH&issuer=userpool';

test('the QR code has every module of the text, two rows a line, with a border, and the text below', () => {
  const lines = stripVTControlCharacters(qrCode(uri)).split('\n');
  expect(lines.pop()).toBe(uri);
  const { modules } = create(uri, { errorCorrectionLevel: 'L' });
  const border = 2;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      const character = lines[(row + border) >> 1]?.[column + border] ?? '';
      const dark = (row + border) % 2 === 0 ? '▀█' : '▄█';
      expect(dark.includes(character)).toBe(modules.get(row, column) === 1);
    }
  }
  expect(lines[0]?.trim()).toBe('');
  expect(lines.every((line) => line.startsWith('  ') && line.endsWith('  '))).toBe(true);
});
