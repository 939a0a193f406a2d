import { useEffect, useRef } from 'react';
import { fitted } from './shrink-photo.js';

/** The longer side of what is shown, px. */
const SIDE = 240;

interface PhotoViewProps {
  readonly photo: { readonly type: string; readonly bytes: ArrayBuffer };
  readonly label: string;
}

/** A picture of this device, drawn: the policy of the pages lets no image in that is not the server's. */
export function PhotoView({ photo, label }: PhotoViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let over = false;
    void createImageBitmap(new Blob([photo.bytes], { type: photo.type })).then(
      (bitmap) => {
        if (canvas.current !== null && !over) {
          Object.assign(canvas.current, fitted(bitmap.width, bitmap.height, SIDE));
          const { width, height } = canvas.current;
          canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
        }
        bitmap.close();
      },
      () => {},
    );
    return () => {
      over = true;
    };
  }, [photo]);
  return (
    <canvas ref={canvas} className="photo" role="img" aria-label={label} width={SIDE} height={SIDE * 0.75} />
  );
}
