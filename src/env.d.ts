declare module '*?worker&url' {
  const address: string;
  export default address;
}

declare namespace App {
  interface Locals {
    /** The shapes of marks that the page has drawn so far. */
    drawnShapes?: Set<string>;
  }
}
