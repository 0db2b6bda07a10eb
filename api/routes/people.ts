import { Type } from 'typebox';
import { listPeople } from '../../db/listPeople';
import { ROLE_LABELS } from '../../domain/labels';
import type { ApiApp, RouteDeps } from '../apiApp';
import { nullable, PROBLEMS } from '../schemas/common';

const Person = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: Type.String(),
  roleLabel: Type.String(),
  org: Type.String(),
  certificateUntil: nullable(Type.String({ description: '执法证有效期' })),
});

/** 名册: colleagues to choose from in a form, not the party nor the reporter. */
export function peopleRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/people',
    {
      schema: {
        summary: '一个单位在册的人员',
        tags: ['目录'],
        querystring: Type.Object(
          { org: Type.String({ minLength: 1, maxLength: 64, description: '镇街代码、bureau 或 dispatch_centre' }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ people: Type.Array(Person) }), ...PROBLEMS },
      },
    },
    async (request) => {
      await deps.identify(request);
      const people = await listPeople(deps.db, request.query.org);
      return { people: people.map((person) => ({ ...person, roleLabel: ROLE_LABELS[person.role] })) };
    },
  );
}
