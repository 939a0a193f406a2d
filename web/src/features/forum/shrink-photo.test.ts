import { fitted, isPhoto } from './shrink-photo.js';

const bytes = (text: string) => new Uint8Array([...text].map((letter) => letter.charCodeAt(0)));

describe('isPhoto', () => {
  it.each([
    ['a JPEG', '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01', true],
    ['a PNG', '\x89PNG\r\n\x1a\n\x00\x00\x00\r', true],
    ['a WebP', 'RIFF\x00\x00\x00\x00WEBP', true],
    ['an SVG', '<svg xmlns="', false],
    ['an SVG with a prologue', '<?xml versio', false],
    ['a sound', 'RIFF\x00\x00\x00\x00WAVE', false],
    ['a GIF', 'GIF89a\x01\x00\x01\x00\x00\x00', false],
    ['nothing', '', false],
  ])('tells %s by what is in it', (_what, head, expected) => {
    expect(isPhoto(bytes(head))).toBe(expected);
  });
});

describe('fitted', () => {
  it('keeps the shape, and never makes larger', () => {
    expect(fitted(4_000, 3_000, 1_600)).toEqual({ width: 1_600, height: 1_200 });
    expect(fitted(300, 4_000, 1_600)).toEqual({ width: 120, height: 1_600 });
    expect(fitted(200, 100, 1_600)).toEqual({ width: 200, height: 100 });
    expect(fitted(10_000, 1, 1_600)).toEqual({ width: 1_600, height: 1 });
  });
});
