declare module '*?worker&url' {
  const address: string;
  export default address;
}

/** What stands before the revision in a ticket note: `site.yaml`, put into the code by `build/site-constants.ts`. */
declare const siteTicketStamp: string;
/** The pattern of the URL for reporting an unknown message; undefined where the site takes no reports. Likewise. */
declare const siteReportPattern: string | undefined;
