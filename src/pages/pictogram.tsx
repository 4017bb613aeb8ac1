import type { IconDefinition } from '@fortawesome/free-solid-svg-icons';
import * as solid from '@fortawesome/free-solid-svg-icons';
import { optimize } from 'svgo';
import { signMark } from '../guide/compose-page.ts';

/** Every sign the guide draws, by what it stands for. Shapes: Font Awesome Free, CC BY 4.0. */
const PICTOGRAMS = {
  food: solid.faUtensils,
  water: solid.faFaucetDrip,
  wash: solid.faShower,
  health: solid.faStethoscope,
  sleep: solid.faBed,
  law: solid.faScaleBalanced,
  clothes: solid.faShirt,
  power: solid.faPlug,
  info: solid.faCircleInfo,
  women: solid.faPersonDress,
  young: solid.faChild,
  things: solid.faSuitcase,
  sea: solid.faLifeRing,
  cold: solid.faTemperatureArrowDown,
  police: solid.faBuildingShield,
  asylum: solid.faIdCard,
  family: solid.faChildren,
  interpreter: solid.faLanguage,
  relatives: solid.faMagnifyingGlass,
  violence: solid.faHandHoldingMedical,
  trafficking: solid.faLink,
  doctor: solid.faUserDoctor,
  pregnant: solid.faPersonPregnant,
  lost: solid.faRoute,
  search: solid.faMagnifyingGlass,
  emergency: solid.faPhone,
  call: solid.faPhone,
  sms: solid.faCommentSms,
  cards: solid.faCommentDots,
  ask: solid.faCommentDots,
  phone: solid.faMobileScreen,
  home: solid.faHouse,
  guide: solid.faSignsPost,
  open: solid.faCircleCheck,
  clock: solid.faClock,
  place: solid.faLocationDot,
  map: solid.faMapLocationDot,
  keep: solid.faBookmark,
  share: solid.faArrowUpFromBracket,
  next: solid.faChevronRight,
  back: solid.faArrowLeft,
  people: solid.faUsers,
  bag: solid.faSuitcase,
  door: solid.faDoorOpen,
  speak: solid.faComments,
  money: solid.faCoins,
  papers: solid.faPassport,
  news: solid.faBullhorn,
  urgent: solid.faTriangleExclamation,
  runs: solid.faPeopleRoof,
  web: solid.faGlobe,
  book: solid.faBook,
  stop: solid.faBan,
  leave: solid.faRightFromBracket,
  dots: solid.faEllipsisVertical,
  lines: solid.faBars,
  gear: solid.faGear,
  listen: solid.faVolumeHigh,
  wifi: solid.faWifi,
  camera: solid.faCamera,
  scan: solid.faQrcode,
  print: solid.faPrint,
  cut: solid.faScissors,
} satisfies Record<string, IconDefinition>;

export type PictogramName = keyof typeof PICTOGRAMS;

/** Signs with a direction turn round in right-to-left pages. */
const MIRRORED: readonly PictogramName[] = ['next', 'back', 'leave'];

/** A sign beside its word; it says nothing to a screen reader. The page holds a mark, composePage draws it. */
export const Pictogram = ({ name }: { name: string }) => <>{signMark(name in PICTOGRAMS ? name : 'info')}</>;

/** All signs that these texts ask for, name -> SVG. */
export function signsIn(texts: readonly string[]): Record<string, string> {
  const asked = new Set(texts.flatMap((text) => text.match(SIGN_MARK) ?? []));
  const names = Object.keys(PICTOGRAMS) as PictogramName[];
  return Object.fromEntries(names.filter((name) => asked.has(signMark(name))).map((name) => [name, drawing(name)]));
}

const SIGN_MARK = new RegExp(signMark('[a-z]+'), 'g');

/** Every drawing is asked for by each language; making one takes a while. */
const drawings = new Map<PictogramName, string>();

function drawing(name: PictogramName): string {
  const known = drawings.get(name) ?? draw(name);
  drawings.set(name, known);
  return known;
}

/** Rounded to whole units of a grid of 512: at 28 pixels nobody sees it, and all drawings weigh a third less. */
function draw(name: PictogramName): string {
  const [width, height, , , path] = PICTOGRAMS[name].icon;
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path d="${String(path)}"/></svg>`;
  const { data } = optimize(whole, { plugins: [{ name: 'convertPathData', params: { floatPrecision: 0 } }] });
  const mirror = MIRRORED.includes(name) ? ' class="mirror"' : '';
  return data.replace(' xmlns="http://www.w3.org/2000/svg"', ` aria-hidden="true"${mirror}`);
}
