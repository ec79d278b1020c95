/** A whole prompt for each genre; the pictures are those of docs/gallery, made from just these words. */
import armchair from '../../../docs/gallery/armchair.jpg';
import bicycle from '../../../docs/gallery/bicycle.jpg';
import mug from '../../../docs/gallery/mug.jpg';
import neon from '../../../docs/gallery/neon.jpg';
import perfume from '../../../docs/gallery/perfume.jpg';
import sunset from '../../../docs/gallery/sunset.jpg';

export const STARTERS = [
  { genre: 'Product', picture: perfume, prompt: 'A frosted glass perfume bottle with the label "LUMEN" on white marble, softbox overhead, white seamless background, natural shadow, 100mm macro f/4' },
  { genre: 'Still life', picture: mug, prompt: 'A stoneware mug on a walnut table beside an open book, soft window light from the left, 85mm f/1.8, shallow depth of field' },
  { genre: 'Interior', picture: armchair, prompt: 'A green velvet armchair and a brass floor lamp in a living room at blue hour, warm tungsten light, 28mm' },
  { genre: 'Landscape', picture: sunset, prompt: 'Warm orange and pink sunset seen from a cliff edge in Big Sur, California, 6pm light, shot with 24mm wide-angle f/8' },
  { genre: 'Street', picture: neon, prompt: 'A neon sign reading "OPEN 24 HOURS" above a rain-wet street at night, CineStill 800T' },
  { genre: 'Vehicle', picture: bicycle, prompt: 'A vintage red bicycle leaning against a weathered brick wall, late afternoon sun from the right, long shadows, 50mm f/2.8, Kodak Portra 400 film grain' },
];
