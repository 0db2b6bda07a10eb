/** What the worker bundles. */
export { enforcementCase } from './enforcementCase';
export { monthlyReport } from './monthlyReport';
