import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { redrawPhoto, sniffPhoto } from './redraw-photo.js';

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: 'gray',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
const withPlace = { IFD0: { Make: 'Telepon' }, IFD3: { GPSLatitude: '7/1 15/1 0/1', GPSLatitudeRef: 'S' } };

/** A PNG that is a few kilobytes, and says that it is this large. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

it('a photo of 12 megapixels that tells where it was taken becomes a small one that does not', async () => {
  const large = await noise(4_000, 3_000).withExif(withPlace).jpeg().toBuffer();
  expect(large.includes('Exif')).toBe(true);
  const drawn = (await redrawPhoto(large))!;
  expect([drawn.width, drawn.height]).toEqual([1_600, 1_200]);
  expect(drawn.picture.length).toBeLessThanOrEqual(1_048_576);
  const told = await sharp(drawn.picture).metadata();
  expect([told.format, told.exif, told.xmp, told.icc]).toEqual(['jpeg', undefined, undefined, undefined]);
  expect(drawn.picture.includes('Telepon')).toBe(false);
});

it('a photo that lies on its side is set upright', async () => {
  const lying = await noise(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await redrawPhoto(lying)).toMatchObject({ width: 200, height: 300 });
});

it.each(['png', 'webp'] as const)('%s is taken too', async (kind) => {
  const bytes = await noise(40, 30).toFormat(kind).toBuffer();
  expect(sniffPhoto(bytes)).toBe(kind);
  expect(await redrawPhoto(bytes)).toMatchObject({ width: 40, height: 30 });
});

it('what hangs on behind a picture is gone from what is kept', async () => {
  const photo = await noise(40, 30).jpeg().toBuffer();
  const drawn = await redrawPhoto(Buffer.concat([photo, Buffer.from('<script>alert(1)</script>')]));
  expect(drawn!.picture.includes('script')).toBe(false);
});

it.each([
  ['an SVG with a script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['a GIF', () => noise(40, 30).gif().toBuffer()],
  ['a PDF', () => Buffer.from('%PDF-1.7\n')],
  ['a page', () => Buffer.from('<!doctype html><p>')],
  ['nothing', () => Buffer.alloc(0)],
  ['the beginning of a JPEG', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['half a JPEG', async () => (await noise(400, 300).jpeg().toBuffer()).subarray(0, 9_000)],
  ['a PNG of 30,000 by 30,000', () => bomb(30_000)],
])('%s is not taken', async (_, make) => {
  expect(await redrawPhoto(await make())).toBeNull();
});
