/**
 * How far recording had come when a step of the workflow was taken: the id of the newest change then.
 * It puts events and changes in one order without asking a clock. Events from before know no such id.
 */
export const eventOrder = `
ALTER TABLE submission_event ADD COLUMN after_change INTEGER;
`;
