/** What the worker bundles. */
export { enforcementCase } from './enforcementCase';
