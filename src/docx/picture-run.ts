import { createHash } from 'node:crypto';
import type { ParagraphChild } from 'docx';
import type { Compiler } from './compiler.ts';
import type { ImagePicture } from './model.ts';

/** A picture in a line of text (§20.4.2.8), turned and mirrored as its EXIF orientation says. */
export function pictureRun(picture: ImagePicture, compiler: Compiler): ParagraphChild {
  const turned = picture.orientation >= 5;
  const [width, height] = turned ? [picture.height, picture.width] : [picture.width, picture.height];
  const rotation = [0, 0, 0, 180, 180, 270, 90, 90, 270][picture.orientation] ?? 0;
  const flip = [2, 4, 5, 7].includes(picture.orientation);
  // docx names a picture by a digest of its own, which is slow: it gets ours in place of the file.
  const bytes = compiler.files.get(picture.key)!;
  const digest = createHash('sha256').update(bytes).digest();
  compiler.pictures.set(digest.toString('hex'), bytes);
  return new compiler.docx.ImageRun({
    type: picture.format === 'png' ? 'png' : 'jpg',
    data: digest,
    // docx takes CSS pixels.
    transformation: {
      width: width / 0.75,
      height: height / 0.75,
      ...(rotation !== 0 && { rotation }),
      ...(flip && { flip: { horizontal: true } }),
    },
    altText: { name: 'Picture', description: picture.alt },
  });
}
