/** A whole prompt for each genre; the pictures are those of docs/gallery, made from just these words (scripts/page_starters.py writes them small). */
import armchair from '../starters/armchair.webp';
import bicycle from '../starters/bicycle.webp';
import breakfast from '../starters/breakfast.webp';
import flatLay from '../starters/flat-lay.webp';
import lake from '../starters/lake.webp';
import mug from '../starters/mug.webp';
import neon from '../starters/neon.webp';
import perfume from '../starters/perfume.webp';
import roses from '../starters/roses.webp';

export interface Starter { genre: string; picture: string; prompt: string }

export const STARTERS: readonly Starter[] = [
  { genre: 'Still life', picture: mug, prompt: 'A stoneware mug on a walnut table beside an open book, soft window light from the left, 85mm f/1.8, shallow depth of field' },
  { genre: 'Product', picture: perfume, prompt: 'A frosted glass perfume bottle with the label "LUMEN" on white marble, softbox overhead, white seamless background, natural shadow, 100mm macro f/4' },
  { genre: 'Food', picture: breakfast, prompt: 'Three croissants on a white plate beside a cup of coffee in a cafe, morning light, 50mm f/2' },
  { genre: 'Interior', picture: armchair, prompt: 'A green velvet armchair and a brass floor lamp in a living room at blue hour, warm tungsten light, 28mm' },
  { genre: 'Flowers', picture: roses, prompt: 'A bouquet of red roses in a glass vase on white marble, soft window light from the right, 85mm f/2.8' },
  { genre: 'Landscape', picture: lake, prompt: 'Fog-softened early morning light over a mountain lake with slight haze on the background hills, 35mm, muted color grading' },
  { genre: 'Flat lay', picture: flatLay, prompt: 'Overhead flat lay on white marble: printed photographs, a sketchbook, a stylus, an espresso cup and a laptop, diffused daylight' },
  { genre: 'Street', picture: neon, prompt: 'A neon sign reading "OPEN 24 HOURS" above a rain-wet street at night, CineStill 800T' },
  { genre: 'Vehicle', picture: bicycle, prompt: 'A vintage red bicycle leaning against a weathered brick wall, late afternoon sun from the right, long shadows, 50mm f/2.8, Kodak Portra 400 film grain' },
];
