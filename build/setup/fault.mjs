/**
 * A fault that the person at the keyboard can do something about: shown as one line, without a
 * stack. Everything else that is thrown is a bug and shows its stack.
 *
 * @param {string} message one line: what failed and what to do
 * @returns {Error}
 */
export function setupFault(message) {
  const fault = new Error(message.replace(/\s*\n\s*/g, ' '));
  fault.name = 'SetupFault';
  return fault;
}

/**
 * Ends the program with one line for a setup fault, with the stack for a bug.
 *
 * @param {unknown} error
 * @returns {never}
 */
export function exitWith(error) {
  if (error instanceof Error && error.name === 'SetupFault') {
    process.stderr.write(`Sổ Chỉ Tiêu: ${error.message}\n`);
  } else {
    process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
  }
  process.exit(1);
}

/**
 * Says in one line what is being done, so that a long wait is understood.
 *
 * @param {string} line
 */
export function announce(line) {
  console.error(`Sổ Chỉ Tiêu: ${line}`);
}
