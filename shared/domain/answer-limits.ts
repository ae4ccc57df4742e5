/** How many letters (UTF-16 units) of people's words one answer of the province carries. */
export const longestNote = 4000;
export const longestRemark = 1000;

/**
 * What an officer may add to a refusal, whose note begins with the program's own reason: the whole is
 * one note.
 */
export const longestRefusalNote = 3000;
