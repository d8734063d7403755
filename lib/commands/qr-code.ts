import { create } from 'qrcode';

/** The blank border that scanners need (ISO/IEC 18004). */
const quiet = 2;
const reset = '\u001b[0m';
const blackOnWhite = '\u001b[30;107m';

/** A text as a QR code for a terminal, two rows a line, with the text below it. */
export function qrCode(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'L' });
  const dark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < modules.size && column < modules.size && modules.get(row, column) === 1;
  const lines: string[] = [];
  for (let row = -quiet; row < modules.size + quiet; row += 2) {
    let line = '';
    for (let column = -quiet; column < modules.size + quiet; column += 1) {
      line += blocks[Number(dark(row, column)) * 2 + Number(dark(row + 1, column))] ?? ' ';
    }
    lines.push(`${blackOnWhite}${line}${reset}`);
  }
  return [...lines, text].join('\n');
}

/** Upper and lower half of a character: neither, lower, upper, both dark. */
const blocks = [' ', '▄', '▀', '█'] as const;
