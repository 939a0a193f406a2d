/** The longer side at most, px. */
const LONGEST_SIDE = 1_600;
/** Bytes at most. */
const MOST_BYTES = 250_000;
/** How good a JPEG is tried to be, best first; after that it is made smaller. */
const QUALITIES = [0.85, 0.75, 0.65, 0.5] as const;
const SMALLER = 0.75;
const SMALLEST_SIDE = 320;

/** A picture that can be sent. */
export interface ShrunkPhoto {
  readonly type: 'image/jpeg';
  readonly bytes: ArrayBuffer;
}

/** What came of a file. */
export type Shrunk =
  { readonly kind: 'SHRUNK'; readonly photo: ShrunkPhoto } | { readonly kind: 'NO_IMAGE' | 'UNREADABLE' };

/** Whether a file is a JPEG, PNG or WebP by what is in it, and not by what it is called. */
export function isPhoto(head: Uint8Array): boolean {
  const starts = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
  const isWebp =
    starts(0x52, 0x49, 0x46, 0x46) && [0x57, 0x45, 0x42, 0x50].every((byte, at) => head[at + 8] === byte);
  return starts(0xff, 0xd8, 0xff) || starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) || isWebp;
}

/** How large a picture is drawn so that its longer side is at most so many px. */
export function fitted(
  width: number,
  height: number,
  side: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Draws a picture anew, small enough to be sent over a weak network; nothing but what is seen is left of the file. */
export async function shrinkPhoto(file: Blob): Promise<Shrunk> {
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  if (!isPhoto(head)) return { kind: 'NO_IMAGE' };
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    return { kind: 'UNREADABLE' };
  }
  try {
    for (let side = LONGEST_SIDE; side >= SMALLEST_SIDE; side *= SMALLER) {
      for (const quality of QUALITIES) {
        const blob = await drawn(bitmap, side, quality);
        if (blob === null) return { kind: 'UNREADABLE' };
        if (blob.size <= MOST_BYTES) {
          return { kind: 'SHRUNK', photo: { type: 'image/jpeg', bytes: await blob.arrayBuffer() } };
        }
      }
    }
    return { kind: 'UNREADABLE' };
  } finally {
    bitmap.close();
  }
}

function drawn(bitmap: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fitted(bitmap.width, bitmap.height, side));
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  context.fillStyle = '#fff'; // what shines through a PNG would be black in a JPEG
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
