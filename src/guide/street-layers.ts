/**
 * What a street map holds: the layers of its vector tiles and what `class` may be in each. Made by `npm run map:streets`,
 * drawn by the map. Every feature has `class`; what else it may have stands beside it.
 */
export const STREET_LAYERS = {
  /** Areas. `sea` is made of the coastline and always comes first. */
  water: { classes: ['sea', 'lake'], texts: ['name'] },
  green: { classes: ['wood', 'grass', 'sand'], texts: ['name'] },
  /** Where people live, and where they work: shops, industry, the port. */
  built: { classes: ['homes', 'work'], texts: ['name'] },
  waterway: { classes: ['river', 'canal', 'stream', 'ditch'], texts: ['name'] },
  rail: { classes: ['rail', 'tram', 'yard'], texts: [] },
  /** `main` is a primary road, `major` one between towns, `minor` leads to a house or a field, `path` is not for cars. */
  road: { classes: ['motorway', 'main', 'major', 'street', 'minor', 'path'], texts: ['name', 'ref'] },
  place: { classes: ['city', 'town', 'village', 'suburb', 'hamlet'], texts: ['name'] },
  point: { classes: ['station', 'bus-stop', 'toilets', 'drinking-water', 'pharmacy'], texts: ['name'] },
} as const;

export type StreetLayer = keyof typeof STREET_LAYERS;
