import type { PeopleList_EmployeeFragment } from '@pantau/schema';

const byName = new Intl.Collator('id').compare;

interface PeopleLinksProps {
  readonly people: readonly PeopleList_EmployeeFragment[];
  /** The query string for the links to their pages. */
  readonly search: string;
}

/** People by name, each a link to how their score came about. No figure stands here: nobody is ranked. */
export function PeopleLinks({ people, search }: PeopleLinksProps) {
  return (
    <ul>
      {people
        .toSorted((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1))
        .map(({ id, name, position }) => (
          <li key={id}>
            <a href={`/scores/${id}${search}`}>
              <span>{name}</span> <span className="position">{position}</span>
            </a>
          </li>
        ))}
    </ul>
  );
}
