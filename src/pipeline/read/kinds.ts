import { PRECISIONS, type Precision } from '../../guide/types.ts';

/**
 * The finest precision at which a place of each kind may be told.
 * Where people sleep, where women and minors are sheltered, and where water and food are given out, attackers read too.
 * content/README.md shows the same table to editors; a test compares the two.
 */
export const FINEST_PRECISION = {
  hospital: 'exact',
  'health-desk': 'exact',
  'health-centre': 'exact',
  pharmacy: 'exact',
  'town-hall': 'exact',
  'social-office': 'exact',
  library: 'exact',
  'legal-office': 'exact',
  court: 'exact',
  'asylum-office': 'exact',
  station: 'exact',
  'help-desk': 'exact',
  'youth-office': 'exact',
  'lost-property': 'exact',
  transport: 'exact',
  'day-centre': 'street',
  'belongings-point': 'street',
  'mobile-team': 'town',
  'food-team': 'town',
  'wash-point': 'town',
  'cold-shelter': 'town',
  association: 'town',
  distribution: 'call-first',
  'water-point': 'call-first',
  'sleeping-place': 'call-first',
  'women-shelter': 'call-first',
  'minors-shelter': 'call-first',
  'reception-centre': 'call-first',
  'phone-line': 'town',
  website: 'town',
  'detention-centre': 'town',
} as const satisfies Record<string, Precision>;

export type Kind = keyof typeof FINEST_PRECISION;

export const KINDS = Object.keys(FINEST_PRECISION) as Kind[];

/** @example isFiner('exact', 'street') -> true */
export const isFiner = (a: Precision, b: Precision): boolean => PRECISIONS.indexOf(a) > PRECISIONS.indexOf(b);
