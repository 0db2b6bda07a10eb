/**
 * The engine's SDK takes a stack trace at every promise of a workflow, so that it can say where a workflow waits. At the
 * usual ten frames that was an eighth of a case's replay. Three still name the place where an error was thrown.
 * Preloaded, because the sandbox freezes `Error` before the first workflow.
 */
Error.stackTraceLimit = 3;
