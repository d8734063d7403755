import { create } from 'qrcode';
import { markup, type Markup } from '../../markup';

/** The blank border that scanners need, in modules (ISO/IEC 18004). */
const quiet = 4;

/** A text as a QR code, an image with a name inside the page: nothing is fetched, and nobody else sees the text. */
export function qrCode(text: string, label: string): Markup {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  const dark = Array.from(modules.data.keys())
    .filter((index) => modules.data[index] === 1)
    .map((index) => `M${(index % modules.size) + quiet} ${Math.floor(index / modules.size) + quiet}h1v1h-1z`);
  return markup`<svg
    xmlns="http://www.w3.org/2000/svg"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${side} ${side}"
    shape-rendering="crispEdges"
  >
    <rect width="${side}" height="${side}" fill="#ffffff" />
    <path fill="#000000" d="${dark.join('')}" />
  </svg>`;
}
