/** The pictures a gift can have: drawn for this house, in `shared/ui/pictures`, served under
 *  /pictures/. A list and not a look at the folder, because at the edge there is no folder.
 *  @module */
export const pictureNames = [
  "air-fryer",
  "baking-class",
  "beef-noodles",
  "birthday-cake",
  "car-wash",
  "cooking-oil",
  "dumpling-set",
  "earphones",
  "egg-tarts",
  "egg-tray",
  "enamel-mug",
  "fruit-basket",
  "gift-hamper",
  "health-check",
  "juice-pair",
  "key-ring",
  "latte",
  "laundry-liquid",
  "milk-tea",
  "moon-cake-box",
  "movie-ticket",
  "phone-credit",
  "rice-bag",
  "rice-cooker",
  "tea-set",
  "tea-tasting",
  "thermos",
  "tote-bag",
  "towel-set",
  "umbrella",
] as const;

export type PictureName = typeof pictureNames[number];

/** Path of a picture on our own origin. */
export const picturePath = (name: PictureName): string => `/pictures/${name}.svg`;
