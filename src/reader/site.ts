/** What `site.yaml` says that readers' browsers need to know. */

/** The build puts its value in place of this name, see `build/site-constants.ts`. */
declare const siteInBrowser: {
  /** What stands before the revision in a ticket note. */
  ticketStamp: string;
  /** The pattern of the address at which an unknown message is reported, if the site has one. */
  report?: string;
};

export const { ticketStamp, report } = siteInBrowser;
