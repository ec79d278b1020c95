/** What the pickers offer. A test holds these lists against the lexicon, the film stocks and the scene's schema (tests/page/test_choices.py). */
export const MATERIALS: Record<string, string[]> = {
  Ceramic: ['stoneware', 'ceramic', 'porcelain', 'terracotta', 'clay'],
  Glass: ['glass', 'frosted_glass', 'crystal', 'ice', 'pearl'],
  Metal: ['steel', 'brushed_steel', 'chrome', 'iron', 'cast_iron', 'brass', 'copper', 'bronze', 'gold', 'silver', 'aluminium', 'rust'],
  Wood: ['wood', 'walnut', 'oak', 'pine', 'dark_wood', 'bamboo', 'rattan', 'cork'],
  Stone: ['marble', 'black_marble', 'granite', 'concrete', 'slate', 'stone', 'sandstone', 'brick', 'plaster', 'terrazzo', 'tile'],
  Fabric: ['cotton', 'linen', 'wool', 'silk', 'velvet', 'denim', 'canvas', 'felt', 'knit', 'fur'],
  Leather: ['leather', 'suede'],
  Other: ['plastic', 'rubber', 'paper', 'cardboard', 'wax', 'lacquer', 'paint', 'chocolate', 'straw', 'foam'],
};
export const PATTERNS = [
  'stripes', 'vertical_stripes', 'dots', 'checks', 'plaid', 'floral', 'stars', 'hearts', 'zigzag', 'leopard', 'zebra', 'camouflage', 'herringbone', 'houndstooth',
  'paisley', 'marbled', 'gradient', 'rainbow', 'tie_dye', 'swirls', 'patchwork', 'diamonds', 'terrazzo',
];
export const FINISHES = ['matte', 'satin', 'glossy', 'polished', 'brushed', 'frosted', 'wet', 'dusty', 'worn', 'weathered', 'hammered'];
export const STOCKS: Record<string, string[]> = {
  Clean: ['digital'],
  'Colour negative': ['portra_160', 'portra_400', 'portra_800', 'ektar_100', 'gold_200', 'superia_400', 'pro_400h', 'cinestill_800t', 'vision3_500t'],
  Slide: ['velvia_50', 'provia_100f', 'kodachrome_64', 'ektachrome_100'],
  Instant: ['polaroid'],
  'Black and white': ['tri_x_400', 'hp5_400', 'ilford_delta_3200'],
};
export const SOURCES = [
  'window', 'softbox', 'umbrella', 'ring_light', 'led_panel', 'spotlight', 'flash', 'sun', 'skylight', 'moon', 'lamp', 'candle', 'neon', 'fire', 'screen',
  'street_lamp', 'string_lights', 'ambient',
];
export const ROLES = ['key', 'fill', 'rim', 'back', 'background', 'practical'];
/** From a point to a sky: how large the light is. */
export const QUALITIES = ['hard', 'medium', 'soft', 'diffused'];
export const ANGLES = ['worms_eye', 'low', 'eye_level', 'slightly_high', 'high', 'overhead', 'aerial'];
export const FRAMINGS = ['macro', 'close_up', 'medium_close', 'medium', 'full', 'wide', 'establishing'];
export const COMPOSITIONS = ['balanced', 'rule_of_thirds', 'centred', 'left', 'right', 'symmetrical', 'negative_space'];
export const STOPS = [0.95, 1.2, 1.4, 1.8, 2, 2.8, 4, 5.6, 8, 11, 16, 22, 32];
export const LENSES = [14, 20, 24, 28, 35, 50, 85, 100, 135, 200, 300, 400];
export const SETTINGS = [
  'studio', 'tabletop', 'kitchen', 'cafe', 'living_room', 'bedroom', 'bathroom', 'office', 'library', 'workshop', 'windowsill', 'plain_room', 'brick_wall', 'street',
  'shop_front', 'railway_platform', 'garden', 'park', 'meadow', 'forest', 'beach', 'sea', 'cliff', 'lake', 'desert', 'mountains', 'snow_field', 'city_skyline', 'rooftop', 'sky',
  'river', 'cave', 'space', 'underwater', 'playground', 'airfield', 'savannah',
  'classroom', 'laboratory', 'hospital_room', 'theatre', 'church_interior', 'supermarket', 'bakery', 'gym', 'sports_hall', 'museum', 'factory', 'warehouse', 'garage', 'subway',
  'greenhouse', 'canal', 'city_river', 'harbour', 'jungle', 'moon_surface', 'planet_surface', 'sports_field', 'parking_lot', 'pool', 'courtyard', 'ruins',
  'lecture_hall', 'airport_hall', 'temple_interior', 'porch', 'driveway', 'village', 'carriage',
  'ballroom', 'great_hall', 'hotel_lobby', 'laundromat', 'nightclub', 'barn_interior', 'cellar',
];
export const WEATHER = ['clear', 'partly_cloudy', 'overcast', 'rain', 'storm', 'snow', 'fog', 'mist', 'haze', 'dust'];
export const MOODS = ['natural', 'high_key', 'low_key', 'dramatic', 'moody'];
/** Hours of the named times (diorama.scene.lighting.TIMES). */
export const TIMES: Record<string, number> = {
  dawn: 5.8, sunrise: 6.4, early_morning: 7, morning: 9, noon: 12, afternoon: 15, late_afternoon: 17, golden_hour: 17.9, sunset: 18.4, dusk: 18.9,
  blue_hour: 19.2, evening: 19.6, night: 23,
};
