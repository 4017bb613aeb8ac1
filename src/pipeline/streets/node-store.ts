import { firstFrom } from './ascending.ts';
import type { Position } from './box.ts';

/** Units in a degree, as OpenStreetMap itself stores places. */
export const UNITS = 1e7;

/** Places of nodes by id: 16 bytes each, where an object would need a hundred. Ids must be added in ascending order. */
export class NodeStore {
  #ids = new Float64Array(1 << 16);
  #lons = new Int32Array(1 << 16);
  #lats = new Int32Array(1 << 16);
  #length = 0;

  get size(): number {
    return this.#length;
  }

  /** In degrees × 10,000,000. */
  add(id: number, lon: number, lat: number): void {
    if (this.#length === this.#ids.length) this.#grow();
    this.#ids[this.#length] = id;
    this.#lons[this.#length] = lon;
    this.#lats[this.#length] = lat;
    this.#length++;
  }

  has(id: number): boolean {
    return this.#indexOf(id) !== undefined;
  }

  get(id: number): Position | undefined {
    const index = this.#indexOf(id);
    return index === undefined ? undefined : [(this.#lons[index] ?? 0) / UNITS, (this.#lats[index] ?? 0) / UNITS];
  }

  #indexOf(id: number): number | undefined {
    const index = firstFrom(this.#ids, id, this.#length);
    return index < this.#length && this.#ids[index] === id ? index : undefined;
  }

  #grow(): void {
    const larger = <T extends Float64Array | Int32Array>(old: T, next: T): T => {
      next.set(old);
      return next;
    };
    const length = this.#ids.length * 2;
    this.#ids = larger(this.#ids, new Float64Array(length));
    this.#lons = larger(this.#lons, new Int32Array(length));
    this.#lats = larger(this.#lats, new Int32Array(length));
  }
}
