import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../support/house';
import { expectProblem, JSON_TYPE, openDoor, type Door } from './support';

/** A house with the development issuer, and a second door of it as production has it. */
let house: House;
let door: Door;
beforeAll(async () => {
  house = await openHouse({ demoSignIn: true });
  door = await openDoor(house);
});
afterAll(async () => {
  await door.app.close();
  await house.close();
});

describe('how people sign in', () => {
  it('given the development issuer, when anybody asks without a token, then demo sign-in is offered and works', async () => {
    const offered = await house.app.inject('/api/v1/sign-in');
    expect({ status: offered.statusCode, body: offered.json<object>() }).toEqual({ status: 200, body: { demo: true } });
    const signed = await house.app.inject({ method: 'POST', url: '/demo/sign-in', payload: { name: 'dispatcher' } });
    expect(signed.json<{ token: string }>().token).toMatch(/^ey/);
  });

  it('given production, when anybody asks, then demo sign-in is not offered and has no door', async () => {
    const offered = await door.app.inject('/api/v1/sign-in');
    expect({ status: offered.statusCode, body: offered.json<object>() }).toEqual({
      status: 200,
      body: { demo: false },
    });
    const answer = await door.send('dispatcher', 'POST', '/demo/sign-in', JSON_TYPE, '{"name":"dispatcher"}');
    expectProblem(answer, 404, 'not_found');
  });
});
