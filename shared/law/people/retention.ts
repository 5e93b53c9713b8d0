// How long what is no recorded act is kept (DOMAIN 9.5): one place, read by what purges and by the page that says so.

/** Days a draft is kept: who has not come back to a form in a week types it anew; until then it is personal data that nobody uses. */
export const DRAFT_DAYS = 7;

/** Years the log of who read records is kept at least (DOMAIN 9.4). Its facts stand in the journal, which is never cut. */
export const READ_LOG_YEARS = 2;
