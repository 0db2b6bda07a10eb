/**
 * Loaded into a process of the fleet before anything else (`--import`): its clock is wrong by CLOCK_OFF_MS, and SIGWINCH
 * turns that round while it runs, as a hand at the clock or a time server would. In JavaScript, for the threads of the
 * Temporal SDK load it too and have no compiler.
 *
 * Shifted is what JavaScript asks for the time of day: `Date`, and with it the deadlines of gRPC, tokens, signatures and
 * whatever else this process reckons from it. Not shifted: timers and `performance.now()`, which no clock's hand moves in
 * a real process either; the native part of the Temporal SDK; and other processes, so that the engine and Postgres keep
 * true time.
 */
const { process } = globalThis;
const TrueDate = Date;
// eslint-disable-next-line no-restricted-properties -- a fault's own knob is no part of the service's environment
let offMs = Number(process.env['CLOCK_OFF_MS'] ?? 0);
// A signal that nothing else listens to: SIGUSR2 ends a process that `close-with-grace` looks after.
process.on('SIGWINCH', () => {
  offMs = -offMs;
});
const now = () => TrueDate.now() + offMs;

globalThis.Date = new Proxy(TrueDate, {
  apply: () => new TrueDate(now()).toString(),
  construct: (target, args, created) => Reflect.construct(target, args.length === 0 ? [now()] : args, created),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
