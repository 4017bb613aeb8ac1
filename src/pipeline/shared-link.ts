/** One slow line that all answers of a server share, as a phone's radio is shared by page and service worker. */

export interface SharedLink {
  /** Resolves when `bytes` more have gone over the line. */
  carry: (bytes: number) => Promise<void>;
  /** Resolves after one round trip. */
  roundTrip: () => Promise<void>;
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** A line of `kbps` kilobits a second with `rtt` milliseconds of round trip; 0 means not limited. */
export function sharedLink(kbps: number, rtt: number): SharedLink {
  const bytesPerMs = kbps / 8;
  let freeAt = 0;
  return {
    carry: async (bytes) => {
      if (kbps === 0) return;
      const now = performance.now();
      freeAt = Math.max(freeAt, now) + bytes / bytesPerMs;
      await wait(freeAt - now);
    },
    roundTrip: async () => {
      if (rtt > 0) await wait(rtt);
    },
  };
}
