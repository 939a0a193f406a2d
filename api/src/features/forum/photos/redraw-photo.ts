import sharp from 'sharp';

/** Longest side of what is kept, in pixels. */
const LONGEST_SIDE = 1_600;
/** What the table takes. */
const MOST_BYTES = 1_048_576;
/** More pixels are no photo of a telephone: what would take this much memory is not drawn. */
const MOST_PIXELS = 50_000_000;
const LONGEST_SECONDS = 10;
/** Tried one after the other until the picture is small enough. */
const QUALITIES = [82, 65, 45, 25];

/** Only what was drawn is kept: no place, no time, no device, no words. */
export interface Redrawn {
  /** JPEG. */
  readonly picture: Buffer;
  readonly width: number;
  readonly height: number;
}

// Pictures come one at a time and never twice; a cache would only hold what somebody sent.
sharp.cache(false);
sharp.concurrency(1);

/** What the bytes begin as, whatever the sender calls them; null: none of the three kinds that are taken. */
export function sniffPhoto(bytes: Buffer): 'jpeg' | 'png' | 'webp' | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return 'png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return null;
}

/** Draws a photo anew, upright and small; null where it is none, is broken, or is too large to be drawn. */
export async function redrawPhoto(bytes: Buffer): Promise<Redrawn | null> {
  const kind = sniffPhoto(bytes);
  if (kind === null) return null;
  try {
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' });
    // Two programs that read the same bytes must read the same kind.
    if ((await source.metadata()).format !== kind) return null;
    const { data, info } = await source
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .timeout({ seconds: LONGEST_SECONDS })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    for (const quality of QUALITIES) {
      // oxlint-disable-next-line no-await-in-loop -- the next one only where this one was too large
      const picture = await sharp(data, { raw: { width, height, channels } }).jpeg({ quality }).toBuffer();
      if (picture.length <= MOST_BYTES) return { picture, width, height };
    }
    return null;
  } catch {
    return null;
  }
}
