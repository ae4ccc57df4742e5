/** The one channel of the window's bridge. */
export const channel = 'so-chi-tieu:call';
