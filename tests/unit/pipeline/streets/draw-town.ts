/** An invented town by an invented sea, drawn where Calais is so that it lies within the box of the guide. */
import type { Box, Position } from '../../../../src/pipeline/streets/box.ts';
import { OsmDrawing } from '../../../../src/pipeline/streets/write-osm.ts';

export const BOX: Box = { west: 1.8, south: 50.9, east: 1.9, north: 51 };
/** Where the coast of the town runs; the sea is in the north. */
export const COAST = 50.97;
export const MAX_ZOOM = 13;

/** Land on the left: with the sea in the north, the coast runs to the west. */
export const COASTLINE: readonly Position[] = [
  [1.95, COAST],
  [1.86, COAST],
  [1.85, COAST - 0.005],
  [1.84, COAST],
  [1.75, COAST],
];

export const ISLAND: readonly Position[] = [
  [1.86, 50.985],
  [1.87, 50.985],
  [1.87, 50.99],
  [1.86, 50.99],
];

/** A town with something of everything; `coast` draws another coast. */
export function drawTown({ coast = COASTLINE }: { coast?: readonly Position[] } = {}): OsmDrawing {
  const osm = new OsmDrawing();
  if (coast.length > 0) osm.way(coast, { natural: 'coastline' });
  osm.ring(ISLAND, { natural: 'coastline', place: 'islet' });
  drawWays(osm);
  drawAreas(osm);
  drawPoints(osm);
  return osm;
}

function drawWays(osm: OsmDrawing): void {
  const crossing = osm.node([1.85, 50.94]);
  osm.way([[1.83, 50.94], crossing], { highway: 'residential', name: 'Rue des Essais' });
  osm.way([[1.87, 50.94], crossing], { highway: 'residential', name: 'Rue des Essais' });
  osm.way(
    [
      [1.79, 50.91],
      [1.95, 50.915],
    ],
    { highway: 'motorway', ref: 'A 99', name: 'Autoroute des Essais' },
  );
  osm.way(
    [
      [1.85, 50.92],
      [1.85, 50.95],
    ],
    { highway: 'primary', ref: 'D 9' },
  );
  osm.way(
    [
      [1.84, 50.94],
      [1.84, 50.945],
    ],
    { highway: 'footway' },
  );
  osm.way(
    [
      [1.845, 50.94],
      [1.845, 50.945],
    ],
    { highway: 'path', informal: 'yes', name: 'Hidden path' },
  );
  osm.way(
    [
      [1.835, 50.94],
      [1.835, 50.945],
    ],
    { highway: 'service', access: 'private', name: 'Hidden drive' },
  );
  osm.way(
    [
      [1.82, 50.93],
      [1.88, 50.93],
    ],
    { railway: 'rail' },
  );
  osm.way(
    [
      [1.82, 50.935],
      [1.78, 50.99],
    ],
    { railway: 'rail', tunnel: 'yes', name: 'Hidden tunnel' },
  );
  osm.way(
    [
      [1.81, 50.9],
      [1.82, 50.96],
    ],
    { waterway: 'canal', name: 'Canal des Essais' },
  );
}

const square = ([west, south]: Position, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
];

function drawAreas(osm: OsmDrawing): void {
  osm.ring(square([1.83, 50.92], 0.03), { landuse: 'residential' });
  osm.ring(square([1.88, 50.93], 0.06), { landuse: 'forest', name: 'Bois du Bord' });
  // A lake with an island, its outline in two ways that run against each other.
  const [a, b, c, d] = square([1.86, 50.95], 0.01).map((corner) => osm.node(corner)) as [number, number, number, number];
  const outline = [osm.way([a, b, c]), osm.way([a, d, c])];
  const island = osm.ring(square([1.864, 50.954], 0.002));
  osm.relation([...outline.map((way) => ({ way, role: 'outer' })), { way: island, role: 'inner' }], {
    type: 'multipolygon',
    natural: 'water',
    name: 'Lac des Essais',
  });
}

function drawPoints(osm: OsmDrawing): void {
  osm.node([1.85, 50.945], { place: 'town', name: 'Essai-sur-Mer' });
  osm.node([1.851, 50.9301], { railway: 'station', name: 'Gare des Essais' });
  osm.node([1.852, 50.941], { highway: 'bus_stop', name: 'Mairie' });
  osm.node([1.853, 50.941], { amenity: 'toilets' });
  osm.node([1.854, 50.941], { amenity: 'drinking_water' });
  osm.node([1.855, 50.941], { amenity: 'drinking_water', operator: 'Refugee aid' });
  osm.node([1.856, 50.941], { amenity: 'water_point' });
  osm.ring(square([1.857, 50.941], 0.0002), { amenity: 'pharmacy', name: 'Pharmacie des Essais', building: 'yes' });
}
