import type { Problems } from '../problems.ts';
import { didYouMean } from '../read/nearest.ts';
import type { Sources } from '../read/read-sources.ts';
import type { Located } from '../read/read-yaml.ts';

/** Towns, needs and organisations that facts name must exist; an organisation stands once and is used. */
export function checkReferences(sources: Sources, problems: Problems): void {
  checkTownsAndNeeds(sources, problems);
  checkOrganisationsNamed(sources, problems);
  checkOrganisationList(sources, problems);
}

type References = Located<{ towns?: string[]; needs?: string[] }>;

function checkTownsAndNeeds({ settings, facts }: Sources, problems: Problems): void {
  const towns = settings.value.towns.map(({ id }) => id);
  const needs = settings.value.needs.map(({ id }) => id);
  const files: References[] = [...facts.services, ...facts.emergency, ...facts.topics, ...facts.notices];
  for (const located of files) {
    checkList(located, 'towns', towns, problems);
    checkList(located, 'needs', needs, problems);
  }
}

function checkList({ file, value, at }: References, key: 'towns' | 'needs', known: readonly string[], problems: Problems): void {
  for (const [index, id] of (value[key] ?? []).entries()) {
    if (known.includes(id)) continue;
    const message = `"${id}" is not one of the ${key} in content/guide.yaml.${didYouMean(id, known)} Choose from: ${known.join(', ')}.`;
    problems.error(file, at([key, index]), message);
  }
}

function checkOrganisationsNamed({ organisations, facts }: Sources, problems: Problems): void {
  const known = Object.keys(organisations.value);
  for (const { file, value, at } of facts.services) {
    const { organisation } = value;
    if (organisation === undefined || known.includes(organisation)) continue;
    const message = `There is no organisation "${organisation}" in content/organisations.yaml.${didYouMean(organisation, known)} Correct it or add it there.`;
    problems.error(file, at(['organisation']), message);
  }
}

function checkOrganisationList({ organisations: { file, value, at }, facts, ids }: Sources, problems: Problems): void {
  const areAllRead = facts.services.length === ids.services.size && !problems.failed;
  const used = new Set(facts.services.map((service) => service.value.organisation));
  const idOfName = new Map<string, string>();
  for (const [id, { name }] of Object.entries(value)) {
    const twin = idOfName.get(name.toLowerCase());
    if (twin !== undefined)
      problems.error(file, at([id, 'name']), `"${name}" stands here already as "${twin}". Keep one of the two.`);
    idOfName.set(name.toLowerCase(), id);
    if (areAllRead && !used.has(id))
      problems.warn(file, at([id], 'key'), `No service names the organisation "${id}". Remove it, or name it in a service.`);
  }
}
